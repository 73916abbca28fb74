import type { CloneGroup, Estate } from '#core/model/model.ts';
import { ownersAt } from '#core/model/owner-at.ts';
import { clusterTopicsOf } from '#core/rules/parts/cluster-topics.ts';
import type { Finding } from '#core/rules/rule.ts';
import { commandsOf, type Document, textOf } from '#core/syntax/tree.ts';
import type { CloneName } from './comparison.ts';
import { rulesComparing } from './importance.ts';
import { type OddInstances, oddInstances } from './odd-instances.ts';

/** A cluster queue or topic that can be compared. */
export interface CloneListing extends CloneName {
  readonly queueManagers: readonly string[];
  /** Instances in whose definition a finding about clones stands. */
  readonly differing: number;
}

/** All cluster queues and topics of an estate: those that differ first, then those with several instances, by name. */
export function listClones(estate: Estate, findings: Iterable<readonly Finding[]>): readonly CloneListing[] {
  const odd = oddInstances(findings);
  const queues = [...estate.clusters.values()].flatMap(({ cloneGroups }) => [...cloneGroups.values()]);
  const all = [
    ...queues.map((group) => listing('queue', group, odd)),
    ...clusterTopicsOf(estate).map((group) => listing('topic', group, odd)),
  ];
  return all
    .filter(({ name }) => !name.startsWith('SYSTEM.'))
    .sort(
      (a, b) =>
        b.differing - a.differing ||
        Number(b.queueManagers.length > 1) - Number(a.queueManagers.length > 1) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
}

const listing = (kind: CloneName['kind'], { queue, cluster, instances }: CloneGroup, odd: OddInstances) => ({
  kind,
  name: queue,
  cluster,
  queueManagers: instances.map(({ queueManager }) => queueManager.name),
  differing: instances.filter(({ queueManager }) => odd.get(queue)?.has(queueManager.name)).length,
});

/** What there is to compare at a place: the queue that a finding there is about, else the one that the command there defines. */
export function clonesAt(
  document: Document,
  offset: number,
  estate: Estate,
  findings: readonly Finding[],
): readonly CloneName[] {
  const found = findings.filter(
    ({ group, at }) => group === 'clones' && at.span.start <= offset && offset <= at.span.end,
  );
  const topicRules = rulesComparing('topic');
  const told = found.flatMap(({ code, subject }): readonly CloneName[] =>
    subject?.queue !== undefined && subject.cluster !== undefined
      ? [{ kind: topicRules.has(code) ? 'topic' : 'queue', name: subject.queue, cluster: subject.cluster }]
      : [],
  );
  if (told.length > 0) return told;
  const command = [...commandsOf(document)].find(({ start, end }) => start <= offset && offset <= end);
  const name = command && textOf(command.body.object)?.trimEnd();
  if (!command || !name) return [];
  const kind = command.body.objectName === 'TOPIC' ? 'topic' : 'queue';
  const owners = ownersAt(estate, document.source, command.start);
  const groups =
    kind === 'topic'
      ? clusterTopicsOf(estate).filter(({ queue }) => queue === name)
      : [...estate.clusters.values()].flatMap(({ cloneGroups }) => cloneGroups.get(name) ?? []);
  return groups
    .filter(({ instances }) => instances.some(({ queueManager }) => owners.includes(queueManager)))
    .map(({ cluster }) => ({ kind, name, cluster }));
}
