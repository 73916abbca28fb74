import { describe, expect, test } from 'vitest';
import { cluster, producer, traceOf } from '../support/scenario.ts';

const q3 = (more = '') => `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) ${more}`;
const notesOf = (events: ReturnType<typeof traceOf>['events']): readonly string[] =>
  events.flatMap((event) => (event.kind === 'note' ? [event.text] : []));
const resultsOf = (events: ReturnType<typeof traceOf>['events']): readonly string[] =>
  events.flatMap((event) => (event.kind === 'command' ? [event.result] : []));

describe('MQINQ', () => {
  const inquired = (definitions: Parameters<typeof cluster>[0], more: string, at = 'QM1'): readonly string[] =>
    notesOf(
      traceOf(cluster(definitions, `events:\n  - { at: 1s, do: inquire, queueManager: ${at}, queue: Q3, ${more} }`))
        .events,
    );

  test('without a fixed binding asks one instance after the other', () => {
    expect(inquired({ QM2: q3(), QM4: q3('PUT(DISABLED)') }, 'bind: not-fixed, times: 2')).toEqual([
      'MQINQ 1 of Q3: QM2 answers, QCLUSTER DEFBIND(NOTFIXED) DEFPSIST(NO) DEFPRTY(0) PUT(ENABLED)',
      'MQINQ 2 of Q3: QM2 answers, QCLUSTER DEFBIND(NOTFIXED) DEFPSIST(NO) DEFPRTY(0) PUT(ENABLED)',
    ]);
    expect(inquired({ QM2: q3(), QM4: q3('DEFPRTY(5)') }, 'bind: not-fixed, times: 3').slice(-3)).toEqual([
      'MQINQ 1 of Q3: QM2 answers, QCLUSTER DEFBIND(NOTFIXED) DEFPSIST(NO) DEFPRTY(0) PUT(ENABLED)',
      'MQINQ 2 of Q3: QM4 answers, QCLUSTER DEFBIND(NOTFIXED) DEFPSIST(NO) DEFPRTY(5) PUT(ENABLED)',
      'MQINQ 3 of Q3: QM2 answers, QCLUSTER DEFBIND(NOTFIXED) DEFPSIST(NO) DEFPRTY(0) PUT(ENABLED)',
    ]);
  });

  test('on a bound handle asks the same one', () => {
    const all = inquired({ QM2: q3(), QM4: q3('DEFPRTY(5)') }, 'bind: on-open, times: 3').slice(-3);
    expect(new Set(all.map((text) => text.slice(8))).size).toBe(1);
  });

  test('is answered by the local instance where there is one', () => {
    expect(inquired({ QM2: q3('CLWLUSEQ(ANY)'), QM4: q3('CLWLRANK(5)') }, 'times: 1', 'QM2').at(-1)).toMatch(
      /^MQINQ 1 of Q3: QM2 answers, QLOCAL /,
    );
  });

  test('works where every instance is closed for puts, and of an alias tells of the alias', () => {
    const closed = { QM2: q3('PUT(DISABLED)'), QM4: q3('PUT(DISABLED)') };
    expect(inquired(closed, 'times: 1')[0]).toContain('PUT(DISABLED)');
    const alias = { QM1: 'DEFINE QALIAS(Q3) TARGET(BASE) DEFBIND(GROUP)\nDEFINE QLOCAL(BASE)' };
    expect(inquired(alias, 'times: 1')[0]).toBe(
      'MQINQ 1 of Q3: QALIAS DEFBIND(GROUP) DEFPSIST(NO) DEFPRTY(0) PUT(ENABLED)',
    );
  });

  test('needs a name that is known, and a queue manager that runs', () => {
    expect(inquired({}, 'times: 1')).toEqual(['MQOPEN of Q3 for MQINQ fails: 2085 MQRC_UNKNOWN_OBJECT_NAME']);
    const { events } = traceOf(
      cluster(
        {},
        'events:\n  - { at: 1s, do: fail-queue-manager, queueManager: QM1 }\n  - { at: 2s, do: inquire, queueManager: QM1, queue: Q3 }',
      ),
    );
    expect(notesOf(events)).toEqual(['MQINQ of Q3: 2059 MQRC_Q_MGR_NOT_AVAILABLE']);
  });
});

describe('an open handle', () => {
  const altered = (command: string) =>
    traceOf(
      cluster(
        { QM1: 'DEFINE QALIAS(Q3) TARGET(A)\nDEFINE QLOCAL(A)\nDEFINE QLOCAL(B)' },
        `applications:\n${producer('count: 4, every: 1s')}\nevents:\n  - { at: 1500ms, do: mqsc, queueManager: QM1, command: "${command}" }`,
      ),
    );

  test('keeps an alias from being led elsewhere', () => {
    const { events, outcome } = altered('ALTER QALIAS(Q3) TARGET(B)');
    expect(resultsOf(events)).toEqual(['AMQ8148E: Q3 is in use; FORCE would alter it']);
    expect(outcome.queues.QM1?.A?.depth).toBe(4);
  });

  test.each(['ALTER QALIAS(Q3) TARGET(B) FORCE', 'DEFINE QALIAS(Q3) TARGET(B) REPLACE'])(
    'is no good after %s: the next put fails, and the one after it goes the new way',
    (command) => {
      const { outcome } = altered(command);
      expect(outcome.applications['order-entry']).toMatchObject({ put: 3, rejected: { 2041: 1 } });
      expect([outcome.queues.QM1?.A?.depth, outcome.queues.QM1?.B?.depth]).toEqual([2, 1]);
    },
  );

  test('does not notice other changes, but for one that closes the alias', () => {
    expect(altered('ALTER QALIAS(Q3) DEFPRTY(3)').outcome.totals).toMatchObject({ put: 4, rejected: 0 });
    expect(altered('ALTER QALIAS(Q3) PUT(DISABLED)').outcome.applications['order-entry']).toMatchObject({
      put: 2,
      rejected: { 2051: 2 },
    });
  });

  test('keeps its queue from being cleared and deleted', () => {
    expect(resultsOf(altered('CLEAR QLOCAL(A)').events)).toEqual(['AMQ8148E: A is in use']);
    expect(resultsOf(altered('DELETE QLOCAL(A) PURGE').events)).toEqual(['AMQ8148E: A is in use']);
  });
});

test('a cluster transmission queue can be altered in mid-run', () => {
  const { outcome } = traceOf(
    cluster(
      { QM2: q3() },
      `applications:\n${producer('count: 4, every: 1s')}\nevents:\n  - { at: 0s, do: fail-queue-manager, queueManager: QM2 }\n  - { at: 1500ms, do: mqsc, queueManager: QM1, command: "ALTER QLOCAL(SYSTEM.CLUSTER.TRANSMIT.QUEUE) MAXDEPTH(3)" }`,
    ),
  );
  expect(outcome.applications['order-entry']).toMatchObject({ put: 3, rejected: { 2053: 1 } });
});
