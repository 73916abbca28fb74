import type { Platform } from '#core/facts/facts.ts';
import type { Estate, QueueManager } from '#core/model/model.ts';
import { objectOfCommand } from '#core/model/object-of-command.ts';
import { ownersAt } from '#core/model/owner-at.ts';
import { type Command, type Document, parameterOf, textOf } from '#core/syntax/tree.ts';

/** All that completion asks about the command it is in, apart from where in it the caret stands. */
export interface Place {
  readonly document: Document;
  readonly command: Command;
  readonly estate: Estate;
  /** The queue managers that run the command; empty when none is known. */
  readonly owners: readonly QueueManager[];
  readonly platform: Platform;
  /** The oldest level of MQ among the owners; undefined when none is known: then everything is offered. */
  readonly version: string | undefined;
  /** Written in the command, else what the estate knows of the channel that is changed. */
  readonly channelType: string | undefined;
  /** The writer puts quotes around names that need none. */
  readonly quotesNames: boolean;
}

export function placeOf(document: Document, command: Command, estate: Estate): Place {
  const owners = ownersAt(estate, document.source, command.start);
  const written = textOf(parameterOf(command.body, 'CHLTYPE'));
  return {
    document,
    command,
    estate,
    owners,
    platform: owners[0]?.platform ?? 'multi',
    version: owners.map((owner) => owner.version).sort(byLevel)[0],
    channelType: written || objectOfCommand(command, document.source, estate)?.channelType,
    quotesNames: quotesNames(document, command),
  };
}

const byLevel = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** How far around the command names are looked at, in characters. */
const nearby = 4000;

/** Whether most names nearby that could stand without quotes have them, as in dumps. */
function quotesNames(document: Document, { start }: Command): boolean {
  let quoted = 0;
  let plain = 0;
  for (const slice of document.slices)
    for (const command of slice.commands) {
      if (command.start < start - nearby) continue;
      if (command.start > start + nearby) break;
      const name = command.start === start ? undefined : command.body.object?.value?.items[0];
      if (name?.kind === 'word') plain++;
      else if (name?.kind === 'quoted' && /^[A-Z0-9._/%]+$/.test(name.text)) quoted++;
    }
  return quoted > plain;
}
