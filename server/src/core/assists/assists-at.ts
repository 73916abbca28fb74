import type { Estate } from '#core/model/model.ts';
import { objectOfCommand } from '#core/model/object-of-command.ts';
import { ownersAt } from '#core/model/owner-at.ts';
import { type Command, commandsOf, type Document } from '#core/syntax/tree.ts';
import { type Span, touches } from '#core/text/span.ts';
import type { AssistPlace, Offer } from './assist.ts';
import { assists } from './index.ts';

/** What can be offered for the command that a span begins in. */
export function assistsAt(document: Document, within: Span, estate: Estate): readonly Offer[] {
  const command = commandAt(document, within.start);
  if (!command) return [];
  const place = placeIn(document, command, within, estate);
  return assists.flatMap((assist) => assist.offers(place));
}

function commandAt(document: Document, offset: number): Command | undefined {
  for (const command of commandsOf(document)) {
    if (command.start > offset) return undefined;
    if (offset <= command.end) return command;
  }
  return undefined;
}

function placeIn(document: Document, command: Command, within: Span, estate: Estate): AssistPlace {
  const { body } = command;
  const at = within.start - command.start;
  const parameter = body.parameters.find((p) => touches(p.span, at));
  const owners = ownersAt(estate, document.source, command.start);
  return {
    document,
    estate,
    within,
    command,
    parameter,
    item: parameter?.value?.items.find((item) => touches(item.span, at)),
    owners,
    object: objectOfCommand(command, document.source, estate),
  };
}
