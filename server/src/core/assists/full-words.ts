import { doubtfulSynonyms, objectSynonyms, verbSynonyms } from '#core/facts/data/synonyms.ts';
import { canonicalKeyword } from '#core/facts/lookup.ts';
import { inCaseOfCommand } from '#core/syntax/add-parameters.ts';
import { type Command, spanIn } from '#core/syntax/tree.ts';
import type { SourceId, Span, TextEdit } from '#core/text/span.ts';
import { type Assist, offer } from './assist.ts';

/** `DEF QL(A)` as `DEFINE QLOCAL(A)`, synonyms of attributes as well. */
export const fullWords: Assist = {
  name: 'full-words',
  offers: ({ document: { source }, command }) => {
    const edits = words(command).flatMap(({ span, text, full }) => replace(source, command, span, text, full));
    return offer('Write the words of this command in full', edits);
  },
};

/** And back. */
export const shortWords: Assist = {
  name: 'short-words',
  offers: ({ document: { source }, command }) => {
    const edits = words(command).flatMap(({ span, text, short }) => replace(source, command, span, text, short));
    return offer('Abbreviate the words of this command', edits);
  },
};

interface Abbreviable {
  readonly span: Span;
  readonly text: string;
  readonly full: string | undefined;
  readonly short: string | undefined;
}

function words({ body }: Command): readonly Abbreviable[] {
  const { verb, verbName, object, objectName } = body;
  if (!verb || !verbName || !object || !objectName || body.problems.length > 0) return [];
  return [
    { span: verb.span, text: verb.upper, full: verbName, short: verbSynonyms[verbName]?.[0] },
    {
      span: object.keywordSpan,
      text: object.keyword,
      full: objectName,
      short: objectSynonyms[objectName]?.find((word) => !doubtfulSynonyms.includes(word)),
    },
    ...body.parameters
      .filter((parameter) => parameter !== object)
      .map(({ keyword, keywordSpan }) => ({
        span: keywordSpan,
        text: keyword,
        full: canonicalKeyword(objectName, keyword),
        short: undefined,
      })),
  ];
}

function replace(
  source: SourceId,
  command: Command,
  span: Span,
  text: string,
  wanted: string | undefined,
): readonly TextEdit[] {
  if (wanted === undefined || wanted === text) return [];
  return [{ source, span: spanIn(command, span), newText: inCaseOfCommand(command.body, wanted) }];
}
