import { expect, test } from 'vitest';
import { storyOf } from '#core/sim/story.ts';
import { cluster, producer, traceOf } from '../support/scenario.ts';

const q3 = (more = '') => `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES) ${more}`;
const reader = '  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3, startAt: 59s }';
const stop = '  - { at: 0s, do: mqsc, queueManager: QM1, command: "STOP CHANNEL(CL.QM2)" }';

/** The last line on message 1, which QM1 puts after a second to the only instance, on QM2. */
const ending = (events: readonly string[], applications = '', rest = '', qm2 = q3()): string | undefined =>
  storyOf(
    traceOf(
      cluster(
        { QM2: qm2 },
        `until: 30s\n${rest}\napplications:\n${producer('count: 1, startAt: 1s')}\n${applications}\nevents:${events.length === 0 ? ' []' : ''}\n${events.join('\n')}`,
      ),
    ),
    1,
  ).at(-1);

test.each([
  ['a channel that is stopped', [stop], 'START CHANNEL(CL.QM2) at QM1: a stopped channel does not start by itself.'],
  [
    'a queue manager that is down',
    ['  - { at: 0s, do: fail-queue-manager, queueManager: QM2 }'],
    "Start QM2 again: then the channel's next retry takes it along, or START CHANNEL(CL.QM2) at QM1.",
  ],
  [
    'a link that is broken',
    ['  - { at: 0s, do: break-link, from: QM2, to: QM1 }'],
    "Repair the link QM1 – QM2: then the channel's next retry takes it along, or START CHANNEL(CL.QM2) at QM1.",
  ],
  [
    'a receiver that is stopped',
    ['  - { at: 0s, do: mqsc, queueManager: QM2, command: "STOP CHANNEL(CL.QM2)" }'],
    'The channel tries again by itself; START CHANNEL(CL.QM2) at QM1 does it now, and START CHANNEL(CL.QM2) at QM2 if it is stopped there.',
  ],
  [
    'a channel that ended without taking it',
    ['  - { at: 1010ms, do: mqsc, queueManager: QM1, command: "STOP CHANNEL(CL.QM2) STATUS(INACTIVE)" }'],
    'START CHANNEL(CL.QM2) at QM1, or the next message for QM2, starts the channel.',
  ],
  [
    'doubt',
    ['  - { when: { channel: CL.QM2, from: QM1, is: in-doubt }, do: break-link, from: QM1, to: QM2 }'],
    'In doubt. Repair the link QM1 – QM2; then START CHANNEL(CL.QM2) at QM1 lets both ends settle it. Otherwise look whether QM2 has it, and RESOLVE CHANNEL(CL.QM2) with ACTION(COMMIT) if so, ACTION(BACKOUT) if not.',
  ],
  [
    'its own queue manager that is down',
    [stop, '  - { at: 2s, do: fail-queue-manager, queueManager: QM1 }'],
    'Start QM1 again: a persistent message is still there then.',
  ],
  ['nobody', [], 'Start a consumer of Q3 at QM2: nobody reads it there.'],
])('what would move on a message that waits for %s', (_, events, way) => {
  expect(ending(events)).toBe(`what moves it on: ${way}`);
});

test('what would move on a message that waits for its reader', () => {
  expect(ending([], reader)).toBe('what moves it on: Start reader again: nobody else reads Q3 at QM2.');
  expect(ending([], `${reader.replace(', startAt: 59s', '')}`, '', q3('GET(DISABLED)'))).toBe(
    'what moves it on: ALTER QLOCAL(Q3) GET(ENABLED) at QM2: the queue is closed for gets, so that reader gets nothing.',
  );
  const close = '  - { at: 500ms, do: mqsc, queueManager: QM2, command: "ALTER QLOCAL(Q3) GET(DISABLED)" }';
  expect(ending([close], `${reader.replace(', startAt: 59s', '')}`)).toBe(
    'what moves it on: Its turn with reader; ALTER QLOCAL(Q3) GET(ENABLED) if the queue is closed for gets.',
  );
  expect(ending([], reader.replace('startAt: 59s', 'triggered: true'))).toBe(
    'what moves it on: A trigger: TRIGGER, INITQ and PROCESS of Q3 have to start reader.',
  );
});

test('what would move on a message that met a full queue, and no dead-letter queue', () => {
  expect(ending([], '', '', q3('MAXDEPTH(0)'))).toBe(
    'what moves it on: The channel tries again by itself; START CHANNEL(CL.QM2) at QM1 does it now. It had failed: Q3: 2053 MQRC_Q_FULL, and no dead-letter queue takes it.',
  );
});

/** The story of message 1 of three that are put a second apart from 1 s on, committed together. */
const inUnit = (until: string): readonly string[] =>
  storyOf(
    traceOf(
      cluster(
        { QM2: q3() },
        `until: ${until}\napplications:\n${producer('count: 4, every: 1s, startAt: 1s, syncpoint: 3')}\n${reader.replace('59s', '0s')}`,
      ),
    ),
    1,
  );

test('what would move on a message that its producer has not committed', () => {
  expect(inUnit('2500ms').at(-1)).toBe(
    'what moves it on: order-entry has to commit it: nobody gets it before. It commits every 3 messages; should it end before that, the message is backed out.',
  );
  const committed = inUnit('10s');
  expect(committed).toContain('3000.000 ms  order-entry commits its unit of work');
  expect(committed.at(-1)).toMatch(/reader has processed it$/);
});

test('what would move on a message that its receiver tries again', () => {
  const full = `${q3('MAXDEPTH(0)')}\nALTER CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) MRTMR(20000) MRRTY(3)`;
  const story = (message: number, every: string) =>
    storyOf(
      traceOf(
        cluster({ QM2: full }, `until: 30s\napplications:\n${producer(`count: 2, startAt: 1s, every: ${every}`)}`),
      ),
      message,
    ).at(-1);
  const behind = 'what moves it on: Its turn on CL.QM2, which tries again to put a message before it at QM2.';
  expect(story(1, '1s')).toBe(
    'what moves it on: CL.QM2 tries again by itself to put it at QM2, every 20000 ms (MRTMR) and at most 3 times (MRRTY): meanwhile make room on Q3, or open it for puts.',
  );
  expect([story(2, '1s'), story(2, '1ms')]).toEqual([behind, behind]);
});

test('what would move on a message for a queue manager of which there is no file', () => {
  const story = (channel: string) =>
    storyOf(
      traceOf(
        cluster(
          {
            QM1: `DEFINE QREMOTE(OUT) RNAME(X) RQMNAME(FAR) XMITQ(FARX)\nDEFINE QLOCAL(FARX) USAGE(XMITQ)\n${channel}`,
          },
          `applications:\n${producer('count: 1').replace('queue: Q3', 'queue: OUT')}`,
        ),
      ),
      1,
    );
  expect(story('').at(-1)).toBe(
    'what moves it on: No channel empties FARX: define one at QM1 with XMITQ(FARX), and start it.',
  );
  const [, onQueue, way] = story("DEFINE CHANNEL(QM1.FAR) CHLTYPE(SDR) CONNAME('far(1414)') XMITQ(FARX)");
  expect(onQueue).toContain('on transmission queue FARX at QM1, for X at FAR: ');
  expect(way).toBe(
    'what moves it on: QM1.FAR would take it from FARX, to a queue manager outside of this run: no receiver of that name is defined here.',
  );
});

test.each([
  ['its readers', [], 'Start R1 or R2 again: nobody else reads ORDERS at QSG1.'],
  [
    'its structure',
    ['{ at: 2s, do: fail-structure, queueSharingGroup: QSG1, structure: APP1 }'],
    'RECOVER CFSTRUCT(APP1) at P1 or P2: the structure that ORDERS is in has failed.',
  ],
  [
    'a member',
    ['P1', 'P2'].map((name) => `{ at: 2s, do: fail-queue-manager, queueManager: ${name} }`),
    'Start P1 or P2 again: no member of QSG1 is up.',
  ],
])('what would move on a message on a shared queue that waits for %s', (_, events, way) => {
  const trace = traceOf(`version: 1
definitions:
  P1: |
    DEFINE QLOCAL(ORDERS) DEFPSIST(YES) QSGDISP(SHARED) CFSTRUCT(APP1)
  P2: ''
queueSharingGroups: { QSG1: { members: [P1, P2] } }
applications:
  - { name: web, kind: producer, queueManager: P1, queue: ORDERS, count: 1, startAt: 1s }
  - { name: R1, kind: consumer, queueManager: P1, queue: ORDERS }
  - { name: R2, kind: consumer, queueManager: P2, queue: ORDERS }
events:
${['R1', 'R2'].map((name) => `  - { at: 0s, do: stop-application, application: ${name} }`).join('\n')}
${events.map((event) => `  - ${event}`).join('\n')}
`);
  expect(storyOf(trace, 1).at(-1)).toBe(`what moves it on: ${way}`);
});

test('what would move on a message in a transaction in doubt', () => {
  const trace = traceOf(`version: 1
definitions:
  QM1: |
    DEFINE QLOCAL(Q) DEFPSIST(YES)
applications:
  - { name: in, kind: producer, queueManager: QM1, queue: Q, count: 1 }
  - { name: WAS1, kind: consumer, queueManager: QM1, queue: Q, xa: { decision: 50ms } }
events:
  - { when: { transaction: WAS1, is: prepared }, do: stop-application, application: WAS1 }
`);
  expect(storyOf(trace, 1).at(-1)).toBe(
    'what moves it on: In doubt. Start WAS1 again: with its log it commits what was decided and backs out the rest. Otherwise rsvmqtrn at QM1, at the risk of losing the work or doing it twice.',
  );
});

test('what would move on a message that was set aside', () => {
  const aside = `${q3('PUT(DISABLED)')}\nDEFINE QLOCAL(DLQ)\nALTER QMGR DEADQ(DLQ)`;
  const trace = traceOf(cluster({ QM2: aside }, `applications:\n${producer('count: 1, objectQueueManager: QM2')}`));
  expect(storyOf(trace, 1).at(-1)).toBe(
    'what moves it on: Remove the cause, then let a dead-letter queue handler (runmqdlq) or a program put it from DLQ back to where it was to go.',
  );
});

test('a message whose life is over needs nothing', () => {
  expect(ending([], reader.replace('59s', '0s'))).toMatch(/reader has processed it$/);
});
