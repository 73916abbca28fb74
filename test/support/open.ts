import { createService } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import type { SourceId } from '#core/text/span.ts';
import { readFixture } from './fixture.ts';

/** A fixture opened in a service, with the place of its cursor. */
export interface Opened {
  readonly service: Service;
  readonly source: SourceId;
  readonly offset: number;
  readonly text: string;
}

export function open(marked: string): Opened {
  const fixture = readFixture(marked);
  const service = createService();
  for (const file of fixture.files) service.open(file.source, file.text);
  const source = fixture.cursor?.source ?? fixture.files[0]?.source ?? '';
  return { service, source, offset: fixture.cursor?.offset ?? 0, text: service.text(source) ?? '' };
}
