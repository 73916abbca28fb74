import { expect, test } from 'vitest';
import type { Estate } from '#core/model/model.ts';
import { clustersOf, followAliases, hasOpenMembership } from '#core/model/queries.ts';
import { estateOf } from '../support/estate.ts';

const clusters = (estate: Estate) =>
  Object.fromEntries(
    [...estate.clusters.values()].map((cluster) => [
      cluster.name,
      {
        members: cluster.members.map(
          ({ queueManager, isFullRepository, receivers, senders }) =>
            `${queueManager.name}${isFullRepository ? '*' : ''} ${[...receivers, ...senders].map(({ name }) => name).join(' ')}`,
        ),
        clones: [...cluster.cloneGroups.values()].map(
          ({ queue, instances }) => `${queue}: ${instances.map(({ queueManager }) => queueManager.name).join(' ')}`,
        ),
      },
    ]),
  );

const two = `
  *- QM1.mqsc
  ALTER QMGR REPOS(SALES)
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CLUSTER(SALES)
  DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSSDR) CLUSTER(SALES)
  DEFINE QLOCAL(Q) CLUSTER(SALES)
  DEFINE QLOCAL(LONELY) CLUSTER(NOWHERE)
  DEFINE QMODEL(M)
  DEFINE CHANNEL(SYSTEM.DEF.CLUSRCVR) CHLTYPE(CLUSRCVR) CLUSTER(SYSTEMS)
  DEFINE QLOCAL(SYSTEM.DEFAULT.LOCAL.QUEUE) CLUSTER(SYSTEMS) REPLACE
  *- QM2.mqsc
  DEFINE NAMELIST(BOTH) NAMES(SALES, STOCK)
  ALTER QMGR REPOSNL(BOTH)
  DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CLUSNL(BOTH)
  DEFINE QALIAS(Q) CLUSNL(BOTH) TARGET(T)
  DEFINE QLOCAL(T)
`;

test('members, repositories and clone groups; a queue in two clusters is two clone groups', () => {
  expect(clusters(estateOf(two).estate)).toEqual({
    SALES: { members: ['QM1* SALES.QM1 SALES.QM2', 'QM2* SALES.QM2'], clones: ['Q: QM1 QM2'] },
    NOWHERE: { members: [], clones: ['LONELY: QM1'] },
    STOCK: { members: ['QM2* SALES.QM2'], clones: ['Q: QM2'] },
  });
});

test('questions about them', () => {
  const { estate } = estateOf(two);
  const second = estate.queueManagers.get('QM2');
  const alias = second?.objects.get('queue', 'Q');
  expect(second && alias && clustersOf(alias, second)).toEqual(['SALES', 'STOCK']);
  expect(
    estate.clusters
      .get('SALES')
      ?.cloneGroups.get('Q')
      ?.instances.map(({ object }) => object.type),
  ).toEqual(['QLOCAL', 'QALIAS']);
  expect(second && followAliases(second, 'Q').path.map(({ name }) => name)).toEqual(['Q', 'T']);
  expect(second && followAliases(second, 'X').missing).toBe('X');
  expect(second && hasOpenMembership(second)).toBe(false);
});

test('clusters that inserts or missing namelists hide are open, not absent', () => {
  const { estate } = estateOf(`
    *- QM1.mqsc
    DEFINE CHANNEL(A) CHLTYPE(CLUSRCVR) CLUSTER(+AUTOCL+)
    *- QM2.mqsc
    DEFINE CHANNEL(B) CHLTYPE(CLUSRCVR) CLUSNL(NOT.HERE)
  `);
  expect([...estate.queueManagers.values()].map(hasOpenMembership)).toEqual([true, true]);
  expect(estate.clusters.size).toBe(0);
});

test('aliases that point at each other end', () => {
  const { estate } = estateOf('DEFINE QALIAS(A) TARGET(B)\nDEFINE QALIAS(B) TARGET(A)\n');
  const queueManager = estate.queueManagers.get('QM1');
  expect(queueManager && followAliases(queueManager, 'A').path.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('ordering needs of comments and of mqsc.yaml', () => {
  const { estate, problems, files } = estateOf(`
    *- mqsc.yaml
    ordering:
      - { queue: BATCH.IN, needs: group }
      - { queues: [A, B], needs: same-queue-manager, reason: read together }
    *- QM1.mqsc
    * @ordering sequence: updates overwrite each other
    DEFINE QLOCAL(ORDERS)
    * @ordering nonsense
    DEFINE QLOCAL(OTHER)
    * @ordering group: not a queue
    DEFINE PROCESS(P)
  `);
  expect(estate.ordering.map(({ need, queues, reason, queueManager }) => [need, queues, reason, queueManager])).toEqual(
    [
      ['group', ['BATCH.IN'], '', undefined],
      ['same-queue-manager', ['A', 'B'], 'read together', undefined],
      ['sequence', ['ORDERS'], 'updates overwrite each other', 'QM1'],
    ],
  );
  expect(
    problems.map(({ at }) => files.find(({ source }) => source === at.source)?.text.slice(at.span.start, at.span.end)),
  ).toEqual(['* @ordering nonsense', '* @ordering group: not a queue']);
});
