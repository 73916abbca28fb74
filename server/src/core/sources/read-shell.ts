import { joinPieces } from '#core/syntax/join-pieces.ts';
import type { Command, Document, LayoutProblem, Slice } from '#core/syntax/tree.ts';
import { dumpHeader } from './dump-header.ts';
import { type HereDocument, hereDocuments } from './here-documents.ts';
import { beginsWithVerb, looksLikeMqsc } from './looks-like-mqsc.ts';
import { type Inside, knownCommands, readInside } from './read-inside.ts';

/** The MQSC in the here-documents of a shell script: those of `runmqsc`, those written to a file of MQSC, and all that begin with a command. */
export function readShell(text: string, before: Document | undefined): Inside {
  const slices: Slice[] = [];
  const layoutProblems: LayoutProblem[] = [];
  const known = knownCommands(before);
  for (const here of hereDocuments(text)) {
    const { span, command } = here;
    // Found in another one that is MQSC as a whole.
    if (slices.some((slice) => slice.span.start <= span.start && span.end <= slice.span.end)) continue;
    const script = joinPieces(text, linePieces(text, here));
    if (!isMqsc(command, script.text)) continue;
    const { commands, comments, problems } = readInside(text, script, known);
    const run = runOf(command);
    slices.push({
      span,
      form: 'lines',
      margin: here.dropsTabs ? leadingTabs(text, span.start) : 0,
      commands: commands.filter((command) => !hasSubstitution(command)),
      comments,
      label: run ? `runmqsc ${run}` : 'here-document',
      ownerHint: run && literalName(run, text),
      dump: dumpHeader(text, comments, commands),
    });
    layoutProblems.push(...problems);
  }
  return { slices, layoutProblems };
}

/** `runmqsc` is asked for no proof; the text of others must look like MQSC. */
const isMqsc = (command: string, script: string): boolean =>
  runsMqsc.test(command) ||
  (/\.(?:mqsc|mqs|tst)\b/.test(command) && beginsWithVerb(script.replace(/^(?:\s|\*.*)+/gm, ''))) ||
  looksLikeMqsc(script);

/** As a word of its own: not the name of a script or a log. */
const runsMqsc = /(?<![\w.-])runmqsc(?![\w.-])/;

/** From and to of each line without what the shell takes away. */
function linePieces(text: string, { span, dropsTabs, isExpanded }: HereDocument): readonly number[] {
  const pieces: number[] = [];
  for (let at = span.start; at < span.end; ) {
    const lineBreak = text.indexOf('\n', at);
    const stop = lineBreak < 0 || lineBreak >= span.end ? span.end : lineBreak + 1;
    const start = dropsTabs ? at + leadingTabs(text, at) : at;
    const isJoined = isExpanded && /(?<!\\)\\\n$/.test(text.slice(start, stop));
    pieces.push(start, isJoined ? stop - 2 : stop);
    at = stop;
  }
  return pieces;
}

function leadingTabs(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 9) end++;
  return end - at;
}

/** What the output of another program is cannot be known, and its parentheses and blanks are not MQSC's. */
const hasSubstitution = ({ body }: Command): boolean => /\$\(|`/.test(body.raw.replace(/'[^']*'/g, ''));

/** The queue manager as the command of runmqsc names it, behind its options (IBM: runmqsc); undefined for the default one. */
const runOf = (command: string): string | undefined =>
  /(?<![\w.-])runmqsc(?:\s+-[ecnvx]+(?=\s)|\s+-[fmuw]\s*[^\s-]\S*)*\s+["']?([\w.%/${}]+)["']?(?=[\s"')|;&<]|$)/.exec(
    command,
  )?.[1];

/** A variable that the script sets once, to plain text, stands for that. */
function literalName(name: string, text: string): string | undefined {
  const variable = /^\$\{?(\w+)\}?$/.exec(name)?.[1];
  if (variable === undefined) return name.includes('$') ? undefined : name;
  const settings = [...text.matchAll(new RegExp(`^[ \\t]*(?:export[ \\t]+|readonly[ \\t]+)?${variable}=(.*)$`, 'gm'))];
  const value = settings.length === 1 ? settings[0]?.[1]?.trim() : undefined;
  return value === undefined ? undefined : /^(["']?)([\w.%/]+)\1$/.exec(value)?.[2];
}
