import { splitCommands } from '#core/syntax/split-commands.ts';
import { type Command, commandsOf, type Document, type Slice } from '#core/syntax/tree.ts';
import { sourceText } from '#core/text/source-text.ts';
import type { SourceId } from '#core/text/span.ts';
import { dumpHeader } from './dump-header.ts';
import { isJob } from './job-streams.ts';
import { readCommands } from './read-commands.ts';
import type { Inside } from './read-inside.ts';
import { readJob } from './read-job.ts';
import { readShell } from './read-shell.ts';
import { readYaml } from './read-yaml.ts';
import { withoutForeignText } from './without-foreign-text.ts';

/**
 * Reads a source: MQSC in scalars when its name ends as YAML files do, in here-documents of a shell script, in the stream of a z/OS job,
 * else a script or dump. Never fails.
 * Commands that `before`, an earlier reading of the source, holds as well keep their bodies.
 */
export function readDocument(source: SourceId, text: string, before?: Document): Document {
  if (isYaml(source)) return inOther('yaml', source, text, readYaml(text, before));
  if (isShell(source, text)) return inOther('shell', source, text, readShell(text, before));
  if (isJob(text)) {
    const inJob = readJob(text, before);
    if (inJob.slices.length > 0) return inOther('job', source, text, inJob);
  }
  return readScript(source, text, before ? [...commandsOf(before)] : []);
}

const isYaml = (source: SourceId): boolean =>
  /\.ya?ml(?:[._-]?(?:template|tmpl|tpl|j2|in))?$/i.test(source.replace(/[?#].*$/, ''));

const isShell = (source: SourceId, text: string): boolean =>
  /\.(?:sh|bash|ksh|zsh)$/i.test(source.replace(/[?#].*$/, '')) || /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);

const inOther = (
  kind: Document['kind'],
  source: SourceId,
  text: string,
  { slices, layoutProblems }: Inside,
): Document => ({
  source,
  text: sourceText(text),
  kind: slices.length > 0 ? kind : 'none',
  slices,
  layoutProblems,
});

function readScript(source: SourceId, whole: string, known: readonly Command[]): Document {
  const { commands: ranges, comments, problems } = splitCommands(whole);
  const all = readCommands(whole, ranges, known);
  const text = sourceText(whole);
  const dump = dumpHeader(text, comments, all);
  const own = withoutForeignText(all, problems, dump);
  const slice: Slice = {
    span: { start: 0, end: text.length },
    form: 'lines',
    margin: 0,
    commands: own.commands,
    comments,
    label: undefined,
    ownerHint: undefined,
    dump,
  };
  return { source, text, kind: 'mqsc', slices: [slice], layoutProblems: own.problems };
}
