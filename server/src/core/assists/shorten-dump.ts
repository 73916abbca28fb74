import { nameSpaceOf } from '#core/model/name-spaces.ts';
import { removeParameters } from '#core/syntax/remove-parameters.ts';
import { type Command, parameterOf, type Slice, textOf } from '#core/syntax/tree.ts';
import type { TextEdit } from '#core/text/span.ts';
import { type Assist, type AssistPlace, offer } from './assist.ts';
import { superfluous } from './parts/defaults.ts';

/**
 * A dump without what a person would not write: attributes that equal MQ's default, and the read-only ones that the tool puts into
 * comments. Those of ALTER QMGR stay: they tell whose dump it is. Offered at the head of a dump only, because all of it is gone through.
 */
export const shortenDump: Assist = {
  name: 'shorten-dump',
  offers: (place) => {
    const slice = place.document.slices.find(
      ({ span }) => span.start <= place.within.start && place.within.start <= span.end,
    );
    if (!slice?.dump || slice.commands[0] !== place.command) return [];
    const edits = slice.commands.flatMap((command) => {
      const removed = attributes(place, command);
      const isFree = ({ span }: TextEdit) =>
        removed.every((edit) => edit.span.end <= span.start || span.end <= edit.span.start);
      return [...removed, ...remarks(place, slice, command).filter(isFree)];
    });
    return offer('Turn this dump into its short form, without defaults and read-only attributes', edits);
  },
};

function attributes({ document: { source }, owners: [owner] }: AssistPlace, command: Command): readonly TextEdit[] {
  const { body } = command;
  const space = nameSpaceOf(body.objectName ?? '', textOf(parameterOf(body, 'CHLTYPE')));
  const name = textOf(body.object);
  const object = space && name ? owner?.objects.get(space, name) : undefined;
  if (!object || !owner) return [];
  return removeParameters(command, superfluous(body, object, [owner])).map((change) => ({ source, ...change }));
}

/** `*  CRDATE(2026-05-14) +` between the lines of a command. */
function remarks({ document }: AssistPlace, slice: Slice, command: Command): readonly TextEdit[] {
  if (command.body.objectName === 'QMGR') return [];
  return slice.comments
    .filter(({ start, end }) => command.start < start && end < command.end)
    .filter(({ start, end }) => /^\*\s+[A-Z]+(?:\(.*\))?\s*\+?$/.test(document.text.slice(start, end).trimEnd()))
    .map(({ start }) => {
      const lineEnd = document.text.indexOf('\n', start);
      return { source: document.source, span: { start, end: lineEnd + 1 }, newText: '' };
    });
}
