import { cursorOf } from '#core/sim/picture.ts';
import type { Picture } from '#core/sim/picture-types.ts';
import type { Trace } from '#core/sim/trace.ts';

export interface Pictures {
  at(index: number): Picture;
}
export function picturesOf(trace: Trace): Pictures {
  return cursorOf(trace);
}
