import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate } from '#core/model/model.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { type CommandBody, commandsOf, type Document, spanIn } from '#core/syntax/tree.ts';
import type { Location, SourceId } from '#core/text/span.ts';
import { checkCommand } from './check-command.ts';
import { type ClusterShorthand, mergeQueueManager, shorthandMqsc } from './cluster-shorthand.ts';
import type { PlanAttributes, PlanNeed, PlanObject, PlanQueueManager } from './plan.ts';
import { planOrdering } from './plan-ordering.ts';
import { planQueueManagers } from './plan-queue-managers.ts';
import { type ScenarioProblem, scenarioProblem } from './problem.ts';
import type { Placed } from './shape.ts';

export interface ReadDefinitions {
  readonly queueManagers: readonly PlanQueueManager[];
  /** Declared by `* @ordering` comments. */
  readonly ordering: readonly PlanNeed[];
  readonly problems: readonly ScenarioProblem[];
}

/**
 * The queue managers of a `definitions:` section. Values point at their place in the scenario's text when the MQSC stands in
 * a block scalar, and at nothing when it stands on the key's own line.
 */
export function readDefinitions(
  source: SourceId,
  text: string,
  definitions: ReadonlyMap<string, Placed<string>>,
): ReadDefinitions {
  const whole = readDocument(source, text);
  const queueManagers: PlanQueueManager[] = [];
  const ordering: PlanNeed[] = [];
  const problems: ScenarioProblem[] = [];
  for (const [name, mqsc] of definitions) {
    const slices = whole.slices.filter(
      (slice) => slice.span.start >= mqsc.span.start && slice.span.end <= mqsc.span.end && slice.commands.length > 0,
    );
    if (slices.length > 0) {
      const document: Document = { ...whole, slices };
      for (const command of commandsOf(document)) {
        for (const each of checkCommand(command.body))
          problems.push(scenarioProblem('error', { source, span: spanIn(command, each.span) }, each.message));
        problems.push(
          ...misplaced(command.body, {
            source,
            span: command.body.verb ? spanIn(command, command.body.verb.span) : mqsc.span,
          }),
        );
      }
      const estate = estateFrom(name, document);
      queueManagers.push(queueManagerOf(name, estate));
      ordering.push(...planOrdering(estate));
    } else {
      const document = readDocument(name, `${mqsc.value}\n`);
      for (const command of commandsOf(document)) {
        for (const each of checkCommand(command.body))
          problems.push(scenarioProblem('error', { source, span: mqsc.span }, each.message));
        problems.push(...misplaced(command.body, { source, span: mqsc.span }));
      }
      const estate = estateFrom(name, document);
      queueManagers.push(withoutPlaces(queueManagerOf(name, estate)));
      ordering.push(...planOrdering(estate));
    }
  }
  return { queueManagers, ordering, problems };
}

/** What acts on a running queue manager defines nothing; a run would pass over it. START is not told: channels and listeners start by themselves here. */
const acts = new Set(['STOP', 'SUSPEND', 'RESUME', 'CLEAR', 'RESET', 'RESOLVE', 'REFRESH', 'RECOVER']);

function misplaced({ verbName, objectName }: CommandBody, at: Location): readonly ScenarioProblem[] {
  if (verbName === undefined || objectName === undefined || !acts.has(verbName)) return [];
  const name = `${verbName} ${objectName}`;
  return [
    scenarioProblem(
      'warning',
      at,
      `${name} defines nothing and is not run here; write it among the events, with do: mqsc.`,
    ),
  ];
}

/** The queue managers with all that the clusters need, members first in the order of the clusters; those that were not there are added. */
export function completeClusters(
  queueManagers: readonly PlanQueueManager[],
  clusters: readonly ClusterShorthand[],
): readonly PlanQueueManager[] {
  if (clusters.length === 0) return queueManagers;
  const made = new Map(queueManagersFrom(shorthandMqsc(clusters, queueManagers)).map((each) => [each.name, each]));
  const own = new Map(queueManagers.map((each) => [each.name, each]));
  const names = new Set([...clusters.flatMap((cluster) => cluster.members), ...own.keys()]);
  return [...names].flatMap((name) => {
    const [defined, extra] = [own.get(name), made.get(name)];
    if (defined && extra) return [mergeQueueManager(defined, extra, clusters)];
    return defined ?? extra ?? [];
  });
}

/** Queue managers out of MQSC that stands in no file: their values have no place. */
function queueManagersFrom(mqsc: ReadonlyMap<string, string>): readonly PlanQueueManager[] {
  return [...mqsc].map(([name, text]) =>
    withoutPlaces(queueManagerOf(name, estateFrom(name, readDocument(name, `${text}\n`)))),
  );
}

/** All the document's MQSC, run by the one queue manager. */
const estateFrom = (name: string, document: Document): Estate =>
  buildEstate({ documents: [document], owners: new Map([[document.source, name]]) }).estate;

function queueManagerOf(name: string, estate: Estate): PlanQueueManager {
  const [made] = planQueueManagers(estate);
  return made ? { ...made, name } : queueManagerOf(name, estateFrom(name, readDocument(name, 'ALTER QMGR\n')));
}

const withoutPlaces = (queueManager: PlanQueueManager): PlanQueueManager => ({
  ...queueManager,
  attributes: unplaced(queueManager.attributes),
  queues: queueManager.queues.map(unplacedObject),
  channels: queueManager.channels.map(unplacedObject),
  ...(queueManager.topics && { topics: queueManager.topics.map(unplacedObject) }),
  ...(queueManager.subscriptions && { subscriptions: queueManager.subscriptions.map(unplacedObject) }),
});

const unplacedObject = (object: PlanObject): PlanObject => ({
  ...object,
  attributes: unplaced(object.attributes),
  definedAt: undefined,
});

const unplaced = (attributes: PlanAttributes): PlanAttributes =>
  Object.fromEntries(Object.entries(attributes).map(([keyword, { value }]) => [keyword, { value, at: undefined }]));
