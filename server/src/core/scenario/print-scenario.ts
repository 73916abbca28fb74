import { Document, isMap, isSeq } from 'yaml';
import type {
  Plan,
  PlanApplication,
  PlanEvent,
  PlanMonitor,
  PlanNeed,
  PlanNetwork,
  PlanSharingGroup,
  PlanTakeover,
  PlanUniformCluster,
} from './plan.ts';
import { defaults } from './plan-parts.ts';
import { printMqsc } from './print-mqsc.ts';
import { printBandwidth, printDuration, printSize } from './units.ts';

/** The plan as a `*.mqsim.yaml` that stands on its own: `readScenario` makes an equal plan of it, but for places. */
export function printScenario(plan: Plan): string {
  const document = new Document({
    version: 1,
    ...given('name', plan.name, ''),
    seed: plan.seed,
    until: printDuration(plan.untilUs),
    mqVersion: plan.mqVersion,
    definitions: Object.fromEntries(plan.queueManagers.map((each) => [each.name, printMqsc(each)])),
    ...givenList(
      'hosts',
      plan.hosts.map((host) => [host.name, [...host.queueManagers, ...host.applications]] as const),
      Object.fromEntries,
    ),
    ...givenList('takeover', (plan.takeovers ?? []).map(takeoverText), Object.fromEntries),
    ...givenList('uniformClusters', (plan.uniformClusters ?? []).map(uniformText), Object.fromEntries),
    ...givenList('queueSharingGroups', (plan.queueSharingGroups ?? []).map(groupText), Object.fromEntries),
    network: networkText(plan.network),
    ...givenList('applications', plan.applications.map(applicationText)),
    ...givenList('monitors', (plan.monitors ?? []).map(monitorText)),
    ...givenList('events', plan.events.map(eventText)),
    ...givenList('ordering', (plan.ordering ?? []).map(needText)),
    ...givenList('expect', plan.expectations),
    ...givenList('assume', Object.entries(plan.assume), Object.fromEntries),
    ...givenList('warnings', plan.warnings),
  });
  for (const key of [
    'network',
    'events',
    'hosts',
    'ordering',
    'takeover',
    'uniformClusters',
    'queueSharingGroups',
    'monitors',
  ])
    flowItems(document.get(key));
  const applications = document.get('applications');
  if (isSeq(applications)) applications.items.forEach(flowItems);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

type Text = Readonly<Record<string, unknown>>;

function networkText(network: PlanNetwork): Text {
  return {
    latency: printDuration(network.latencyUs),
    channelStart: printDuration(network.channelStartUs),
    bandwidth: printBandwidth(network.bandwidth),
    repositoryDelay: printDuration(network.repositoryDelayUs),
    ...given('partialRepositories', network.partialRepositories, undefined),
    ...givenList(
      'links',
      network.links.map((link) => ({
        between: link.between,
        ...(link.latencyUs !== undefined && { latency: printDuration(link.latencyUs) }),
        ...(link.bandwidth !== undefined && { bandwidth: printBandwidth(link.bandwidth) }),
      })),
    ),
  };
}

const takeoverText = ({ queueManager, afterUs, host, kind }: PlanTakeover): readonly [string, Text] => [
  queueManager,
  { after: printDuration(afterUs), ...given('host', host, undefined), ...given('kind', kind, undefined) },
];

const uniformText = ({ name, members, balanceUs }: PlanUniformCluster): readonly [string, Text] => [
  name,
  { members, ...given('balance', printDuration(balanceUs), printDuration(defaults.balanceUs)) },
];

const groupText = ({ name, members, structures }: PlanSharingGroup): readonly [string, Text] => [
  name,
  { members, ...givenList('structures', structures) },
];

const monitorText = ({ kind, queueManager, queue, everyUs, resends }: PlanMonitor): Text => ({
  kind,
  queueManager,
  queue,
  every: printDuration(everyUs),
  ...given('resend', resends, false),
});

function applicationText(application: PlanApplication): Text {
  const { name, kind, queueManager, queue } = application;
  const startAt = given('startAt', printDuration(application.startAtUs), '0s');
  if (application.kind === 'consumer') {
    return {
      name,
      kind,
      queueManager,
      queue,
      ...given('sessions', application.sessions, 1),
      service: {
        time: printDuration(application.service.timeUs),
        ...given('distribution', application.service.distribution, 'constant'),
      },
      ...givenList('poison', application.poison),
      ...given('failureRate', application.failureRate, 0),
      ...given('maxRetries', application.maxRetries, -1),
      ...given('triggered', application.triggered, undefined),
      ...given('listener', application.listener ?? 'liberty', 'liberty'),
      ...(application.xa && {
        xa: { decision: printDuration(application.xa.decisionUs), commit: printDuration(application.xa.commitUs) },
      }),
      ...given('reconnect', application.reconnect, 'no'),
      ...balancingText(application),
      ...given('instances', application.instances, 1),
      ...given('retryInterval', printDuration(application.retryIntervalUs), '0s'),
      ...startAt,
    };
  }
  return {
    name,
    kind,
    queueManager,
    ...given('queue', queue, ''),
    ...given('topic', application.topic, undefined),
    ...given('objectQueueManager', application.objectQueueManager, ''),
    ...given('verb', application.verb, 'MQPUT'),
    ...given('bind', application.bind, 'as-q-def'),
    count: application.count,
    every: printDuration(application.intervalUs),
    ...given('arrival', application.arrival, 'constant'),
    ...startAt,
    ...given('reopenAfter', application.reopenAfter, 0),
    message: {
      size: printSize(application.message.size),
      ...givenList('sizes', (application.message.sizes ?? []).map(printSize)),
      ...given('segments', application.message.segments, undefined),
      ...given('persistence', application.message.persistence, 'as-q-def'),
      ...given('priority', application.message.priority, 'as-q-def'),
      ...(application.message.expiryUs > 0 && { expiry: printDuration(application.message.expiryUs) }),
      ...given('returnTo', application.message.returnTo, undefined),
    },
    ...(application.group && {
      group: { size: application.group.size, ...given('logicalOrder', application.group.logicalOrder, true) },
    }),
    ...given('syncpoint', application.syncpoint, 1),
    ...given('reconnect', application.reconnect, 'no'),
    ...balancingText(application),
    ...given('instances', application.instances, 1),
  };
}

function balancingText({ balancing }: PlanApplication): Text {
  if (balancing === undefined) return {};
  const { type, replyUs, timeoutUs, transactions } = balancing;
  const timeout = timeoutUs === -1 ? 'never' : printDuration(timeoutUs);
  return {
    balancing: {
      type,
      ...given('reply', printDuration(replyUs), printDuration(defaults.replyUs)),
      ...given('timeout', timeout, printDuration(defaults.balanceTimeoutUs)),
      ...given('transactions', transactions, 'respected'),
    },
  };
}

function eventText(event: PlanEvent): Text {
  const when = 'when' in event ? { when: event.when } : { at: printDuration(event.atUs) };
  if (event.action.do !== 'mqsc') return { ...when, ...event.action };
  return { ...when, do: 'mqsc', queueManager: event.action.queueManager, command: event.action.command };
}

const needText = ({ need, queues, reason, rule }: PlanNeed): Text => ({
  ...(queues.length === 1 ? { queue: queues[0] } : { queues }),
  needs: need,
  ...given('reason', reason, ''),
  ...given('rule', rule, undefined),
});

const given = <T>(key: string, value: T, fallback: T): Text => (value === fallback ? {} : { [key]: value });

const givenList = <T>(key: string, items: readonly T[], make: (items: readonly T[]) => unknown = (all) => all): Text =>
  items.length === 0 ? {} : { [key]: make(items) };

/** Short things on one line each. */
function flowItems(node: unknown): void {
  const items = isSeq(node) ? node.items : isMap(node) ? node.items.map((pair) => pair.value) : [];
  for (const item of items) if (isMap(item) || isSeq(item)) item.flow = true;
}
