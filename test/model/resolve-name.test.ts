import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaningAt } from '#core/model/message-route.ts';
import { followAliases } from '#core/model/queries.ts';
import { planSharingGroups } from '#core/scenario/plan-groups.ts';
import { makePlan } from '#core/scenario/plan-parts.ts';
import { planQueueManagers } from '#core/scenario/plan-queue-managers.ts';
import { buildWorld } from '#core/sim/build-world.ts';
import { resolveName } from '#core/sim/resolve-name.ts';
import { estateOf } from '../support/estate.ts';

/*
 * Hover, navigation and rules ask the definitions of the files what a name means, a simulation asks its world, by one function
 * (`model/resolve-name.ts`). What the two tell it must agree: whatever is written, a name means the same to both.
 */

const managers = ['QM1', 'QM2', 'QM3'] as const;
const queues = ['A', 'B', 'C', 'R', 'X', 'QM2', 'QM3', 'QM9'] as const;
const name = fc.constantFrom(...queues);
const manager = fc.constantFrom('QM1', 'QM2', 'QM3', 'QM9', 'R', "' '");
const clustered = fc.constantFrom('', '', 'CLUSTER(CL)');

const definition = fc.oneof(
  fc
    .tuple(name, clustered, fc.constantFrom('', '', 'USAGE(XMITQ)'))
    .map(([queue, cluster, usage]) => `DEFINE QLOCAL(${queue}) ${usage === '' ? cluster : usage}`),
  fc
    .tuple(name, name, clustered)
    .map(([queue, target, cluster]) => `DEFINE QALIAS(${queue}) TARGET(${target}) ${cluster}`),
  fc
    .tuple(name, fc.oneof(name, fc.constant("' '")), manager, fc.oneof(fc.constant("' '"), name), clustered)
    .map(
      ([queue, remote, at, xmitq, cluster]) =>
        `DEFINE QREMOTE(${queue}) RNAME(${remote}) RQMNAME(${at}) XMITQ(${xmitq}) ${cluster}`,
    ),
  name.map((queue) => `ALTER QMGR DEFXMITQ(${queue})`),
);

/** QM1 and QM2 are the full repositories of CL; QM3 is a member of it, or the repository of a cluster of its own. */
const channels = (
  at: string,
  cluster: string,
): string => `${at === 'QM3' && cluster === 'CL' ? '' : `ALTER QMGR REPOS(${cluster})`}
DEFINE CHANNEL(CL.${at}) CHLTYPE(CLUSRCVR) CONNAME('${at}') CLUSTER(${cluster})
DEFINE CHANNEL(CL.${at === 'QM1' ? 'QM2' : 'QM1'}) CHLTYPE(CLUSSDR) CONNAME('x') CLUSTER(${cluster})`;

/** In the cluster that the queue manager is in: a simulation drops those in others a step later, to say why. */
const definitionsAt = (texts: readonly string[] = [], cluster: string): string =>
  texts.join('\n').replaceAll('CLUSTER(CL)', `CLUSTER(${cluster})`);

const estates = fc.record({
  texts: fc.tuple(...managers.map(() => fc.array(definition, { maxLength: 7 }))),
  third: fc.constantFrom('CL', 'OTHER'),
});

test('a name means the same in the files and in a simulation of them', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(estates, ({ texts, third }) => {
      const marked = managers
        .map(
          (at, index) =>
            `*- ${at}.mqsc\n${channels(at, at === 'QM3' ? third : 'CL')}\n${definitionsAt(texts[index], at === 'QM3' ? third : 'CL')}\n`,
        )
        .join('');
      compare(marked, ['', 'QM1', 'QM2', 'QM3', 'QM9', 'R'], met);
    }),
    { numRuns: 80, seed: 4 },
  );
  expect([...met].toSorted()).toMatchInlineSnapshot(`
    [
      "cluster-queue",
      "cluster-queue-manager",
      "failed 2001",
      "failed 2082",
      "failed 2085",
      "failed 2087",
      "failed 2091",
      "failed 2092",
      "failed 2184",
      "failed 2196",
      "failed 2197",
      "failed 2198",
      "failed 2199",
      "local",
      "transmission",
    ]
  `);
});

const inGroup = fc.oneof(
  { weight: 3, arbitrary: definition },
  name.map((queue) => `DEFINE QLOCAL(${queue}) QSGDISP(SHARED) CFSTRUCT(S)`),
  fc.constantFrom('ALTER QMGR IGQ(ENABLED)', 'ALTER QMGR SQQMNAME(IGNORE)'),
  name.map((queue) => `DEFINE QREMOTE(R) RNAME(${queue}) RQMNAME(QSG1)`),
);

test('so it does in a queue-sharing group', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.tuple(...managers.map(() => fc.array(inGroup, { maxLength: 7 }))), (texts) => {
      const marked = managers.map(
        (at, index) => `*- ${at}.mqsc\n${texts[index]?.join('\n').replaceAll('CLUSTER(CL)', '')}\n`,
      );
      compare(`*- mqsc.yaml\n${groupFile}${marked.join('')}`, ['', 'QM1', 'QM2', 'QM3', 'QSG1', 'R'], met);
    }),
    { numRuns: 80, seed: 4 },
  );
  expect([...met].toSorted()).toMatchInlineSnapshot(`
    [
      "failed 2001",
      "failed 2082",
      "failed 2085",
      "failed 2087",
      "failed 2091",
      "failed 2092",
      "failed 2184",
      "failed 2196",
      "failed 2197",
      "failed 2198",
      "failed 2199",
      "failed 2343",
      "local",
      "transmission",
    ]
  `);
});

const groupFile = `version: 1
queueManagers: { QM1: { platform: zos }, QM2: { platform: zos }, QM3: { platform: zos } }
queueSharingGroups: { QSG1: { members: [QM1, QM2] } }
`;

/** Asks both, at each queue manager, of each queue with each ObjectQMgrName. */
function compare(marked: string, asked: readonly string[], met: Set<string>): void {
  const { estate } = estateOf(marked);
  const plan = { queueManagers: planQueueManagers(estate), queueSharingGroups: planSharingGroups(estate) };
  const world = buildWorld(makePlan({ name: 'names', ...plan }), 'off', undefined);
  for (const at of managers)
    for (const queue of queues)
      for (const queueManager of asked) {
        const here = estate.queueManagers.get(at);
        const there = world.queueManagerNamed.get(at);
        if (!here || !there) throw new Error(`no ${at}`);
        const meaning = meaningAt(here, { queue, queueManager }, estate);
        const written = toldOfFiles(meaning);
        const running = toldOfRun(resolveName(world, there, queue, queueManager));
        expect(running, `${queue} at ${queueManager} from ${at} in\n${marked}`).toEqual(written);
        if (queueManager === '' && meaning.kind === 'local' && meaning.passed.every(({ type }) => type === 'QALIAS'))
          expect(followAliases(here, queue).path.at(-1)?.name, marked).toBe(written[1]);
        met.add(`${written[0]} ${typeof written[1] === 'number' ? written[1] : ''}`.trim());
      }
}

type Told = readonly (string | number)[];

function toldOfFiles(meaning: ReturnType<typeof meaningAt>): Told {
  switch (meaning.kind) {
    case 'local':
      return ['local', meaning.queue.name];
    case 'cluster-queue':
      return ['cluster-queue', meaning.name];
    case 'failed':
      return ['failed', meaning.reason];
    case 'transmission':
      return ['transmission', meaning.transmission.name, meaning.queue, meaning.queueManager];
    case 'intra-group':
      return ['transmission', 'SYSTEM.QSG.TRANSMIT.QUEUE', meaning.queue, meaning.queueManager];
    default:
      return [meaning.kind, meaning.queue, meaning.queueManager];
  }
}

function toldOfRun(resolution: ReturnType<typeof resolveName>): Told {
  switch (resolution.kind) {
    case 'local':
      return ['local', resolution.queue.definition.name];
    case 'cluster-queue':
      return ['cluster-queue', resolution.name];
    case 'failed':
      return ['failed', resolution.reason];
    case 'transmission':
      return ['transmission', resolution.queue.definition.name, resolution.targetQueue, resolution.targetQueueManager];
    case 'cluster-queue-manager':
      return [resolution.kind, resolution.queue, resolution.queueManager];
  }
}
