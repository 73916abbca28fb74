import { describe, expect, test } from 'vitest';
import { cluster, producer, traceOf } from '../support/scenario.ts';

const q3 = 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)';

/** Runs commands at QM2, one each second, while QM1 puts ten messages between 5 s and 6 s. */
function withCommands(commands: readonly string[], definitions = q3, rest = '') {
  const trace = traceOf(
    cluster(
      { QM2: definitions, QM4: q3 },
      `until: 20s\napplications:\n${producer('count: 10, startAt: 5s')}\n${rest}\nevents:\n${commands
        .map((command, i) => `  - { at: ${i + 1}s, do: mqsc, queueManager: QM2, command: ${JSON.stringify(command)} }`)
        .join('\n')}`,
    ),
  );
  return {
    results: trace.events.flatMap((event) => (event.kind === 'command' ? [event.result] : [])),
    notes: trace.events.flatMap((event) => (event.kind === 'note' ? [event.text] : [])),
    arrived: trace.outcome.queues.QM2?.Q3?.arrived ?? 0,
    totals: trace.outcome.totals,
  };
}

describe('a command in mid-run', () => {
  test.each([
    ['ALTER QLOCAL(Q3) PUT(DISABLED)', 'altered', 0],
    ['ALTER QL(Q3) CLWLPRTY(5)', 'altered', 10],
    ["ALTER QLOCAL(Q3) CLUSTER(' ')", 'altered', 0],
    ['ALTER QALIAS(Q3) PUT(DISABLED)', 'AMQ8147E: object Q3 not found', 5],
    ['DEFINE QLOCAL(Q3)', 'AMQ8150E: object Q3 already exists', 5],
    ['DEFINE QLOCAL(Q3) REPLACE', 'defined', 0],
    ['DEFINE QALIAS(Q3) TARGET(Q4) REPLACE', 'AMQ8151E: object Q3 has a different type', 5],
    ['DEFINE QLOCAL(OTHER) LIKE(Q3)', 'defined', 5],
    ['DELETE QLOCAL(Q3)', 'deleted', 0],
    ['SUSPEND QMGR CLUSTER(CL)', 'suspended', 0],
    ['SUSPEND QMGR CLUSTER(NONE)', 'QM2 is not a member of NONE', 5],
    ['RESUME QMGR CLUSTER(CL)', 'QM2 was not suspended', 5],
    ['SUSPEND QMGR', 'AMQ8405I: syntax error: SUSPEND QMGR takes one of CLUSTER and CLUSNL', 5],
    ['SUSPEND QMGR MODE(FORCE)', 'AMQ8405I: syntax error: SUSPEND QMGR takes one of CLUSTER and CLUSNL', 5],
    ['SUSPEND QMGR CLUSTER(CL) CLUSNL(NL)', 'AMQ8405I: syntax error: SUSPEND QMGR takes one of CLUSTER and CLUSNL', 5],
    ['RESUME QMGR', 'AMQ8405I: syntax error: RESUME QMGR takes one of CLUSTER and CLUSNL', 5],
    ['SUSPEND QMGR FACILITY(DB2)', 'not simulated by this version: SUSPEND QMGR FACILITY', 5],
    ['SUSPEND QMGR CLUSNL(NONE)', 'QM2 has no namelist NONE', 5],
    ['ALTER CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) CLWLPRTY(3)', 'altered', 10],
    ['ALTER CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) CLWLWGHT(99)', 'altered', 6],
    ['STOP CHANNEL(CL.QM2)', 'stop accepted', 0],
    ['STOP CHANNEL(NONE)', 'AMQ8147E: object NONE not found', 5],
    ['REFRESH CLUSTER(CL)', 'refresh begun', 5],
    ['REFRESH CLUSTER(CL) REPOS(YES)', 'refresh begun', 5],
    ['REFRESH CLUSTER(OTHER)', 'QM2 is not a member of OTHER', 5],
    ['RESET CLUSTER(CL) ACTION(FORCEREMOVE) QMNAME(QM4)', 'refused: QM2 holds no full repository of CL', 5],
    ['RESET QMGR TYPE(STATISTICS)', 'not simulated by this version: RESET QMGR', 5],
  ])('%s: %s', (command, result, arrived) => {
    const run = withCommands([command]);
    expect(run.results).toEqual([result]);
    expect(run.arrived).toBe(arrived);
  });

  test('can be undone', () => {
    expect(withCommands(['SUSPEND QMGR CLUSTER(CL)', 'RESUME QMGR CLUSTER(CL)']).arrived).toBe(5);
    const clusters = 'DEFINE NAMELIST(NL) NAMES(CL, UNKNOWN)';
    const suspended = withCommands([clusters, 'SUSPEND QMGR CLUSNL(NL)']);
    expect(suspended.results).toEqual(['defined', 'suspended; QM2 is not a member of UNKNOWN']);
    expect(suspended.arrived).toBe(0);
    const resumed = withCommands([clusters, 'SUSPEND QMGR CLUSTER(CL)', 'RESUME QMGR CLUSNL(NL)']);
    expect(resumed.results).toEqual(['defined', 'suspended', 'resumed']);
    expect(resumed.arrived).toBe(5);
    expect(withCommands(['STOP CHANNEL(CL.QM2)', 'START CHANNEL(CL.QM2)']).arrived).toBe(5);
  });

  test('clears and deletes only what nobody uses', () => {
    const puts = Array.from({ length: 7 }, () => 'ALTER QMGR DESCR(x)');
    const left = withCommands([...puts, 'DELETE QLOCAL(Q3)', 'CLEAR QLOCAL(Q3)', 'DELETE QLOCAL(Q3)']);
    expect(left.results.slice(-3)).toEqual(['AMQ8143E: Q3 is not empty', 'cleared', 'deleted']);
    expect(left.totals).toMatchObject({ lost: 5, waiting: 5 });
    const reader = '  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3 }';
    expect(withCommands(['DELETE QLOCAL(Q3)', 'CLEAR QLOCAL(Q3)'], q3, reader).results).toEqual([
      'AMQ8148E: Q3 is in use',
      'AMQ8148E: Q3 is in use',
    ]);
  });

  test('that a run cannot follow is noted', () => {
    expect(withCommands(['RESET QMGR TYPE(STATISTICS)']).notes).toEqual([
      'RESET QMGR is not simulated by this version.',
    ]);
    expect(withCommands(['DEFINE QLOCAL(X) CLUSNL(NL)']).notes).toEqual([
      'CLUSNL(NL) of X names no cluster: QM2 has no such namelist.',
    ]);
  });

  test('does nothing on a queue manager that is down', () => {
    const { events } = traceOf(
      cluster(
        {},
        'events:\n  - { at: 1s, do: fail-queue-manager, queueManager: QM2 }\n  - { at: 2s, do: mqsc, queueManager: QM2, command: "ALTER QMGR DESCR(X)" }',
      ),
    );
    expect(events.at(-1)).toMatchObject({ kind: 'command', result: 'not run: QM2 is down' });
  });
});
