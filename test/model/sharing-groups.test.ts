import { expect, test } from 'vitest';
import { effective, effectiveText } from '#core/model/effective.ts';
import type { Estate, NameSpace } from '#core/model/model.ts';
import { estateOf } from '../support/estate.ts';

const groupFile = `
    *- mqsc.yaml
    version: 1
    queueManagers:
      P1: { files: [P1.mqsc], platform: zos }
      P2: { files: [P2.mqsc], platform: zos }
      P3: { files: [P3.mqsc], platform: zos }
    queueSharingGroups:
      QSG1: { members: [P1, P2] }`;

const queuesOf = (estate: Estate, queueManager: string, space: NameSpace = 'queue') =>
  [...(estate.queueManagers.get(queueManager)?.objects.all(space) ?? [])].map(
    (one) => `${one.name}${one.sharedFrom === undefined ? '' : ` from ${one.sharedFrom}`}`,
  );

test('a member sees the shared queues, the copies of GROUP objects and the structures of the others, nobody else does', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE CFSTRUCT(APP1) CFLEVEL(5)
    DEFINE QLOCAL(SHARED) QSGDISP(SHARED) CFSTRUCT(APP1)
    DEFINE QALIAS(COPIED) TARGET(SHARED) QSGDISP(GROUP)
    DEFINE PROCESS(PROC) QSGDISP(GROUP)
    DEFINE QLOCAL(PRIVATE) QSGDISP(QMGR)
    DEFINE QLOCAL(COPY) QSGDISP(COPY)
    DEFINE QLOCAL(PLAIN)
    *- P2.mqsc
    DEFINE QLOCAL(OWN)
    *- P3.mqsc
    DEFINE QLOCAL(OUTSIDE)
    ${groupFile}`);
  expect(queuesOf(estate, 'P2')).toEqual(['OWN', 'SHARED from P1', 'COPIED from P1']);
  expect(queuesOf(estate, 'P2', 'process')).toEqual(['PROC from P1']);
  expect(queuesOf(estate, 'P2', 'cfstruct')).toEqual(['APP1 from P1']);
  expect(queuesOf(estate, 'P1')).toEqual(['SHARED', 'COPIED', 'PRIVATE', 'COPY', 'PLAIN']);
  expect(queuesOf(estate, 'P3')).toEqual(['OUTSIDE']);
  const copied = estate.queueManagers.get('P2')?.objects.get('queue', 'COPIED');
  expect(copied?.queueManager).toBe('P2');
  const target = copied && effective(copied, 'TARGET');
  expect(target?.origin).toMatchObject({ kind: 'written', at: { source: expect.stringContaining('P1.mqsc') } });
});

test('what a member defines itself stays; what it only alters comes on top of the definition of the other', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE QLOCAL(A) QSGDISP(GROUP) MAXDEPTH(1)
    DEFINE QLOCAL(B) QSGDISP(GROUP) MAXDEPTH(1) DESCR('of the group')
    *- P2.mqsc
    DEFINE QREMOTE(A) RNAME(X) RQMNAME(Y)
    ALTER QLOCAL(B) QSGDISP(COPY) MAXDEPTH(2)
    ${groupFile}`);
  const objects = estate.queueManagers.get('P2')?.objects;
  expect(objects?.get('queue', 'A')?.type).toBe('QREMOTE');
  const altered = objects?.get('queue', 'B');
  expect(altered?.isDefined).toBe(true);
  expect(altered && [effectiveText(altered, 'MAXDEPTH'), effectiveText(altered, 'DESCR')]).toEqual([
    '2',
    'of the group',
  ]);
  const first = estate.queueManagers.get('P1')?.objects.get('queue', 'B');
  expect(first && effectiveText(first, 'MAXDEPTH')).toBe('1');
  expect(queuesOf(estate, 'P2')).toEqual(['A', 'B from P1']);
});

test('an ALTER of the one definition in the shared repository is seen by all members, that of a copy by its own alone', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(APP1) MAXDEPTH(1)
    DEFINE QLOCAL(WORK) QSGDISP(GROUP) MAXDEPTH(1)
    DEFINE CFSTRUCT(APP1) CFLEVEL(4)
    DEFINE QLOCAL(OWN)
    *- P2.mqsc
    ALTER QLOCAL(POOL) QSGDISP(SHARED) MAXDEPTH(2)
    ALTER QLOCAL(WORK) QSGDISP(COPY) DESCR('of P2')
    ALTER QLOCAL(WORK) QSGDISP(GROUP) MAXDEPTH(2)
    ALTER CFSTRUCT(APP1) CFLEVEL(5)
    ALTER QLOCAL(OWN) MAXDEPTH(2)
    *- P3.mqsc
    ALTER QLOCAL(POOL) QSGDISP(SHARED) MAXDEPTH(3)
    ${groupFile.replace('P1, P2]', 'P1, P2, P3]')}`);
  const seen = (space: NameSpace, name: string, keyword: string) =>
    ['P1', 'P2', 'P3'].map((member) => {
      const object = estate.queueManagers.get(member)?.objects.get(space, name);
      return object && effectiveText(object, keyword);
    });
  expect(seen('queue', 'POOL', 'MAXDEPTH')).toEqual(['3', '3', '3']);
  expect(seen('queue', 'WORK', 'MAXDEPTH')).toEqual(['2', '2', '2']);
  expect(seen('queue', 'WORK', 'DESCR')).toEqual(['', 'of P2', '']);
  expect(seen('cfstruct', 'APP1', 'CFLEVEL')).toEqual(['5', '5', '5']);
  expect(seen('queue', 'OWN', 'MAXDEPTH')).toEqual(['999999999', '2', undefined]);
  expect(seen('queue', 'WORK', 'QSGDISP')).toEqual(['GROUP', 'COPY', 'COPY']);
  expect(seen('queue', 'POOL', 'QSGDISP')).toEqual(['SHARED', 'SHARED', 'SHARED']);
});

test('the DEFINE of a copy takes what it leaves out from the definition of the group, that of a private object does not', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE QLOCAL(WORK) QSGDISP(GROUP) MAXDEPTH(1) DESCR('of the group')
    DEFINE QLOCAL(OWN) QSGDISP(GROUP) MAXDEPTH(1)
    *- P2.mqsc
    DEFINE QLOCAL(WORK) QSGDISP(COPY) MAXDEPTH(2)
    DEFINE QLOCAL(OWN) DESCR('private')
    ${groupFile}`);
  const seen = (name: string, keyword: string) => {
    const object = estate.queueManagers.get('P2')?.objects.get('queue', name);
    return object && [object.sharedFrom, effectiveText(object, keyword)];
  };
  expect(seen('WORK', 'MAXDEPTH')).toEqual([undefined, '2']);
  expect(seen('WORK', 'DESCR')).toEqual([undefined, 'of the group']);
  expect(seen('WORK', 'QSGDISP')).toEqual([undefined, 'COPY']);
  expect(seen('OWN', 'MAXDEPTH')).toEqual([undefined, '999999999']);
  expect(queuesOf(estate, 'P2')).toEqual(['WORK', 'OWN']);
});

test('within one file the group definition follows its own ALTER and DELETE, and not those of the copy', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE QLOCAL(GONE) QSGDISP(GROUP)
    DELETE QLOCAL(GONE) QSGDISP(GROUP)
    DEFINE QLOCAL(LEFT) QSGDISP(GROUP) MAXDEPTH(1)
    ALTER QLOCAL(LEFT) QSGDISP(GROUP) MAXDEPTH(2)
    ALTER QLOCAL(LEFT) QSGDISP(COPY) MAXDEPTH(3)
    DELETE QLOCAL(LEFT) QSGDISP(COPY)
    DEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(S)
    DELETE QLOCAL(POOL) QSGDISP(SHARED)
    *- P2.mqsc
    DEFINE QLOCAL(OWN)
    ${groupFile}`);
  expect(queuesOf(estate, 'P2')).toEqual(['OWN', 'LEFT from P1']);
  const left = estate.queueManagers.get('P2')?.objects.get('queue', 'LEFT');
  expect(left && effectiveText(left, 'MAXDEPTH')).toBe('2');
});

test('the DELETE of a later member takes a definition away from all, with its copies; that of an earlier one comes too soon', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(APP1)
    DEFINE QLOCAL(WORK) QSGDISP(GROUP)
    DEFINE QLOCAL(KEPT) QSGDISP(GROUP)
    DEFINE QLOCAL(PRIVATE)
    DELETE QLOCAL(LATE) QSGDISP(SHARED)
    DELETE QLOCAL(AGAIN) QSGDISP(SHARED)
    DEFINE QLOCAL(AGAIN) QSGDISP(SHARED) CFSTRUCT(APP1) MAXDEPTH(1)
    *- P2.mqsc
    DELETE QLOCAL(POOL) QSGDISP(SHARED)
    DELETE QLOCAL(WORK) QSGDISP(GROUP)
    DELETE QLOCAL(KEPT) QSGDISP(COPY)
    DELETE QLOCAL(PRIVATE)
    DEFINE QLOCAL(LATE) QSGDISP(SHARED) CFSTRUCT(APP1)
    DELETE QLOCAL(AGAIN) QSGDISP(SHARED)
    DEFINE QLOCAL(AGAIN) QSGDISP(SHARED) CFSTRUCT(APP1) MAXDEPTH(2)
    *- P3.mqsc
    ALTER QLOCAL(POOL) QSGDISP(SHARED) MAXDEPTH(5)
    DEFINE QLOCAL(WORK) QSGDISP(COPY)
    ${groupFile.replace('P1, P2]', 'P1, P2, P3]')}`);
  expect(queuesOf(estate, 'P1')).toEqual(['KEPT', 'PRIVATE', 'AGAIN', 'LATE from P2']);
  expect(queuesOf(estate, 'P2')).toEqual(['LATE', 'AGAIN', 'KEPT from P1']);
  expect(queuesOf(estate, 'P3')).toEqual(['KEPT from P1', 'AGAIN from P1', 'LATE from P2']);
});

test('what a member alters before it defines the object anew is undone by its own DEFINE', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(APP1) MAXDEPTH(1)
    *- P2.mqsc
    ALTER QLOCAL(POOL) QSGDISP(SHARED) MAXDEPTH(2) DESCR('altered')
    DEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(APP1) MAXDEPTH(3) REPLACE
    ${groupFile}`);
  const seen = ['P1', 'P2'].map((member) => {
    const pool = estate.queueManagers.get(member)?.objects.get('queue', 'POOL');
    return pool && [effectiveText(pool, 'MAXDEPTH'), effectiveText(pool, 'DESCR')];
  });
  expect(seen).toEqual([
    ['1', ''],
    ['3', ''],
  ]);
});

test('a command that names no disposition means a private object: neither the shared queue nor a copy changes, nor is LIKE shared', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(APP1) MAXDEPTH(1)
    DEFINE QLOCAL(WORK) QSGDISP(GROUP) MAXDEPTH(1)
    ALTER QLOCAL(POOL) MAXDEPTH(2)
    DELETE QLOCAL(WORK)
    ALTER QLOCAL(WORK) QSGDISP(PRIVATE) DESCR('of P1')
    DEFINE QLOCAL(BESIDE) LIKE(POOL)
    *- P2.mqsc
    ALTER QLOCAL(POOL) MAXDEPTH(3)
    ALTER QLOCAL(WORK) MAXDEPTH(3)
    ALTER QLOCAL(WORK) QSGDISP(PRIVATE) DESCR('of P2')
    ${groupFile}`);
  const seen = (name: string) =>
    ['P1', 'P2'].map((member) => {
      const object = estate.queueManagers.get(member)?.objects.get('queue', name);
      return object && ['MAXDEPTH', 'DESCR', 'QSGDISP'].map((keyword) => effectiveText(object, keyword)).join(' ');
    });
  expect(seen('POOL')).toEqual(['1  SHARED', '1  SHARED']);
  expect(seen('WORK')).toEqual(['1 of P1 GROUP', '1 of P2 COPY']);
  expect(seen('BESIDE')).toEqual(['1  QMGR', undefined]);
});

test('a member advertises a shared queue of another in the clusters that it is in', () => {
  const { estate } = estateOf(`
    *- P1.mqsc
    DEFINE CHANNEL(INVENTORY.P1) CHLTYPE(CLUSRCVR) CLUSTER(INVENTORY) CONNAME('p1')
    DEFINE QLOCAL(INVENTQ) CLUSTER(INVENTORY) QSGDISP(SHARED) CFSTRUCT(APP1)
    DEFINE QLOCAL(PRICES) CLUSTER(PRICES) QSGDISP(SHARED) CFSTRUCT(APP1)
    *- P2.mqsc
    DEFINE CHANNEL(INVENTORY.P2) CHLTYPE(CLUSRCVR) CLUSTER(INVENTORY) CONNAME('p2')
    *- P3.mqsc
    DEFINE CHANNEL(INVENTORY.P3) CHLTYPE(CLUSRCVR) CLUSTER(INVENTORY) CONNAME('p3')
    DEFINE QLOCAL(INVENTQ) CLUSTER(INVENTORY)
    ${groupFile}`);
  const hostsOf = (cluster: string, queue: string) =>
    estate.clusters
      .get(cluster)
      ?.cloneGroups.get(queue)
      ?.instances.map(({ queueManager }) => queueManager.name);
  expect(hostsOf('INVENTORY', 'INVENTQ')).toEqual(['P1', 'P2', 'P3']);
  expect(hostsOf('PRICES', 'PRICES')).toEqual(['P1']);
});
