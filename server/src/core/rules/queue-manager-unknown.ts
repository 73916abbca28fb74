import type { Estate } from '#core/model/model.ts';
import { type Command, commandsOf, type Document } from '#core/syntax/tree.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const queueManagerUnknown: Rule = {
  code: 'queue-manager-unknown',
  group: 'estate',
  severity: 'info',
  title: 'Nothing tells which queue manager these commands are for.',
  docs: {
    behaviour:
      'A file belongs to a queue manager by `mqsc.yaml`, a `* @qmgr NAME` comment, the header of a dump, the names in YAML, the argument of runmqsc in a shell script, PARM of CSQUTIL in a job, its cluster-receiver channel, or its own name.',
    harm: 'Clones, clusters and references in this file are not compared with the other files.',
    remedy: 'Put `* @qmgr NAME` on the first line, name the file after the queue manager, or write an `mqsc.yaml`.',
    exception:
      'Snippets and highlighter tests that are for no queue manager. Nothing is said of a shell script or a job that is told its queue manager when it runs.',
    sources: ['Behaviour of this extension'],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      for (const document of estate.documents.values()) {
        const orphan = document.kind === 'shell' || document.kind === 'job' ? undefined : firstOrphan(document, estate);
        if (orphan) yield findingFor(document, orphan);
      }
    },
  },
};

/** One finding per file is enough. */
const firstOrphan = (document: Document, estate: Estate): Command | undefined => {
  const assignments = estate.assignments.get(document.source) ?? [];
  const isOrphan = (offset: number) =>
    !assignments.some(
      ({ span, queueManagers }) => span.start <= offset && offset <= span.end && queueManagers.length > 0,
    );
  if (assignments.length > 0 && assignments.every(({ queueManagers }) => queueManagers.length > 0)) return undefined;
  for (const command of commandsOf(document)) if (isOrphan(command.start)) return command;
  return undefined;
};

const findingFor = (document: Document, { start, body }: Command): EstateFinding => ({
  at: {
    source: document.source,
    span: { start: start + (body.verb?.span.start ?? 0), end: start + (body.verb?.span.end ?? 0) },
  },
  message:
    'Which queue manager is this for? Nothing tells, so these definitions are compared with no other file. Write * @qmgr NAME on the first line, or an mqsc.yaml.',
});
