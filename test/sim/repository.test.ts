import { describe, expect, test } from 'vitest';
import { cluster, producer, traceOf } from '../support/scenario.ts';

const q3 = (more = '') => `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) ${more}`;
const mqsc = (at: string, queueManager: string, command: string) =>
  `  - { at: ${at}, do: mqsc, queueManager: ${queueManager}, command: ${JSON.stringify(command)} }`;
const fault = (at: string, what: string) => `  - { at: ${at}, ${what} }`;
const putter = (name: string, at: string, queue: string, more: string) =>
  `  - { name: ${name}, kind: producer, queueManager: ${at}, queue: ${queue}, ${more} }`;

/** QM1 and QM3 hold full repositories, QM2 and QM4 partial ones. */
function run(
  definitions: Parameters<typeof cluster>[0],
  applications: readonly string[],
  events: readonly string[],
  rest = 'until: 60s\nnetwork: { repositoryDelay: 2s }',
) {
  const trace = traceOf(
    cluster(definitions, `${rest}\napplications:\n${applications.join('\n')}\nevents:\n${events.join('\n')}`),
  );
  return {
    routes: trace.outcome.routes,
    applications: trace.outcome.applications,
    totals: trace.outcome.totals,
    results: trace.events.flatMap((event) => (event.kind === 'command' ? [event.result] : [])),
    notes: trace.events.flatMap((event) => (event.kind === 'note' ? [event.text] : [])),
    /** Seconds. */
    putAt: trace.events.flatMap((event) => (event.kind === 'put' ? [event.atUs / 1_000_000] : [])),
    /** The queue managers that the decisions chose, one after the other. */
    chosen: trace.decisions
      .filter(({ occasion }) => occasion !== 'arrival')
      .map(({ candidates, chosen }) => (chosen === undefined ? 'none' : (candidates[chosen]?.queueManager ?? ''))),
  };
}

describe('news of a change', () => {
  const closed = mqsc('5s', 'QM2', 'ALTER QLOCAL(Q3) PUT(DISABLED)');
  const instances = { QM2: q3('CLWLPRTY(5)'), QM4: q3() };
  const tick = 'count: 6, every: 500ms, startAt: 4700ms';

  test('is known at once at home, a leg later at a full repository', () => {
    const { chosen } = run(instances, [putter('full', 'QM1', 'Q3', tick)], [closed]);
    expect(chosen.slice(0, 6)).toEqual(['QM2', 'QM2', 'QM2', 'QM4', 'QM4', 'QM4']);
  });

  test('needs a second leg to a partial repository', () => {
    const definitions = { QM1: q3('CLWLPRTY(5)'), QM3: q3() };
    const shut = mqsc('5s', 'QM1', 'ALTER QLOCAL(Q3) PUT(DISABLED)');
    const fromFull = run(definitions, [putter('partial', 'QM4', 'Q3', tick)], [shut]);
    expect(fromFull.chosen.filter((name) => name === 'QM1')).toHaveLength(3);
    const twoLegs = run(
      { ...instances, QM2: q3('CLWLPRTY(5)') },
      [putter('far', 'QM4', 'Q9', tick)],
      [mqsc('5s', 'QM2', 'DEFINE QLOCAL(Q9) CLUSTER(CL)')],
    );
    // The question of 4.7 s meets a full repository that has not heard of the queue yet; the answer is there at 6.7 s.
    expect(twoLegs.applications.far).toMatchObject({ put: 5, rejected: { 2085: 1 } });
    expect(twoLegs.putAt[0]).toBeCloseTo(7.2);
  });

  test('takes the way of the other full repository when one cannot be reached', () => {
    const cut = fault('1s', 'do: break-link, from: QM2, to: QM1');
    const { chosen } = run(instances, [putter('full', 'QM1', 'Q3', tick)], [cut, closed]);
    // Over QM3: two legs instead of one. The channel to QM2 still counts as inactive at the first choice.
    expect(chosen.slice(0, 1)).toEqual(['QM2']);
    expect(chosen.at(-1)).toBe('QM4');
  });

  test('waits with its sender until somebody can be reached, and travels then', () => {
    const cuts = ['QM1', 'QM3'].map((name) => fault('1s', `do: break-link, from: QM2, to: ${name}`));
    const mended = fault('18s', 'do: repair-link, from: QM2, to: QM3');
    const late = putter('late', 'QM4', 'Q3', 'count: 3, every: 10s, startAt: 12s, bind: on-open, reopenAfter: 1');
    const { chosen, notes } = run({ QM2: q3('CLWLPRTY(5)'), QM1: q3() }, [late], [...cuts, closed, mended]);
    expect(chosen).toEqual(['QM2', 'QM1', 'QM1']);
    expect(notes).toContain('No full repository of CL can be reached: the change stays unknown to the others.');
  });

  test('does not pass between full repositories that have no cluster-sender channel to each other', () => {
    const receiver = (name: string) =>
      `DEFINE CHANNEL(CL.${name}) CHLTYPE(CLUSRCVR) CONNAME('${name}(1414)') CLUSTER(CL)`;
    const sender = (to: string) => `DEFINE CHANNEL(CL.${to}) CHLTYPE(CLUSSDR) CONNAME('${to}(1414)') CLUSTER(CL)`;
    const text = (connected: readonly string[]) =>
      [
        'until: 60s',
        'definitions:',
        `  QM1: ${JSON.stringify([receiver('QM1'), 'ALTER QMGR REPOS(CL)', ...connected].join('\n'))}`,
        `  QM2: ${JSON.stringify([receiver('QM2'), sender('QM1'), q3()].join('\n'))}`,
        'applications:',
        putter('app', 'QM2', 'Q3', 'count: 1'),
      ].join('\n');
    expect(traceOf(text([])).outcome.totals.put).toBe(1);
    const parted = (connected: string) =>
      traceOf(
        [
          'until: 60s',
          'network: { repositoryDelay: 2s }',
          'definitions:',
          `  FR1: ${JSON.stringify([receiver('FR1'), 'ALTER QMGR REPOS(CL)', connected].join('\n'))}`,
          `  FR2: ${JSON.stringify([receiver('FR2'), 'ALTER QMGR REPOS(CL)'].join('\n'))}`,
          `  FR3: ${JSON.stringify([receiver('FR3'), 'ALTER QMGR REPOS(CL)'].join('\n'))}`,
          `  FR4: ${JSON.stringify([receiver('FR4'), 'ALTER QMGR REPOS(CL)'].join('\n'))}`,
          `  QM2: ${JSON.stringify([receiver('QM2'), sender('FR1'), q3()].join('\n'))}`,
          'applications:',
          putter('app', 'FR4', 'Q3', 'count: 2, every: 20s, startAt: 10s, bind: on-open, reopenAfter: 1'),
          'events:',
          mqsc('5s', 'QM2', "ALTER QLOCAL(Q3) CLUSTER(' ')"),
        ].join('\n'),
      ).outcome.applications.app;
    // FR4 is none of the two that QM2 tells.
    expect(parted(sender('FR4'))?.rejected).toEqual({ 2085: 2 });
    expect(parted('')?.rejected).toEqual({});
  });

  test('that was overtaken by newer news is dropped', () => {
    const { routes } = run(
      instances,
      [putter('late', 'QM4', 'Q3', 'count: 2, startAt: 30s, objectQueueManager: "", bind: not-fixed')],
      [
        mqsc('5s', 'QM2', 'ALTER QLOCAL(Q3) PUT(DISABLED)'),
        mqsc('5500ms', 'QM2', 'ALTER QLOCAL(Q3) PUT(ENABLED)'),
        mqsc('1s', 'QM4', 'ALTER QLOCAL(Q3) CLWLUSEQ(ANY)'),
      ],
    );
    expect(routes.late?.Q3).toEqual({ QM2: 2 });
  });
});

describe('a name that is new in the cluster', () => {
  const define = mqsc('5s', 'QM2', 'DEFINE QLOCAL(NEW) CLUSTER(CL) DEFBIND(NOTFIXED)');

  test('is asked for by a partial repository when it is first opened, and the open waits for the answer', () => {
    const { putAt, totals } = run({}, [putter('app', 'QM4', 'NEW', 'count: 2, every: 1s, startAt: 10s')], [define]);
    expect(totals.rejected).toBe(0);
    expect(putAt[0]).toBeGreaterThan(12);
    expect(putAt[0]).toBeLessThan(12.001);
  });

  test('is known to a full repository without asking', () => {
    expect(run({}, [putter('app', 'QM3', 'NEW', 'count: 1, startAt: 10s')], [define]).putAt).toEqual([10]);
  });

  test('stays unknown while no full repository can be reached', () => {
    const cuts = ['QM1', 'QM3'].map((name) => fault('8s', `do: break-link, from: QM4, to: ${name}`));
    const { applications } = run({}, [putter('app', 'QM4', 'NEW', 'count: 1, startAt: 10s')], [define, ...cuts]);
    expect(applications.app?.rejected).toEqual({ 2189: 1 });
  });

  test.each([
    ['within ten seconds: the open succeeds then', '15s', { put: 2, rejected: {} }],
    [
      'later: one open fails after ten seconds, the next at once, until the answer is there',
      '27s',
      { put: 0, rejected: { 2189: 2 } },
    ],
  ])('is asked for as soon as a full repository is back, %s', (_, back, expected) => {
    const down = ['QM1', 'QM3'].map((name) => fault('8s', `do: fail-queue-manager, queueManager: ${name}`));
    const up = fault(back, 'do: start-queue-manager, queueManager: QM3');
    const puts = putter('app', 'QM4', 'NEW', 'count: 2, every: 1s, startAt: 10s');
    const { applications } = run({}, [puts], [define, ...down, up]);
    expect(applications.app).toMatchObject(expected);
  });

  test('is asked for by a queue manager where messages for it arrive', () => {
    const gate = 'DEFINE QALIAS(VIA) TARGET(NEW) CLUSTER(CL) DEFBIND(NOTFIXED)';
    const puts = putter('app', 'QM3', 'VIA', 'count: 3, startAt: 10s');
    const { totals } = run({ QM4: gate }, [puts], [define]);
    expect(totals).toMatchObject({ put: 3, waiting: 3, deadLettered: 0 });
  });

  test('that was asked for in vain is told as soon as it is there', () => {
    const { applications } = run({}, [putter('app', 'QM4', 'NEW', 'count: 3, every: 4s, startAt: 1s')], [define]);
    expect(applications.app).toMatchObject({ put: 2, rejected: { 2085: 1 } });
  });
});

describe('partial repositories that begin afresh', () => {
  const fresh = 'until: 60s\nnetwork: { repositoryDelay: 2s, partialRepositories: fresh }';

  test('ask for a queue when it is first opened, full ones do not', () => {
    const both = ['QM3', 'QM4'].map((at) => putter(`at-${at}`, at, 'Q3', 'count: 2, every: 1s, startAt: 10s'));
    const { putAt } = run({ QM2: q3() }, both, [], fresh);
    expect(putAt.map((at) => Math.floor(at))).toEqual([10, 11, 12, 13]);
  });

  test('ask for a queue manager that is named, unless it holds a full repository or sent them something', () => {
    const named = (name: string, at: string, to: string, more: string) =>
      putter(name, at, 'Q3', `objectQueueManager: ${to}, count: 1, ${more}`);
    const puts = [
      named('stranger', 'QM4', 'QM2', 'startAt: 10s'),
      named('full', 'QM4', 'QM1', 'startAt: 20s'),
      named('acquainted', 'QM2', 'QM4', 'startAt: 30s'),
    ];
    const { putAt, totals } = run({ QM1: q3(), QM2: q3(), QM4: q3() }, puts, [], fresh);
    expect(putAt.map((at) => Math.floor(at))).toEqual([12, 20, 30]);
    expect(totals.waiting).toBe(3);
  });

  test('know the other instances of a queue of their own', () => {
    const puts = putter('app', 'QM2', 'Q3', 'count: 4, startAt: 10s');
    expect(run({ QM2: q3('CLWLUSEQ(ANY)'), QM4: q3() }, [puts], [], fresh).routes.app?.Q3).toEqual({ QM2: 2, QM4: 2 });
  });
});

test('a partial repository does not know a member that joins, and can name it once it has asked', () => {
  const joins = mqsc('5s', 'QM9', "DEFINE CHANNEL(CL.QM9) CHLTYPE(CLUSRCVR) CONNAME('qm9(1414)') CLUSTER(CL)");
  const { events } = traceOf(
    [
      'network: { repositoryDelay: 2s }',
      'definitions: { QM9: DEFINE QLOCAL(OWN) }',
      'clusters: { CL: { members: [QM1, QM2, QM4], fullRepositories: [QM1, QM2] } }',
      'applications:',
      putter('app', 'QM4', 'OWN', 'objectQueueManager: QM9, count: 1, startAt: 10s'),
      'events:',
      joins,
    ].join('\n'),
  );
  expect(events.flatMap((event) => (event.kind === 'put' ? [Math.floor(event.atUs / 1_000_000)] : []))).toEqual([12]);
});

describe('REFRESH CLUSTER', () => {
  test('leaves a queue manager without knowledge until the full repositories have answered', () => {
    const { applications, results } = run(
      { QM2: q3() },
      [putter('app', 'QM4', 'Q3', 'count: 5, every: 1s, startAt: 4500ms')],
      [mqsc('6s', 'QM4', 'REFRESH CLUSTER(CL)')],
    );
    expect(results).toEqual(['refresh begun']);
    expect(applications.app).toMatchObject({ put: 3, rejected: { 2270: 2 } });
  });

  test('loses no message that is on its way', () => {
    const { totals } = run(
      { QM2: q3() },
      [putter('app', 'QM4', 'Q3', 'count: 9, startAt: 5s')],
      [
        fault('4s', 'do: break-link, from: QM4, to: QM2'),
        mqsc('6s', 'QM4', 'REFRESH CLUSTER(CL) REPOS(YES)'),
        fault('10s', 'do: repair-link, from: QM4, to: QM2'),
      ],
      'until: 10min\nnetwork: { repositoryDelay: 2s }',
    );
    expect(totals).toMatchObject({ put: 9, waiting: 9, lost: 0, duplicated: 0 });
  });

  test('goes on when a full repository can be reached again', () => {
    const cuts = ['QM1', 'QM3'].map((name) => fault('5s', `do: break-link, from: QM4, to: ${name}`));
    const { applications, notes } = run(
      { QM2: q3() },
      [putter('app', 'QM4', 'Q3', 'count: 3, every: 10s, startAt: 8s, reopenAfter: 1')],
      [...cuts, mqsc('6s', 'QM4', 'REFRESH CLUSTER(CL)'), fault('20s', 'do: repair-link, from: QM4, to: QM1')],
    );
    expect(applications.app).toMatchObject({ put: 2, rejected: { 2189: 1 } });
    expect(notes).toContain(
      'REFRESH CLUSTER(CL): no full repository can be reached, so QM4 knows nobody in it for now.',
    );
  });

  const refreshed = mqsc('6s', 'QM4', 'REFRESH CLUSTER(CL)');

  test('lets a partial repository ask again for a queue when it is opened, once', () => {
    const puts = putter('app', 'QM4', 'Q3', 'count: 3, every: 5s, startAt: 20s, reopenAfter: 1');
    const { putAt } = run({ QM2: q3() }, [puts], [refreshed]);
    expect(putAt.map(Math.round)).toEqual([22, 27, 32]);
    expect(run({ QM2: q3() }, [puts], []).putAt.map(Math.round)).toEqual([20, 25, 30]);
  });

  test('leaves a queue that nobody opened unknown when the full repositories fail afterwards', () => {
    const failed = ['QM1', 'QM3'].map((name) => fault('15s', `do: fail-queue-manager, queueManager: ${name}`));
    const idle = putter('idle', 'QM4', 'Q3', 'count: 1, startAt: 20s');
    const open = putter('open', 'QM4', 'Q5', 'count: 3, every: 10s, startAt: 4s');
    const { applications } = run(
      { QM2: `${q3()}\nDEFINE QLOCAL(Q5) CLUSTER(CL)` },
      [idle, open],
      [refreshed, ...failed],
    );
    expect(applications.idle).toMatchObject({ put: 0, rejected: { 2189: 1 } });
    // What was open is asked for by the refresh itself.
    expect(applications.open).toMatchObject({ put: 3, rejected: {} });
  });

  test('takes queue managers away from a partial repository until it asks, and from a full one never', () => {
    const named = (at: string) => putter('app', at, 'Q3', 'objectQueueManager: QM2, count: 1, startAt: 7s');
    expect(run({ QM2: q3() }, [named('QM4')], [refreshed]).putAt.map(Math.round)).toEqual([9]);
    const full = mqsc('6s', 'QM1', 'REFRESH CLUSTER(CL)');
    expect(run({ QM2: q3() }, [named('QM1')], [full]).putAt.map(Math.round)).toEqual([7]);
    const { applications } = run(
      { QM2: q3() },
      [putter('app', 'QM1', 'Q3', 'count: 2, every: 2s, startAt: 7s')],
      [full],
    );
    expect(applications.app).toMatchObject({ put: 1, rejected: { 2085: 1 } });
  });

  test('brings what changed since, with the answer', () => {
    const moved = [mqsc('10s', 'QM2', 'ALTER QLOCAL(Q3) PUT(DISABLED)'), mqsc('10s', 'QM1', q3())];
    const { routes } = run(
      { QM2: q3() },
      [putter('app', 'QM4', 'Q3', 'count: 4, startAt: 20s')],
      [refreshed, ...moved],
    );
    expect(routes.app?.Q3).toEqual({ QM1: 4 });
  });

  test('with REPOS(YES) is refused by a full repository', () => {
    const { results } = run({}, [producer('count: 0')], [mqsc('1s', 'QM1', 'REFRESH CLUSTER(CL) REPOS(YES)')]);
    expect(results).toEqual(['AMQ9406E: REPOS(YES) is refused, QM1 holds a full repository of CL']);
  });
});

describe('RESET CLUSTER ACTION(FORCEREMOVE)', () => {
  const remove = mqsc('5s', 'QM1', 'RESET CLUSTER(CL) ACTION(FORCEREMOVE) QMNAME(QM2) QUEUES(YES)');

  test('makes the cluster forget a member, which can join again by a refresh', () => {
    const puts = putter('app', 'QM4', 'Q3', 'count: 6, every: 10s, startAt: 1s');
    const { applications, results } = run(
      { QM2: q3() },
      [puts],
      [remove, mqsc('35s', 'QM2', 'REFRESH CLUSTER(CL)')],
      'until: 2min\nnetwork: { repositoryDelay: 2s }',
    );
    expect(results).toEqual(['QM2 is removed from CL', 'refresh begun']);
    expect(applications.app).toMatchObject({ put: 3, rejected: { 2270: 3 } });
  });

  test('leaves the queues to be remembered with QUEUES(NO), without a way to them', () => {
    const keep = mqsc('5s', 'QM1', 'RESET CLUSTER(CL) ACTION(FORCEREMOVE) QMNAME(QM2)');
    const { routes } = run({ QM2: q3(), QM3: q3() }, [putter('app', 'QM4', 'Q3', 'count: 4, startAt: 20s')], [keep]);
    expect(routes.app?.Q3).toEqual({ QM3: 4 });
  });

  test.each([
    ['QM2', 'QMNAME(QM4)', 'refused: QM2 holds no full repository of CL'],
    ['QM1', 'QMNAME(NONE)', 'NONE is not a member of CL'],
    ['QM1', 'QMNAME(QM1)', 'refused: QM1 cannot remove itself'],
  ])('at %s for %s: %s', (at, whom, result) => {
    const command = mqsc('1s', at, `RESET CLUSTER(CL) ACTION(FORCEREMOVE) ${whom}`);
    expect(run({}, [producer('count: 0')], [command]).results).toEqual([result]);
  });
});

describe('information grows old', () => {
  const until = 'until: 130d\nnetwork: { repositoryDelay: 5ms }';
  const puts = (name: string) => putter(name, 'QM4', 'Q3', 'count: 12, every: 10d, startAt: 5d, reopenAfter: 1');

  test('a queue manager out of contact is forgotten after 90 days, and found again when it is back', () => {
    const { applications, notes } = run(
      { QM2: q3() },
      [puts('app')],
      [
        fault('1d', 'do: fail-queue-manager, queueManager: QM2'),
        fault('101d', 'do: start-queue-manager, queueManager: QM2'),
      ],
      until,
    );
    expect(applications.app).toMatchObject({ put: 11, rejected: { 2085: 1 } });
    expect(notes).toEqual([
      'Out of contact with every full repository for 90 days: the cluster has forgotten QM2.',
      'In contact with a full repository again: the cluster knows QM2 anew.',
    ]);
  });

  test('with all full repositories down, what is known goes on working for a while', () => {
    const down = ['QM1', 'QM3'].map((name) => fault('1d', `do: fail-queue-manager, queueManager: ${name}`));
    const { applications } = run({ QM2: q3() }, [puts('app')], down, until);
    expect(applications.app?.put).toBe(9);
  });

  test('who stays in contact is never forgotten', () => {
    const { totals, notes } = run({ QM2: q3() }, [puts('app')], [mqsc('1d', 'QM1', 'ALTER QMGR DESCR(X)')], until);
    expect({ put: totals.put, notes }).toEqual({ put: 12, notes: [] });
  });
});
