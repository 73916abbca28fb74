import { drawEvent } from './draw-event.ts';
import { eventAt } from './event-log.ts';
import { copyDraft, type Draft, firstPicture } from './first-picture.ts';
import type { Picture } from './picture-types.ts';
import type { Trace } from './trace.ts';

/** Goes back and forth in a trace. A picture it gives is good until the next question. */
export interface Cursor {
  /** After the first `index` events. */
  at(index: number): Picture;
  /** After everything that happened up to this time. */
  atTime(atUs: number): Picture;
  /** Another that moves by itself, and need not draw again what this one has drawn. */
  beside(): Cursor;
}

/** The state of the run at a time, drawn from the start. For one look; a view that moves keeps a cursor. */
export const pictureAt = (trace: Trace, atUs: number): Picture => cursorOf(trace).atTime(atUs);

export const cursorOf = (trace: Trace): Cursor => cursorWith(trace, [firstPicture(trace.plan)]);

function cursorWith(trace: Trace, checkpoints: Draft[]): Cursor {
  const { log } = trace;
  const spacing = Math.max(leastSpacing, Math.ceil(log.length / mostCheckpoints));
  let draft = copyDraft(checkpoints[0] ?? firstPicture(trace.plan));

  const at = (wanted: number): Picture => {
    const index = Math.max(0, Math.min(log.length, wanted));
    const nearest = checkpoints[Math.min(checkpoints.length - 1, Math.floor(index / spacing))];
    if (nearest !== undefined && (index < draft.index || nearest.index > draft.index)) draft = copyDraft(nearest);
    while (draft.index < index) {
      const event = eventAt(log, draft.index);
      if (event === undefined) break;
      drawEvent(draft, event);
      if (draft.index === checkpoints.length * spacing) checkpoints.push(copyDraft(draft));
    }
    return { ...draft };
  };
  return {
    at,
    atTime: (atUs) => ({ ...at(indexAfter(trace, atUs)), atUs }),
    beside: () => cursorWith(trace, checkpoints),
  };
}

const leastSpacing = 1000;
/** Copies share what did not change between them. */
const mostCheckpoints = 256;

/** How many events happened up to and at this time. */
export function indexAfter({ log }: Pick<Trace, 'log'>, atUs: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log.atUs[middle] ?? Infinity) <= atUs) low = middle + 1;
    else high = middle;
  }
  return low;
}
