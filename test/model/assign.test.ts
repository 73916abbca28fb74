import { describe, expect, test } from 'vitest';
import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate } from '#core/model/model.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { estateOf } from '../support/estate.ts';

const owners = (estate: Estate): Record<string, string> =>
  Object.fromEntries(
    [...estate.assignments].map(([source, assigned]) => [
      source,
      assigned.map(({ queueManagers, reason }) => `${queueManagers.join(' ') || '?'} (${reason})`).join(' · '),
    ]),
  );

const names = (estate: Estate): string[] => [...estate.queueManagers.values()].map(({ name }) => name);

describe('which queue manager a text belongs to', () => {
  test.each([
    ['QM1.mqsc', "QM1 (the file's name)"],
    ['config-qm1.mqsc', "QM1 (the file's name)"],
    ['conf/10-qm1-queues.mqsc.tpl', "QM1 (the file's name)"],
    ['SALES/config.mqsc', "SALES (the folder's name)"],
    ['SALES/01-queues.mqsc', "SALES (the folder's name)"],
    ['file:///estates/SALES/main.mqsc', "SALES (the folder's name)"],
    ['C:\\mq\\SALES\\setup.mqsc', "SALES (the folder's name)"],
    ['file:///estates/QM%31.mqsc', "QM1 (the file's name)"],
    ['config.mqsc', '? (nothing tells which queue manager it belongs to)'],
    ['my-long-project/setup.mqsc', '? (nothing tells which queue manager it belongs to)'],
  ])('%s', (source, expected) => {
    const { estate } = buildEstate({ documents: [readDocument(source, 'DEFINE QLOCAL(A)\n')] });
    expect(owners(estate)).toEqual({ [source]: expected });
  });

  test('a comment tells it, and a later one starts a new section', () => {
    const { estate } = estateOf(`
      *- QM9.mqsc
      DEFINE QLOCAL(ZERO)
      * @qmgr QM1
      DEFINE QLOCAL(ONE)
      * @qmgr qm2
      DEFINE QLOCAL(TWO)
      * @qmgr QM1
      DEFINE QLOCAL(THREE)
    `);
    expect(owners(estate)).toEqual({
      'QM9.mqsc': "QM9 (the file's name) · QM1 (* @qmgr comment) · QM2 (* @qmgr comment) · QM1 (* @qmgr comment)",
    });
    const queues = [...(estate.queueManagers.get('QM1')?.objects.all('queue') ?? [])].map(({ name }) => name);
    expect(queues).toEqual(['ONE', 'THREE']);
  });

  test('sections cover the whole text from the first command on', () => {
    const { estate, files } = estateOf('* @qmgr QM1\nDEFINE QLOCAL(A)\n* @qmgr QM2\nDEFINE QLOCAL(B)\n');
    const spans = estate.assignments.get('QM1.mqsc')?.map(({ span }) => files[0]?.text.slice(span.start, span.end));
    expect(spans).toEqual(['* @qmgr QM1\nDEFINE QLOCAL(A)\n', '* @qmgr QM2\nDEFINE QLOCAL(B)\n']);
  });

  test('the header of a dump tells name, platform and level', () => {
    const rule = '*'.repeat(79);
    const { estate } = estateOf(
      `*- dumps/all.mqsc\n${rule}\n* Script generated on 2026-05-14   at 14.47.18 \n* Queue manager name: QM6 \n` +
        `* Queue manager platform: MVS \n* Queue manager command level: (930/930) XRCAP(YES) \n` +
        `* Command issued: dmpmqcfg -a -m QM6  \n${rule}\nALTER QMGR +\n*  QMID(QM6_2026-01-01_10.00.00) +\n   FORCE\n`,
    );
    expect(owners(estate)).toEqual({ 'dumps/all.mqsc': 'QM6 (dmpmqcfg header)' });
    expect(estate.queueManagers.get('QM6')).toMatchObject({ platform: 'zos', version: '9.3' });
  });

  test('the commented QMID of a dump without header', () => {
    const { estate } = estateOf('*- x/config.mqsc\nALTER QMGR +\n*  QMID(QM7_2026-01-01_10.00.00) +\n   FORCE\n');
    expect(owners(estate)).toEqual({ 'x/config.mqsc': 'QM7 (dmpmqcfg header)' });
  });

  test('the one cluster receiver that ends in a name another file knows', () => {
    const { estate } = estateOf(`
      *- join.mqsc
      DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CLUSTER(SALES)
      *- QM2.mqsc
      DEFINE QLOCAL(A)
    `);
    expect(owners(estate)).toEqual({
      'join.mqsc': 'QM2 (the cluster receiver SALES.QM2)',
      'QM2.mqsc': "QM2 (the file's name)",
    });
  });

  test('names of files are matched with known names in any case', () => {
    const { estate } = estateOf(`
      *- config-qm1.mqsc
      DEFINE QLOCAL(A)
      *- other.mqsc
      * @qmgr Qm1
      DEFINE QLOCAL(B)
    `);
    expect(names(estate)).toEqual(['Qm1']);
  });

  test('a told owner comes before everything else', () => {
    const { estate } = buildEstate({
      documents: [readDocument('QM1.mqsc', 'DEFINE QLOCAL(A)\n')],
      owners: new Map([['QM1.mqsc', 'QM5']]),
    });
    expect(names(estate)).toEqual(['QM5']);
  });
});

describe('mqsc.yaml', () => {
  test('lists files in order, and one file for many', () => {
    const { estate } = estateOf(`
      *- conf/mqsc.yaml
      queueManagers:
        QM1: { files: [common/*.mqsc, QM1.mqsc], mqVersion: "9.2", host: S1, platform: zos }
        QM2: { files: ["common/**/*.mqsc"] }
      ignore: ["legacy/**"]
      *- conf/common/b.mqsc
      DEFINE QLOCAL(B)
      *- conf/common/deep/c.mqsc
      DEFINE QLOCAL(C)
      *- conf/QM1.mqsc
      DEFINE QLOCAL(A)
      *- conf/legacy/old.mqsc
      DEFINE QLOCAL(OLD)
      *- conf/QM3.mqsc
      DEFINE QLOCAL(D)
    `);
    expect(owners(estate)).toEqual({
      'conf/QM1.mqsc': 'QM1 (mqsc.yaml)',
      'conf/QM3.mqsc': "QM3 (the file's name)",
      'conf/common/b.mqsc': 'QM1 QM2 (mqsc.yaml)',
      'conf/common/deep/c.mqsc': 'QM2 (mqsc.yaml)',
    });
    const first = estate.queueManagers.get('QM1');
    expect([...(first?.objects.all('queue') ?? [])].map(({ name }) => name)).toEqual(['B', 'A']);
    expect(first).toMatchObject({ platform: 'zos', version: '9.2', host: 'S1' });
    expect(estate.documents.has('conf/legacy/old.mqsc')).toBe(false);
  });

  test('a section of a shared file can belong to one of them alone', () => {
    const { estate } = estateOf(`
      *- mqsc.yaml
      queueManagers: { QM1: { files: [all.mqsc] }, QM2: { files: [all.mqsc] } }
      *- all.mqsc
      DEFINE QLOCAL(BOTH)
      * @qmgr QM2
      DEFINE QLOCAL(SECOND)
    `);
    expect(owners(estate)).toEqual({ 'all.mqsc': 'QM1 QM2 (mqsc.yaml) · QM2 (mqsc.yaml)' });
  });

  test('a uniform cluster: one file, every member with its own inserts', () => {
    const { estate } = estateOf(`
      *- mqsc.yaml
      queueManagers:
        U2: { variables: { CONNAME: "host2(1414)" } }
      uniformClusters:
        UNI: { members: [U1, U2, U3], fullRepositories: [U1, U2], files: [uni.mqsc] }
      *- uni.mqsc
      DEFINE CHANNEL('+AUTOCL+_+QMNAME+') CHLTYPE(CLUSRCVR) CONNAME(+CONNAME+) CLUSTER('+AUTOCL+')
      DEFINE QLOCAL(Q) CLUSTER(UNI)
    `);
    const cluster = estate.clusters.get('UNI');
    expect(
      cluster?.members.map(({ queueManager, receivers, isFullRepository }) => [
        queueManager.name,
        isFullRepository,
        receivers.map((channel) => `${channel.name} ${channel.written.get('CONNAME')?.value}`),
      ]),
    ).toEqual([
      ['U2', true, ['UNI_U2 host2(1414)']],
      ['U1', true, ['UNI_U1 +CONNAME+']],
      ['U3', false, ['UNI_U3 +CONNAME+']],
    ]);
    expect(cluster?.isUniform).toBe(true);
    expect(cluster?.cloneGroups.get('Q')?.instances).toHaveLength(3);
  });

  test('members of a uniform cluster without any file are implied', () => {
    const { estate } = estateOf(`
      *- mqsc.yaml
      uniformClusters: { UNI: { members: [U1], fullRepositories: [U1] } }
    `);
    expect(estate.clusters.get('UNI')?.members).toMatchObject([{ isImplied: true, isFullRepository: true }]);
  });
});
