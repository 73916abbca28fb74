import { describe, expect, test } from 'vitest';
import { open } from '../support/open.ts';

const complete = (marked: string) => {
  const { service, source, offset, text } = open(marked);
  const { items, replace } = service.completion(source, offset);
  return { items, labels: items.map((item) => item.label), replaced: text.slice(replace.start, replace.end) };
};

describe('completion offers', () => {
  test('verbs and whole definitions at the start of a line', () => {
    const { labels, replaced } = complete('DEF$0\n');
    expect(labels).toContain('DEFINE');
    expect(labels).toContain('clustered queue');
    expect(replaced).toBe('DEF');
  });

  test('the object types of the verb', () => {
    const { labels } = complete('CLEAR $0\n');
    expect(labels).toEqual(['QLOCAL', 'TOPICSTR']);
    expect(complete('DEFINE QL$0\n').labels).toContain('QLOCAL');
  });

  test('only parameters that are not there yet, opposites included', () => {
    const { labels } = complete('DEFINE QLOCAL(A) CLUSTER(C) NOTRIGGER $0\n');
    expect(labels).toContain('DEFBIND');
    expect(labels).not.toContain('CLUSTER');
    expect(labels).not.toContain('TRIGGER');
    expect(labels).not.toContain('NOTRIGGER');
  });

  test('only parameters of the channel type', () => {
    expect(complete('DEFINE CHANNEL(A) CHLTYPE(CLUSRCVR) $0\n').labels).toContain('CLUSTER');
    const server = complete('DEFINE CHANNEL(A) CHLTYPE(SVRCONN) $0\n').labels;
    expect(server).not.toContain('CLUSTER');
    expect(server).toContain('MAXINST');
  });

  test('parameters that only z/OS has on z/OS alone', () => {
    expect(complete('DEFINE QLOCAL(A) $0\n').labels).not.toContain('STGCLASS');
    const zos = complete(`
      *- mqsc.yaml
      version: 1
      queueManagers:
        QM1: { files: [QM1.mqsc], platform: zos }
      *- QM1.mqsc
      DEFINE QLOCAL(A) $0
    `);
    expect(zos.labels).toContain('STGCLASS');
  });

  test('inside a continued command, on the next line', () => {
    expect(complete('DEFINE QLOCAL(A) +\n       DEF$0\n').labels).toContain('DEFPSIST');
    expect(complete('DEFINE QLOCAL(A) +\n       $0\n').labels).toContain('DEFPSIST');
  });

  test('values with their meaning, the default marked', () => {
    const { items } = complete('DEFINE QLOCAL(A) DEFBIND($0)\n');
    expect(items.map((i) => i.label)).toEqual(['OPEN', 'NOTFIXED', 'GROUP']);
    expect(items[0]?.detail).toMatch(/^default/);
  });

  test('names of the right kind from the estate', () => {
    const { labels } = complete(`
      *- QM1.mqsc qmgr=QM1
      DEFINE QLOCAL(TO.QM2) USAGE(XMITQ)
      DEFINE QLOCAL(ORDINARY)
      DEFINE CHANNEL(X) CHLTYPE(SDR) CONNAME('h(1)') XMITQ($0)
    `);
    expect(labels).toContain('TO.QM2');
    expect(labels).not.toContain('ORDINARY');
  });

  test('cluster names after CLUSTER', () => {
    const { labels } = complete(`
      *- QM1.mqsc qmgr=QM1
      DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
      DEFINE QLOCAL(ORDERS) CLUSTER($0)
    `);
    expect(labels).toEqual(['SALES']);
  });

  test('nothing in a comment', () => {
    expect(complete('* DEF$0\n').labels).toEqual([]);
  });

  test('the writer’s case', () => {
    const { items } = complete('define qlocal(a) defb$0\n');
    expect(items.find((i) => i.label === 'DEFBIND')?.insert).toBe('defbind($1)');
  });
});
