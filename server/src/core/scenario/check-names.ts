import type { Plan, PlanQueueManager } from './plan.ts';
import type { NameKind } from './problem.ts';
import { didYouMean, type Reading, report } from './shape.ts';

/** Looks up every name that the scenario uses. An unknown queue or channel is a warning: a run may be about just that. */
export function checkNames(plan: Plan, reading: Reading): void {
  const known = knownNames(plan);
  for (const use of reading.names) {
    const names = known[use.kind];
    if (names.has(use.name)) continue;
    const severity = use.kind === 'queue' || use.kind === 'channel' ? 'warning' : 'error';
    report(reading, severity, use.span, `No ${titles[use.kind]} \`${use.name}\` here${didYouMean(use.name, names)}`);
  }
}

const titles: Readonly<Record<NameKind, string>> = {
  'queue-manager': 'queue manager',
  'object-queue-manager': 'queue manager or alias of one',
  queue: 'queue',
  channel: 'channel',
  application: 'application',
  'sharing-group': 'queue-sharing group',
  host: 'host',
  'host-member': 'queue manager or application',
};

function knownNames(plan: Plan): Readonly<Record<NameKind, ReadonlySet<string>>> {
  const { queueManagers } = plan;
  const queueManager = new Set(queueManagers.map((each) => each.name));
  const application = new Set(plan.applications.map((each) => each.name));
  return {
    'queue-manager': queueManager,
    'object-queue-manager': new Set([...queueManager, ...queueManagers.flatMap(namesOfQueueManagers)]),
    queue: new Set([
      ...queueManagers.flatMap((each) => each.queues.map((queue) => queue.name)),
      ...definedInMidRun(plan, (type) => type.startsWith('Q')),
    ]),
    channel: new Set([
      ...queueManagers.flatMap((each) => each.channels.map((channel) => channel.name)),
      ...definedInMidRun(plan, (type) => type === 'CHANNEL'),
    ]),
    application,
    'sharing-group': new Set(plan.queueSharingGroups?.map((each) => each.name)),
    host: new Set(plan.hosts.map((each) => each.name)),
    'host-member': new Set([...queueManager, ...application]),
  };
}

const definedInMidRun = ({ events }: Plan, isOfType: (type: string) => boolean): readonly string[] =>
  events.flatMap(({ action }) =>
    action.do === 'mqsc' && action.parsed.verbName === 'DEFINE' && isOfType(action.parsed.objectName ?? '')
      ? (action.parsed.object?.value?.items ?? []).map(({ text }) => text)
      : [],
  );

/** The names of objects that may stand for a queue manager in MQOPEN: queue manager aliases and transmission queues. */
const namesOfQueueManagers = ({ queues }: PlanQueueManager): readonly string[] =>
  queues
    .filter(
      ({ type, attributes }) =>
        (type === 'QREMOTE' && (attributes.RNAME?.value ?? '') === '') || attributes.USAGE?.value === 'XMITQ',
    )
    .map(({ name }) => name);
