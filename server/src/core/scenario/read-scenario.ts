import { isMap, parseDocument } from 'yaml';
import { didYouMean, report } from '#core/estate/yaml-shape.ts';
import type { Estate } from '#core/model/model.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import { type SourceId, type Span, span } from '#core/text/span.ts';
import { checkCommand } from './check-command.ts';
import { checkNames } from './check-names.ts';
import type { ClusterShorthand } from './cluster-shorthand.ts';
import type { Plan, PlanAction, PlanApplication, PlanEvent, PlanHost, PlanNeed, PlanQueueManager } from './plan.ts';
import { monitorsOf, sharingGroupsOf, takeoversOf, uniformClustersOf } from './plan-groups.ts';
import { planOrdering } from './plan-ordering.ts';
import { defaults } from './plan-parts.ts';
import { planQueueManagers } from './plan-queue-managers.ts';
import { isNameKind, type NameUse, type ScenarioProblem, scenarioProblem } from './problem.ts';
import { readCommand } from './read-command.ts';
import { completeClusters, type ReadDefinitions, readDefinitions } from './read-definitions.ts';
import {
  type ApplicationText,
  type ClusterText,
  type EventText,
  type ScenarioText,
  scenarioShape,
} from './scenario-shape.ts';
import type { Reading } from './shape.ts';

export interface ReadScenario {
  /** Undefined when the text is no scenario at all. With an error among the problems it is not what the text says. */
  readonly plan: Plan | undefined;
  readonly problems: readonly ScenarioProblem[];
}

/**
 * Reads a `*.mqsim.yaml`. `estate` gives the queue managers of a scenario that names an estate file, or that defines none
 * itself; which file that is, `estateOf` tells the host. Never throws.
 */
export function readScenario(
  source: SourceId,
  text: string,
  around: { readonly estate?: Estate | undefined } = {},
): ReadScenario {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  const reading = startReading(source, text, document);
  for (const error of [...document.errors, ...document.warnings])
    report(reading, 'error', span(error.pos[0], error.pos[1]), error.message);
  const { contents } = document;
  if (!isMap(contents)) {
    report(reading, 'error', span(0, text.length), 'A scenario is a mapping that begins with `version: 1`.');
    return { plan: undefined, problems: reading.problems };
  }
  const scenario = scenarioShape.read(contents, reading);
  if (!scenario) return { plan: undefined, problems: reading.problems };
  const { queueManagers, ordering } = readQueueManagers(scenario, text, around.estate, reading);
  const estate = isAlone(scenario) ? undefined : around.estate;
  const plan = {
    ...planOf(scenario, queueManagers, [...ordering, ...readOrdering(scenario, reading)], reading),
    takeovers: takeoversOf(scenario, reading),
    uniformClusters: uniformClustersOf(scenario, queueManagers, estate),
    queueSharingGroups: sharingGroupsOf(scenario, estate),
    monitors: monitorsOf(scenario),
  };
  checkNames(plan, reading);
  return { plan, problems: reading.problems };
}

function startReading(source: SourceId, text: string, document: Reading['document']): Reading {
  const problems: ScenarioProblem[] = [];
  const names: NameUse[] = [];
  return {
    source,
    text,
    document,
    problems,
    names,
    add: (severity, at, message) => problems.push(scenarioProblem(severity, at, message)),
    mention: (kind, name, at) => {
      if (isNameKind(kind)) names.push({ kind, name, span: at });
    },
  };
}

/**
 * Where a scenario's queue managers come from: the path of an estate file as it is written, the nearest estate, or the
 * scenario alone.
 */
export function estateOf(
  text: string,
): { readonly kind: 'file'; readonly path: string } | { readonly kind: 'nearest' } | { readonly kind: 'none' } {
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  if (!isMap(contents)) return { kind: 'none' };
  const path = contents.get('estate');
  if (typeof path === 'string' && path !== '') return { kind: 'file', path };
  return isMap(contents.get('definitions')) || isMap(contents.get('clusters')) ? { kind: 'none' } : { kind: 'nearest' };
}

function readQueueManagers(
  scenario: ScenarioText,
  text: string,
  estate: Estate | undefined,
  reading: Reading,
): Pick<ReadDefinitions, 'queueManagers' | 'ordering'> {
  const { definitions, clusters } = scenario;
  const own = readDefinitions(reading.source, text, definitions);
  reading.problems.push(...own.problems);
  const isOwn = isAlone(scenario);
  if (!isOwn && !estate) report(reading, 'error', span(0, 0), 'The estate of this scenario is not known.');
  const given = isOwn || !estate ? [] : planQueueManagers(estate);
  const defined = new Set(own.queueManagers.map((each) => each.name));
  return {
    queueManagers: completeClusters(
      [...given.filter((each) => !defined.has(each.name)), ...own.queueManagers],
      [...clusters].map(([name, cluster]) => shorthandOf(name, cluster, reading)),
    ),
    ordering: [...(isOwn || !estate ? [] : planOrdering(estate)), ...own.ordering],
  };
}

const isAlone = ({ estate, definitions, clusters }: ScenarioText): boolean =>
  estate === undefined && definitions.size + clusters.size > 0;

function readOrdering(scenario: ScenarioText, reading: Reading): readonly PlanNeed[] {
  return scenario.ordering.flatMap(({ span: at, value: { queue, queues = [], needs, reason, rule } }) => {
    const all = [...(queue === undefined ? [] : [queue]), ...queues];
    if (all.length > 0) return [{ need: needs, queues: all, reason, ...(rule !== undefined && { rule }) }];
    report(reading, 'error', at, 'An ordering need names a `queue`, or several `queues`.');
    return [];
  });
}

function shorthandOf(name: string, cluster: ClusterText, reading: Reading): ClusterShorthand {
  const { members, fullRepositories } = cluster;
  for (const each of fullRepositories ?? [])
    if (!members.includes(each.value))
      report(
        reading,
        'error',
        each.span,
        `\`${each.value}\` is no member of ${name}${didYouMean(each.value, members)}`,
      );
  const full = fullRepositories?.map((each) => each.value).filter((each) => members.includes(each));
  return { name, members, fullRepositories: full ?? members.slice(0, 2) };
}

function planOf(
  scenario: ScenarioText,
  queueManagers: readonly PlanQueueManager[],
  ordering: readonly PlanNeed[],
  reading: Reading,
): Plan {
  const known = new Set(queueManagers.map((each) => each.name));
  const { network } = scenario;
  return {
    name: scenario.name,
    seed: scenario.seed,
    untilUs: scenario.until,
    mqVersion: scenario.mqVersion,
    queueManagers,
    hosts: [...scenario.hosts].map(
      ([name, members]): PlanHost => ({
        name,
        queueManagers: members.filter((each) => known.has(each)),
        applications: members.filter((each) => !known.has(each)),
      }),
    ),
    network: {
      latencyUs: network.latency,
      channelStartUs: network.channelStart,
      bandwidth: network.bandwidth,
      repositoryDelayUs: network.repositoryDelay,
      ...(network.partialRepositories === 'fresh' && { partialRepositories: 'fresh' }),
      links: network.links.map(({ between, latency, bandwidth }) => ({
        between,
        ...(latency !== undefined && { latencyUs: latency }),
        ...(bandwidth !== undefined && { bandwidth }),
      })),
    },
    applications: uniqueApplications(scenario.applications, reading),
    events: scenario.events.flatMap((event) => eventOf(event.value, event.span, reading)),
    expectations: scenario.expect,
    ordering,
    assume: Object.fromEntries(
      Object.entries(scenario.assume).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
    ),
    warnings: scenario.warnings,
  };
}

function uniqueApplications(applications: readonly ApplicationText[], reading: Reading): readonly PlanApplication[] {
  const seen = new Set<string>();
  return applications.flatMap((application) => {
    const { value: name, span: at } = application.name;
    if (seen.has(name)) {
      report(reading, 'error', at, `Another application is called \`${name}\` already; each needs its own name.`);
      return [];
    }
    seen.add(name);
    return [applicationOf(application, name, reading)];
  });
}

function applicationOf(application: ApplicationText, name: string, reading: Reading): PlanApplication {
  if (application.kind === 'consumer') {
    const { queueManager, queue, sessions, service, poison, failureRate, maxRetries } = application;
    const { listener, xa, reconnect, instances, retryInterval, startAt } = application;
    return {
      kind: 'consumer',
      name,
      queueManager,
      queue,
      sessions,
      service: { timeUs: service.time, distribution: service.distribution },
      poison,
      failureRate,
      maxRetries,
      ...(application.triggered && { triggered: true }),
      ...(listener !== 'liberty' && { listener }),
      ...(xa !== undefined && { xa: { decisionUs: xa.decision, commitUs: xa.commit } }),
      reconnect,
      ...balancingOf(application),
      instances,
      retryIntervalUs: retryInterval,
      startAtUs: startAt,
    };
  }
  const { every, rate, message, topic } = application;
  if ((application.queue === '') === (topic === undefined))
    report(
      reading,
      'error',
      topic?.span ?? application.name.span,
      'A producer has a `queue` or a `topic`; one of them.',
    );
  if (every && rate) report(reading, 'error', rate.span, 'Either `every` or `rate`, not both.');
  return {
    kind: 'producer',
    name,
    queueManager: application.queueManager,
    queue: application.queue,
    ...(topic !== undefined && { topic: topic.value }),
    objectQueueManager: application.objectQueueManager,
    verb: application.verb,
    bind: application.bind,
    count: application.count,
    intervalUs: every?.value ?? rate?.value ?? defaults.intervalUs,
    arrival: application.arrival,
    startAtUs: application.startAt,
    reopenAfter: application.reopenAfter,
    message: {
      size: message.size,
      ...(message.sizes !== undefined && message.sizes.length > 0 && { sizes: message.sizes }),
      ...(message.segments > 1 && { segments: message.segments }),
      persistence: message.persistence,
      priority: message.priority,
      expiryUs: message.expiry,
      ...(message.returnTo !== '' && { returnTo: message.returnTo }),
    },
    group: application.group,
    syncpoint: application.syncpoint,
    reconnect: application.reconnect,
    ...balancingOf(application),
    instances: application.instances,
  };
}

function balancingOf({ balancing }: ApplicationText): Pick<PlanApplication, 'balancing'> {
  if (balancing === undefined) return {};
  const { type, reply, timeout, transactions } = balancing;
  return { balancing: { type, replyUs: reply, timeoutUs: timeout, transactions } };
}

function eventOf(event: EventText['value'], at: Span, reading: Reading): readonly PlanEvent[] {
  if ((event.at === undefined) === (event.when === undefined)) {
    const isReported = reading.problems.some(({ at: { span } }) => at.start < span.start && span.end <= at.end);
    if (!isReported) report(reading, 'error', at, 'An event needs a time, `at`, or a condition, `when`; one of them.');
    return [];
  }
  const action = actionOf(event, reading);
  if (!action) return [];
  if (event.when) return [{ when: event.when, action }];
  return event.at === undefined ? [] : [{ atUs: event.at, action }];
}

function actionOf(event: EventText['value'], reading: Reading): PlanAction | undefined {
  switch (event.do) {
    case 'fail-queue-manager':
    case 'stop-queue-manager':
    case 'start-queue-manager':
    case 'switch-over':
      return { do: event.do, queueManager: event.queueManager };
    case 'fail-host':
    case 'start-host':
      return { do: event.do, host: event.host };
    case 'break-link':
    case 'repair-link':
      return { do: event.do, from: event.from, to: event.to };
    case 'stop-application':
    case 'start-application':
      return { do: event.do, application: event.application };
    case 'inquire':
      return {
        do: event.do,
        queueManager: event.queueManager,
        queue: event.queue,
        bind: event.bind,
        times: event.times,
      };
    case 'resolve-transactions':
      return { do: event.do, application: event.application, action: event.action };
    case 'fail-structure':
      return { do: event.do, queueSharingGroup: event.queueSharingGroup, structure: event.structure };
    case 'mqsc': {
      const parsed = checkedCommand(event.command.value, event.command.span, reading);
      return parsed && { do: 'mqsc', queueManager: event.queueManager, command: event.command.value, parsed };
    }
  }
}

function checkedCommand(command: string, at: Span, reading: Reading): CommandBody | undefined {
  const body = readCommand(command);
  if (!body) report(reading, 'error', at, 'One MQSC command is expected here.');
  else for (const problem of checkCommand(body)) report(reading, 'error', at, problem.message);
  return body;
}
