import { type JoinedText, joinPieces } from '#core/syntax/join-pieces.ts';
import { type Document, isQuoted, type LayoutProblem, type Slice } from '#core/syntax/tree.ts';
import { decodedPieces } from './decoded-pieces.ts';
import { dumpHeader } from './dump-header.ts';
import { beginsWithVerb, looksLikeMqsc } from './looks-like-mqsc.ts';
import { type Inside, knownCommands, readInside } from './read-inside.ts';
import { withoutForeignText } from './without-foreign-text.ts';
import { type YamlScalar, yamlScalars } from './yaml-scalars.ts';

/**
 * The MQSC in the scalars of a YAML text: block scalars under a key that says so, and all that begin with a command of MQ's. What a key
 * that says so has in quotes can be the name of a file.
 */
export function readYaml(text: string, before: Document | undefined): Inside {
  const slices: Slice[] = [];
  const layoutProblems: LayoutProblem[] = [];
  const known = knownCommands(before);
  for (const scalar of yamlScalars(text)) {
    const form: Slice['form'] = scalar.style === 'literal' ? 'lines' : scalar.style;
    const script = scriptOf(text, scalar);
    const isMqsc = isNamedMqsc(scalar.path) && (!isQuoted({ form }) || beginsWithVerb(script.text));
    if (!isMqsc && !looksLikeMqsc(script.text)) continue;
    const { commands, comments, problems } = readInside(text, script, isQuoted({ form }) ? [] : known);
    const dump = dumpHeader(text, comments, commands);
    const own = withoutForeignText(commands, problems, dump);
    slices.push({
      span: scalar.span,
      form,
      margin: scalar.indent,
      commands: own.commands,
      comments,
      label: scalar.path.length > 0 ? scalar.path.join(' › ') : undefined,
      ownerHint: scalar.owner,
      dump,
    });
    layoutProblems.push(...own.problems);
  }
  return { slices, layoutProblems };
}

const isNamedMqsc = (path: readonly string[]): boolean => /(?:^|[._-])mqsc$/i.test(path.at(-1) ?? '');

/**
 * The script that YAML hands on: a quoted scalar decoded, a block scalar without indentation, and in a folded scalar with lines of the same column joined by a blank
 * (YAML 1.2, block folding). A final line break makes no difference to MQSC, so chomping is ignored.
 */
function scriptOf(text: string, { span, indent, style }: YamlScalar): JoinedText {
  if (style === 'single-quoted' || style === 'double-quoted') return joinPieces(text, decodedPieces(text, span, style));
  const pieces: number[] = [];
  let at = span.start;
  while (at < span.end) {
    const lineBreak = text.indexOf('\n', at);
    const stop = lineBreak < 0 || lineBreak >= span.end ? span.end : lineBreak;
    const start = afterIndent(text, at, indent);
    const next = stop + 1;
    if (start === stop || text.charCodeAt(start) === 13) {
      // A line break of its own would join as a blank; with the line before it stays a break.
      if (pieces.length > 0) pieces[pieces.length - 1] = Math.min(next, span.end);
    } else if (
      style === 'folded' &&
      stop < span.end &&
      folds(text, start) &&
      folds(text, afterIndent(text, next, indent))
    ) {
      const end = text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      pieces.push(start, end, stop, stop + 1);
    } else {
      pieces.push(start, Math.min(next, span.end));
    }
    at = next;
  }
  return joinPieces(text, pieces);
}

function afterIndent(text: string, lineStart: number, indent: number): number {
  let at = lineStart;
  while (at < lineStart + indent && text.charCodeAt(at) === 32) at++;
  return at;
}

/** Whether a line whose text begins here gives up its break: not one that is blank or indented deeper than the scalar. */
const folds = (text: string, start: number): boolean => text.charCodeAt(start) > 32;
