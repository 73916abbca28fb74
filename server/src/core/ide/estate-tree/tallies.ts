import type { Estate } from '#core/model/model.ts';
import { assignmentAt } from '#core/model/owner-at.ts';
import type { Finding, Severity } from '#core/rules/rule.ts';
import { type Command, commandsOf, type Document, textOf } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Tally } from './estate-node.ts';

/** Counts of findings for the parts of an estate; a finding counts for each queue manager that runs its text, and once for their cluster. */
export interface Tallies {
  readonly ofEstate: Tally;
  readonly ofCluster: (name: string) => Tally;
  readonly ofQueueManager: (name: string) => Tally;
  readonly ofObject: (queueManager: string, name: string) => Tally;
  readonly ofClones: (queue: string) => Tally;
}

export function talliesOf(estate: Estate, findings: ReadonlyMap<SourceId, readonly Finding[]>): Tallies {
  const known = kept.get(findings);
  if (known) return known;
  const clusters = new Map<string, Tally>();
  const queueManagers = new Map<string, Tally>();
  const objects = new Map<string, Tally>();
  const clones = new Map<string, Tally>();
  let all = nothing;
  for (const [source, own] of findings) {
    const document = estate.documents.get(source);
    const commands = document ? commandsAt(document, own) : [];
    for (const [index, finding] of own.entries()) {
      if (finding.severity === 'hint') continue;
      all = add(all, finding.severity);
      if (finding.group === 'clones' && finding.subject?.queue !== undefined)
        increase(clones, finding.subject.queue, finding.severity);
      const owners = assignmentAt(estate, source, finding.at.span.start)?.queueManagers ?? [];
      const name = textOf(commands[index]?.body.object)?.trimEnd();
      for (const owner of owners) {
        increase(queueManagers, owner, finding.severity);
        if (name !== undefined) increase(objects, objectKey(owner, name), finding.severity);
      }
      for (const cluster of estate.clusters.values())
        if (cluster.members.some(({ queueManager }) => owners.includes(queueManager.name.toUpperCase())))
          increase(clusters, cluster.name, finding.severity);
    }
  }
  const tallies: Tallies = {
    ofEstate: all,
    ofCluster: (name) => clusters.get(name) ?? nothing,
    ofQueueManager: (name) => queueManagers.get(name.toUpperCase()) ?? nothing,
    ofObject: (queueManager, name) => objects.get(objectKey(queueManager.toUpperCase(), name)) ?? nothing,
    ofClones: (queue) => clones.get(queue) ?? nothing,
  };
  kept.set(findings, tallies);
  return tallies;
}

export const nothing: Tally = { count: 0, worst: undefined };

const kept = new WeakMap<ReadonlyMap<SourceId, readonly Finding[]>, Tallies>();

const objectKey = (queueManager: string, name: string): string => `${queueManager} ${name}`;

const increase = (tallies: Map<string, Tally>, key: string, severity: Severity): void => {
  tallies.set(key, add(tallies.get(key) ?? nothing, severity));
};

const add = ({ count, worst }: Tally, severity: Severity): Tally => ({
  count: count + 1,
  worst: worst === undefined || order.indexOf(severity) > order.indexOf(worst) ? severity : worst,
});

const order: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** For each of the findings, which come in the order of their places, the command that it stands in. */
function commandsAt(document: Document, findings: readonly Finding[]): readonly (Command | undefined)[] {
  const commands = [...commandsOf(document)];
  let next = 0;
  return findings.map(({ at }) => {
    while (next < commands.length && (commands[next]?.end ?? 0) <= at.span.start) next += 1;
    const command = commands[next];
    return command && command.start <= at.span.start ? command : undefined;
  });
}
