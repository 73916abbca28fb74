import { type Command, commandsOf, type Document } from '#core/syntax/tree.ts';
import { problemsInLayout } from './parts/problem-findings.ts';
import type { LocalFinding, LocalFix, Rule } from './rule.ts';

export const commandAfterEnd: Rule = {
  code: 'command-after-end',
  group: 'script order',
  severity: 'warning',
  title: 'Commands after END never run.',
  docs: {
    behaviour: '`END`, `EXIT` and `QUIT` end runmqsc. It does not read what follows.',
    harm: 'The definitions below do not exist on the queue manager, although the file shows them.',
    remedy:
      'Move END to the end of the file, or leave it out (the light bulb does): the end of the file ends runmqsc as well.',
    exception: 'Commands parked there on purpose; comments say so more clearly.',
    sources: ['IBM MQ: runmqsc (run MQSC commands)'],
  },
  check: { scope: 'document', run: findUnread },
};

function* findUnread(document: Document): Iterable<LocalFinding> {
  for (const finding of problemsInLayout('command-after-end')(document)) {
    const end = [...commandsOf(document)].findLast((command) => command.end <= finding.span.start && isEnd(command));
    const fix = end && removalOf(end, document);
    yield { ...finding, ...(fix && { fixes: [fix] }) };
  }
}

const isEnd = ({ body: { verbName } }: Command): boolean => verbName !== undefined && ends.has(verbName);

const ends: ReadonlySet<string> = new Set(['END', 'EXIT', 'QUIT']);

/** The command with its line, where it has one of its own. */
function removalOf({ start, end, body }: Command, { text }: Document): LocalFix | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = text.indexOf('\n', end);
  if (lineBreak < 0 || text.slice(lineStart, start).trim() !== '' || text.slice(end, lineBreak).trim() !== '')
    return undefined;
  return { title: `Remove ${body.verbName}`, edits: [{ span: { start: lineStart, end: lineBreak + 1 }, newText: '' }] };
}
