import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estateOf, readScenario } from '#core/scenario/read-scenario.ts';
import { figure1, planOf, problemsOf } from '../support/scenario.ts';

const producer = '  - { name: sender, kind: producer, queueManager: QM1, queue: Q3 }\n';

describe('what a scenario means', () => {
  test('nothing said is the default', () => {
    const plan = planOf(`${figure1}applications:\n${producer}`);
    expect(plan).toMatchObject({ seed: 1, untilUs: 60_000_000, mqVersion: '9.4', events: [], expectations: [] });
    expect(plan.network).toEqual({
      latencyUs: 1_000,
      channelStartUs: 20_000,
      bandwidth: 104_857_600,
      repositoryDelayUs: 5_000,
      links: [],
    });
    expect(plan.applications).toEqual([
      {
        name: 'sender',
        kind: 'producer',
        queueManager: 'QM1',
        queue: 'Q3',
        objectQueueManager: '',
        verb: 'MQPUT',
        bind: 'as-q-def',
        count: 10,
        intervalUs: 100_000,
        arrival: 'constant',
        startAtUs: 0,
        reopenAfter: 0,
        message: { size: 1024, persistence: 'as-q-def', priority: 'as-q-def', expiryUs: 0 },
        group: undefined,
        syncpoint: 1,
        reconnect: 'no',
        instances: 1,
      },
    ]);
  });

  test('a cluster makes the channels and repositories that the definitions leave out', () => {
    const made = planOf(figure1).queueManagers.map((each) => [
      each.name,
      each.clusterMemberships.map((m) => `${m.cluster} ${m.isFullRepository ? 'full' : 'partial'}`).join(),
      each.channels.map((channel) => `${channel.type} ${channel.name}`).join(),
      each.queues.map((queue) => queue.name).join(),
    ]);
    expect(made).toEqual([
      ['QM1', 'CL full', 'CLUSRCVR CL.QM1,CLUSSDR CL.QM2', ''],
      ['QM2', 'CL full', 'CLUSRCVR CL.QM2,CLUSSDR CL.QM1', 'Q3'],
      ['QM3', 'CL partial', 'CLUSRCVR CL.QM3,CLUSSDR CL.QM1', ''],
      ['QM4', 'CL partial', 'CLUSRCVR CL.QM4,CLUSSDR CL.QM1', 'Q3'],
    ]);
  });

  test('a cluster leaves alone what is defined', () => {
    const [qm1, qm2] = planOf(`version: 1
definitions:
  QM1: |
    ALTER QMGR REPOS(OTHER)
    DEFINE CHANNEL(TO.ME) CHLTYPE(CLUSRCVR) CLUSTER(CL) CONNAME('here') BATCHSZ(7)
clusters:
  CL: { members: [QM1, QM2], fullRepositories: [QM1] }
`).queueManagers;
    expect(qm1?.channels.map((channel) => channel.name)).toEqual(['TO.ME']);
    expect(qm1?.attributes.REPOSNL?.value).toBe('FULL.REPOSITORIES');
    expect(qm1?.clusterMemberships).toContainEqual({ cluster: 'CL', isFullRepository: true });
    expect(qm2?.channels.map((channel) => `${channel.type} ${channel.name}`)).toEqual([
      'CLUSRCVR CL.QM2',
      'CLUSSDR TO.ME',
    ]);
  });

  test('a value points at its MQSC in the scenario', () => {
    const bind = planOf(figure1).queueManagers[1]?.queues[0]?.attributes.DEFBIND;
    expect(bind?.at && figure1.slice(bind.at.span.start, bind.at.span.end)).toBe('DEFBIND(NOTFIXED)');
  });

  test('an attribute that nobody wrote is there with its default, and no place', () => {
    expect(planOf(figure1).queueManagers[1]?.queues[0]?.attributes.PUT).toEqual({ value: 'ENABLED', at: undefined });
  });

  test('a command of an event comes parsed', () => {
    const text = `${figure1}events:\n  - { at: 1s, do: mqsc, queueManager: QM2, command: "alter ql(Q3) put(disabled)" }\n`;
    expect(planOf(text).events).toMatchObject([
      { atUs: 1_000_000, action: { do: 'mqsc', parsed: { verbName: 'ALTER', objectName: 'QLOCAL' } } },
    ]);
  });

  test('a command of an event survives JSON and a message to a worker', () => {
    const { events } = planOf(
      `${figure1}events: [{ at: 1s, do: mqsc, queueManager: QM2, command: "ALTER QLOCAL(Q3) PUT(DISABLED)" }]`,
    );
    const [{ action } = {}] = events;
    expect(action).toMatchObject({
      parsed: { verbName: 'ALTER', objectName: 'QLOCAL', object: { keyword: 'QLOCAL' } },
    });
    expect(structuredClone(events)).toEqual(events);
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
    expect(JSON.parse(JSON.stringify(action)).parsed.parameters).toHaveLength(2);
  });

  test('a rate is the time between two; a state is written as MQ does', () => {
    const text = `${figure1}applications:
  - { name: sender, kind: producer, queueManager: QM1, queue: Q3, rate: 4/s }
events:
  - { when: { channel: CL.QM2, from: QM1, is: retrying }, do: break-link, from: QM1, to: QM2 }
  - { when: { application: sender, hasPut: 5 }, do: stop-application, application: sender }
`;
    const { applications, events } = planOf(text);
    expect(applications).toMatchObject([{ intervalUs: 250_000 }]);
    expect(events).toMatchObject([{ when: { is: 'RETRYING' } }, { when: { application: 'sender', hasPut: 5 } }]);
  });

  test('anchors are followed', () => {
    const text = `${figure1}applications:
  - { name: a, kind: consumer, queueManager: QM2, queue: Q3, service: &slow { time: 2s } }
  - { name: b, kind: consumer, queueManager: QM4, queue: Q3, service: *slow }
`;
    expect(planOf(text).applications).toMatchObject([{}, { service: { timeUs: 2_000_000 } }]);
  });
});

describe('what is wrong, and where', () => {
  const cases: readonly (readonly [string, string, ...string[]])[] = [
    ['an unknown key', 'evnts: []\n', 'error [evnts] `evnts` is not known here; did you mean `events`?'],
    ['a bad time', 'until: soon\n', 'error [soon] A time such as 100ms, 5s or 2min is expected, not `soon`.'],
    ['a time without unit', 'until: 5\n', 'error [5] A time such as 100ms, 5s or 2min is expected, not `5`.'],
    ['a bad seed', 'seed: -1\n', 'error [-1] A whole number from 0 to 4294967295 is expected, not `-1`.'],
    ['a list for a mapping', 'network: []\n', 'error [[]] A mapping (key: value) is expected here.'],
    ['a mapping for a list', 'expect: {}\n', 'error [{}] A list is expected here.'],
    [
      'a word too much',
      'network: { latency: 1ms, latncy: 2ms }\n',
      'error [latncy] `latncy` is not known here; did you mean `latency`?',
    ],
    [
      'a wrong kind',
      'applications:\n  - { name: x, kind: prodcer, queueManager: QM1, queue: Q3 }\n',
      'error [prodcer] `prodcer` is not known here; did you mean `producer`? Known: `producer`, `consumer`.',
    ],
    [
      'a missing key',
      'applications:\n  - { name: x, kind: producer, queueManager: QM1 }\n',
      'error [x] A producer has a `queue` or a `topic`; one of them.',
    ],
    [
      'a queue manager that is not there',
      'events:\n  - { at: 1s, do: fail-queue-manager, queueManager: QM22 }\n',
      'error [QM22] No queue manager `QM22` here; did you mean `QM2`?',
    ],
    [
      'a queue that is not there',
      'applications:\n  - { name: x, kind: producer, queueManager: QM1, queue: Q33 }\n',
      'warning [Q33] No queue `Q33` here; did you mean `Q3`?',
    ],
    [
      'an application that is not there',
      `applications:\n${producer}events:\n  - { at: 1s, do: stop-application, application: sendr }\n`,
      'error [sendr] No application `sendr` here; did you mean `sender`?',
    ],
    [
      'an assumption that is none',
      'assume: { full-queue: reroute }\n',
      'error [reroute] `reroute` is not known here. Known: `same-instance`, `another-instance`.',
    ],
    ['a host that is not there', 'events:\n  - { at: 1s, do: fail-host, host: S1 }\n', 'error [S1] No host `S1` here.'],
    [
      'a stranger on a host',
      'hosts: { S1: [QM9] }\n',
      'error [QM9] No queue manager or application `QM9` here; did you mean `QM1`?',
    ],
    [
      'two of a name',
      `applications:\n${producer}${producer}`,
      'error [sender] Another application is called `sender` already; each needs its own name.',
    ],
    [
      'every and rate',
      'applications:\n  - { name: x, kind: producer, queueManager: QM1, queue: Q3, every: 1s, rate: 1/s }\n',
      'error [1/s] Either `every` or `rate`, not both.',
    ],
    [
      'an event without a time',
      'events:\n  - { do: start-queue-manager, queueManager: QM1 }\n',
      'error [{ do: start-queue-manager, queueManager: QM1 }] An event needs a time, `at`, or a condition, `when`; one of them.',
    ],
    [
      'a bad condition',
      'events:\n  - { when: { queue: Q3 }, do: start-queue-manager, queueManager: QM1 }\n',
      'error [{ queue: Q3 }] One of `channel`, `transaction`, `application` is expected here.',
    ],
    [
      'a command that MQSC has not',
      'events:\n  - { at: 1s, do: mqsc, queueManager: QM1, command: ALTR QLOCAL(Q3) }\n',
      'error [ALTR QLOCAL(Q3)] `ALTR` is no MQSC command.',
    ],
    [
      'a parameter that the command has not',
      'events:\n  - { at: 1s, do: mqsc, queueManager: QM1, command: ALTER QLOCAL(Q3) PTU(DISABLED) }\n',
      'error [ALTER QLOCAL(Q3) PTU(DISABLED)] ALTER QLOCAL takes no `PTU`; did you mean `PUT`?',
    ],
    [
      'two commands',
      'events:\n  - { at: 1s, do: mqsc, queueManager: QM1, command: "PING QMGR; PING QMGR" }\n',
      'error ["PING QMGR; PING QMGR"] One MQSC command is expected here.',
    ],
    [
      'a structure of a group that nobody knows',
      'events:\n  - { at: 1s, do: fail-structure, queueSharingGroup: QSG2, structure: APP1 }\n',
      'error [QSG2] No queue-sharing group `QSG2` here.',
    ],
    [
      'a takeover on a host that nobody knows',
      'takeover: { QM22: { after: 30s, host: S9 } }\n',
      'error [S9] No host `S9` here.',
      'error [QM22] No queue manager `QM22` here; did you mean `QM2`?',
    ],
  ];
  test.each(cases)('%s', (_, more, ...expected) => expect(problemsOf(figure1 + more)).toEqual(expected));

  test('a number that MQ does not take, in a definition and in a command of the run', () => {
    const text = (definition: string, command: string) => `version: 1
definitions:
  QM1: |
    DEFINE QLOCAL(Q) ${definition}
events:
  - { at: 1s, do: mqsc, queueManager: QM1, command: "ALTER QLOCAL(Q) ${command}" }
`;
    expect(problemsOf(text('DEFPRTY(10)', 'CLWLRANK(12)'))).toEqual([
      'error [10] DEFPRTY takes 0 to 9, not 10.',
      'error ["ALTER QLOCAL(Q) CLWLRANK(12)"] CLWLRANK takes 0 to 9, not 12.',
    ]);
    expect(problemsOf(text('DEFPRTY(9)', 'CLWLRANK(0)'))).toEqual([]);
  });

  test('a command among the definitions that defines nothing is not passed over in silence', () => {
    const text = (command: string) => `version: 1\ndefinitions:\n  QM1: |\n    DEFINE QLOCAL(Q)\n    ${command}\n`;
    expect(problemsOf(text('SUSPEND QMGR CLUSTER(CL)'))).toEqual([
      'warning [SUSPEND] SUSPEND QMGR defines nothing and is not run here; write it among the events, with do: mqsc.',
    ]);
    expect(problemsOf(text('START LISTENER(L)'))).toEqual([]);
    expect(problemsOf('version: 1\ndefinitions: { QM1: "STOP CHANNEL(C)" }\n')).toEqual([
      'warning [STOP] STOP CHANNEL defines nothing and is not run here; write it among the events, with do: mqsc.',
    ]);
  });

  test('MQSC in the definitions', () => {
    const text = figure1.replace('DEFBIND(NOTFIXED)', 'DEFBND(NOTFIXED)');
    expect(problemsOf(text)).toEqual(['error [DEFBND] DEFINE QLOCAL takes no `DEFBND`; did you mean `DEFBIND`?']);
  });

  test('a value in the definitions', () => {
    const text = figure1.replace('DEFBIND(NOTFIXED)', 'DEFBIND(NOTFIXD)');
    expect(problemsOf(text)).toEqual(['error [NOTFIXD] DEFBIND does not take `NOTFIXD`; did you mean `NOTFIXED`?']);
  });

  test('a full repository that is no member', () => {
    const text = figure1.replace('fullRepositories: [QM1, QM2]', 'fullRepositories: [QM1, QM22]');
    expect(problemsOf(text)).toEqual(['error [QM22] `QM22` is no member of CL; did you mean `QM2`?']);
  });

  test('no scenario at all', () => {
    expect(readScenario('x', '- 1').plan).toBeUndefined();
    expect(problemsOf('')).toEqual(['error [] A scenario is a mapping that begins with `version: 1`.']);
    expect(problemsOf('version: 2\n')).toContain('error [2] The version 1 is expected, not `2`.');
  });
});

test('where the queue managers come from', () => {
  expect(estateOf(figure1)).toEqual({ kind: 'none' });
  expect(estateOf('version: 1\n')).toEqual({ kind: 'nearest' });
  expect(estateOf('version: 1\nestate: ../mqsc.yaml\n')).toEqual({ kind: 'file', path: '../mqsc.yaml' });
});

test('half-typed text is no reason to fail', () => {
  const whole = `${figure1}applications:\n${producer}events:\n  - { at: 1s, do: fail-queue-manager, queueManager: QM2 }\n`;
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 4 }), (from, to, put) => {
      const text = whole.slice(0, from) + put + whole.slice(to);
      for (const { at } of readScenario('x', text).problems) {
        expect(at.span.start).toBeGreaterThanOrEqual(0);
        expect(at.span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});
