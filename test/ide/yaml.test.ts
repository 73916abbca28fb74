import { describe, expect, test } from 'vitest';
import { applyEdits } from '#core/text/apply-edits.ts';
import { open } from '../support/open.ts';

const mqsc = `
      *- QM1.mqsc qmgr=QM1
      DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
      DEFINE QLOCAL(LOCAL.ONE)
      `;

function complete(file: string, lines: string) {
  const { service, source, offset, text } = open(
    `${mqsc}*- ${file}\n${lines.replace(/^\n/, '').replace(/^/gm, '      ')}\n`,
  );
  const { items, replace } = service.completion(source, offset);
  const accept = (label: string): string => {
    const newText = items.find((item) => item.label === label)?.insert ?? '?';
    return applyEdits(text, [{ span: replace, newText }]);
  };
  return { labels: items.map((item) => item.label), items, accept };
}

describe('completion in mqsc.yaml', () => {
  test('keys of the format that are not there yet, with what they hold', () => {
    const { labels, accept } = complete('mqsc.yaml', 'version: 1\nqueueM$0\n');
    expect(labels).toContain('queueManagers');
    expect(labels).not.toContain('version');
    expect(accept('queueManagers')).toBe('version: 1\nqueueManagers:\n  $0\n\n');
    expect(accept('ignore')).toContain('ignore:\n  - $0');
  });

  test('keys between other keys, in flow style, and before a colon that is there', () => {
    const between = complete('mqsc.yaml', 'queueManagers:\n  QM1:\n    files: [a]\n    pl$0\n    host: x');
    expect(between.labels.sort()).toEqual(['mqVersion', 'platform', 'variables']);
    const flow = complete('mqsc.yaml', 'queueManagers:\n  QM1: { files: [a], $0');
    expect(flow.labels).toContain('platform');
    expect(flow.accept('variables')).toContain('{ files: [a], variables: ');
    const colon = complete('mqsc.yaml', 'queueManagers:\n  QM1:\n    pl$0: zos');
    expect(colon.accept('platform')).toContain('    platform: zos');
  });

  test('words, names and files as values', () => {
    expect(complete('mqsc.yaml', 'queueManagers:\n  QM1: { platform: $0 }').labels).toContain('zos');
    expect(complete('mqsc.yaml', 'queueManagers:\n  QM1:\n    files: [$0]').labels).toEqual(['QM1.mqsc']);
    expect(complete('mqsc.yaml', 'queueManagers:\n  $0').labels).toEqual(['QM1']);
    expect(complete('mqsc.yaml', 'ordering:\n  - { queue: $0, needs: sequence }').labels).toEqual(['ORDERS']);
    expect(complete('mqsc.yaml', 'ordering:\n  - queue: A\n    needs: $0').labels).toContain('complete-batch');
    const reader = complete('mqsc.yaml', 'consumers:\n  - queueManager: QM1\n    queue: $0');
    expect(reader.labels).toEqual(['ORDERS', 'LOCAL.ONE']);
  });

  test('rules and their severities', () => {
    expect(complete('mqsc.yaml', 'rules:\n  clone-d$0').labels).toContain('clone-defbind-differs');
    const severity = complete('mqsc.yaml', 'rules:\n  clone-defbind-differs: $0').labels;
    expect(severity).toContain('warning');
    expect(severity).not.toContain('SALES');
  });

  test('nothing in a comment', () => {
    expect(complete('mqsc.yaml', '# que$0').labels).toEqual([]);
  });
});

describe('completion in a scenario', () => {
  test('the keys that go with the kind of application', () => {
    const producer = complete('a.mqsim.yaml', 'applications:\n  - kind: producer\n    name: a\n    $0').labels;
    expect(producer).toContain('bind');
    expect(producer).not.toContain('poison');
    expect(complete('a.mqsim.yaml', 'applications:\n  - kind: $0').labels).toEqual(['producer', 'consumer']);
  });

  test('the keys that go with the event, the applications of the file, the queue managers of the estate', () => {
    expect(complete('a.mqsim.yaml', 'events:\n  - { at: 5s, do: $0 }').labels).toContain('fail-queue-manager');
    const event = 'events:\n  - { at: 5s, do: fail-queue-manager, $0 }';
    expect(complete('a.mqsim.yaml', event).labels.sort()).toEqual(['queueManager', 'when']);
    expect(complete('a.mqsim.yaml', 'events:\n  - { do: fail-queue-manager, queueManager: $0').labels).toEqual(['QM1']);
    const stop =
      'applications:\n  - name: entry\n    kind: producer\nevents:\n  - do: stop-application\n    application: $0';
    expect(complete('a.mqsim.yaml', stop).labels).toContain('entry');
  });

  test('MQSC in its definitions', () => {
    const { labels } = complete('a.mqsim.yaml', 'definitions:\n  QM1: |\n    DEFINE QLOCAL(A) DEFBIND($0)\n');
    expect(labels).toContain('NOTFIXED');
  });
});

describe('hover', () => {
  const hover = (file: string, lines: string) => {
    const { service, source, offset } = open(`*- ${file}\n${lines}\n`);
    return service.hover(source, offset)?.content;
  };

  test('a key says what it means, a rule what it finds', () => {
    expect(hover('mqsc.yaml', 'queueManagers:\n  QM1:\n    plat$0form: zos')).toMatch(/^\*\*platform\*\*\n\nDecides/);
    expect(hover('mqsc.yaml', 'rules:\n  clone-defbind-dif$0fers: off')).toMatch(/clone-defbind-differs.*error/);
    expect(hover('a.mqsim.yaml', 'applications:\n  - kind: producer\n    bi$0nd: on-open')).toMatch(/MQOPEN/);
  });

  test('the MQSC of a definition as MQSC', () => {
    expect(hover('a.mqsim.yaml', 'definitions:\n  QM1: |\n    DEFINE QLOCAL(A) DEF$0BIND(OPEN)')).toMatch(/NOTFIXED/);
  });
});

test('no place of an unfinished file makes anything fail', () => {
  const text =
    '# c\nversion: 1\nqueueManagers:\n  QM1: { files: [a, "b", platform: zos\n  QM2:\n   - x\n  ? y\n&a b: *a\nrules: {a: {mayDiffer: [';
  for (const name of ['mqsc.yaml', 'a.mqsim.yaml'])
    for (let length = 0; length <= text.length; length++) {
      const { service, source } = open(`*- ${name}\n${text.slice(0, length)}`);
      for (const offset of [length, length >> 1]) {
        expect(service.completion(source, offset).items.length).toBeGreaterThanOrEqual(0);
        service.hover(source, offset);
      }
    }
});
