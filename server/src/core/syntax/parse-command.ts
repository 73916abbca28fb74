import { objectName, verbName } from '#core/facts/lookup.ts';
import type { Span } from '#core/text/span.ts';
import { objectOf } from './command-object.ts';
import { holesIn } from './holes.ts';
import { type JoinedText, joinPieces, rawSpan } from './join-pieces.ts';
import { type DamagedPart, type Part, parseParts, type SettingPart } from './parser.ts';
import { readParameter, wordOf } from './read-parameter.ts';
import type { CommandBody, Parameter, SyntaxProblem } from './tree.ts';

/**
 * Reads one command: `raw` as it stands in the source, and the pieces of it (relative to its start) that are left without
 * continuation and comments. Undefined pieces mean all of it. The same arguments always give an equal body. Takes any command;
 * where `scanPlain` is enough, it gives the same body in a fraction of the time.
 */
export function parseCommand(raw: string, pieces: readonly number[] | undefined): CommandBody {
  const joined = joinPieces(raw, pieces);
  const problems: SyntaxProblem[] = [];
  const { parts, brokenQuote } = partsWithoutComments(joined, problems);
  const [first, ...rest] = parts;
  if (first?.kind !== 'setting' || !isKeyword(first.keyword))
    return { ...emptyBody, raw, problems: first ? startProblems(joined, first) : [] };

  const verb = wordOf(joined, first);
  const name = verbName(first.keyword);
  const parameters: Parameter[] = [];
  if (brokenQuote !== undefined) problems.push(unterminatedString(joined, brokenQuote));
  for (const part of rest) {
    if (part.kind === 'setting') addParameter(joined, part, parameters, problems);
    else problems.push(strayPart(joined, part));
  }
  const object = objectOf(parameters);
  return {
    raw,
    verb,
    verbName: name,
    object,
    objectName: object && objectName(object.keyword),
    parameters,
    problems: name === undefined ? none : withoutConsequences(problems),
  };
}

const none: readonly SyntaxProblem[] = [];
const emptyBody = {
  verb: undefined,
  verbName: undefined,
  object: undefined,
  objectName: undefined,
  parameters: [],
} as const;

const isKeyword = (word: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(word);

/** `*`, `#`, `--`, `//`, `<--` where a keyword should stand. */
function isTrailingComment(part: Part): part is SettingPart {
  if (part.kind !== 'setting') return false;
  const code = part.keyword.charCodeAt(0);
  return code < 65 && /^(?:\*|#|--|\/\/|\/\*|<--)/.test(part.keyword);
}

/** Blanks out comments behind the command's lines, so that what they say is not read as parameters. */
function partsWithoutComments(joined: JoinedText, problems: SyntaxProblem[]): ReturnType<typeof parseParts> {
  let text = joined.text;
  for (;;) {
    const parsed = parseParts(text);
    const comment = parsed.parts.find((part, i) => i > 0 && isTrailingComment(part));
    if (!comment) return parsed;
    const end = joined.lineEnd(comment.start);
    problems.push({
      code: 'trailing-comment',
      message: 'A comment cannot stand behind a command; MQ takes it for part of the command.',
      span: rawSpan(joined, comment.start, comment.start + text.slice(comment.start, end).trimEnd().length),
    });
    text = text.slice(0, comment.start) + ' '.repeat(end - comment.start) + text.slice(end);
  }
}

function addParameter(joined: JoinedText, part: SettingPart, parameters: Parameter[], problems: SyntaxProblem[]): void {
  if (!isKeyword(part.keyword)) {
    // A template's directive between parameters is nothing that MQ will see.
    if (holesIn(part.keyword).length === 0) problems.push(noKeyword(joined, part));
    return;
  }
  const parameter = readParameter(joined, part, problems);
  parameters.push(parameter);
  if (!part.closed) problems.push(missingParenthesis(part, parameter.span));
}

/** A string without end explains every other fault of its command but those that stand before it. */
function withoutConsequences(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const broken = problems.find(({ code }) => code === 'unterminated-string');
  return broken ? problems.filter((problem) => problem === broken || problem.span.end <= broken.span.start) : problems;
}

function startProblems(joined: JoinedText, first: Part): readonly SyntaxProblem[] {
  const end = first.kind === 'setting' ? first.start + first.keyword.length : first.end;
  if (holesIn(joined.text.slice(first.start, end)).length > 0) return none;
  return [
    {
      code: 'syntax-error',
      message: 'A command begins with a verb such as DEFINE or ALTER (AMQ8405).',
      span: rawSpan(joined, first.start, end),
    },
  ];
}

function unterminatedString(joined: JoinedText, start: number): SyntaxProblem {
  const line = joined.text.slice(start, joined.lineEnd(start)).trimEnd();
  return {
    code: 'unterminated-string',
    message: 'The quote that begins this string has no partner.',
    span: rawSpan(joined, start, start + Math.max(1, line.length)),
  };
}

const missingParenthesis = (part: SettingPart, span: Span): SyntaxProblem => ({
  code: 'unbalanced-parenthesis',
  message: `The parenthesis of ${part.keyword.toUpperCase()} is not closed.`,
  span,
  repair: { span: { start: span.end, end: span.end }, newText: ')', title: 'Close the parenthesis' },
});

function noKeyword(joined: JoinedText, part: SettingPart): SyntaxProblem {
  const span = rawSpan(joined, part.start, part.start + part.keyword.length);
  return { code: 'syntax-error', message: `${part.keyword} is no keyword.`, span };
}

function strayPart(joined: JoinedText, part: DamagedPart): SyntaxProblem {
  const span = rawSpan(joined, part.start, part.end);
  if (part.kind === 'close')
    return {
      code: 'unbalanced-parenthesis',
      message: 'This parenthesis closes nothing.',
      span,
      repair: { span, newText: '', title: 'Remove the parenthesis' },
    };
  const message =
    part.kind === 'group'
      ? 'A keyword is missing before this value.'
      : 'A value stands in parentheses behind its keyword.';
  return { code: 'syntax-error', message, span };
}
