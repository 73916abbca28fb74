import { describe, expect, test } from 'vitest';
import { open } from '../support/open.ts';

/** The stops one hop away, and the text that makes each hop. */
function hops(marked: string, direction: 'incoming' | 'outgoing') {
  const { service, source, offset } = open(marked);
  return service.pathItems(source, offset).flatMap((item) =>
    service[direction](item).map(({ item: { name, detail }, at }) => {
      const texts = at.map((place) => service.text(place.source)?.slice(place.span.start, place.span.end));
      return [name, detail, ...texts].join(' | ');
    }),
  );
}

const estate = `
  *- QM1.mqsc
  DEFINE QALIAS(ALIAS) TARGET(FAR)
  DEFINE QREMOTE(FAR) RNAME(ORDERS) RQMNAME(QM2) XMITQ(TO.QM2)
  DEFINE QLOCAL(TO.QM2) USAGE(XMITQ)
  DEFINE CHANNEL(QM1.QM2) CHLTYPE(SDR) CONNAME('h(1)') XMITQ(TO.QM2)
  *- QM2.mqsc
  DEFINE CHANNEL(QM1.QM2) CHLTYPE(RCVR)
  DEFINE QLOCAL(ORDERS) BOQNAME(BACK)
  DEFINE QLOCAL(BACK)
  DEFINE QLOCAL(DLQ)
  ALTER QMGR DEADQ(DLQ)
`;

describe('where messages go next', () => {
  test.each([
    ['QALIAS(ALIAS', ['FAR | alias of · QREMOTE on QM1 | FAR']],
    ['QREMOTE(FAR', ['TO.QM2 | over transmission queue · QLOCAL on QM1 | TO.QM2']],
    ['QLOCAL(TO.QM2', ['QM1.QM2 | sent by · SDR on QM1']],
    ['CHANNEL(QM1.QM2', ['ORDERS | delivers to · QLOCAL on QM2']],
    ['QLOCAL(ORDERS', ['BACK | backs out to · QLOCAL on QM2 | BACK', 'DLQ | dead letters to · QLOCAL on QM2']],
  ])('from %s', (place, expected) => {
    expect(hops(estate.replace(`${place})`, `${place}$0)`), 'outgoing')).toEqual(expected);
  });

  test('an alias of its own name, as at a gateway: what others have of that name', () => {
    const gateways = `
      *- QM1.mqsc
      DEFINE QLOCAL(Q) CLUSTER(CL)
      *- GATE1.mqsc
      DEFINE QALIAS(Q$0) TARGET(Q) CLUSTER(CL)
      *- GATE2.mqsc
      DEFINE QALIAS(Q) TARGET(Q) CLUSTER(CL)
    `;
    expect(hops(gateways, 'outgoing')).toEqual([
      'Q | alias of · QALIAS on GATE2 | Q',
      'Q | alias of · QLOCAL on QM1 | Q',
    ]);
  });

  test('a name without a definition here: each instance that the cluster offers', () => {
    const cluster = `
      *- QM1.mqsc
      DEFINE CHANNEL(C.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
      DEFINE QALIAS(A$0) TARGET(Q)
      *- QM2.mqsc
      DEFINE QLOCAL(Q) CLUSTER(C)
      *- QM3.mqsc
      DEFINE QLOCAL(Q) CLUSTER(C)
    `;
    expect(hops(cluster, 'outgoing')).toEqual(['Q | alias of · QLOCAL on QM2 | Q', 'Q | alias of · QLOCAL on QM3 | Q']);
  });

  test('to another member of the queue-sharing group: by intra-group queuing, beside a transmission queue or without one', () => {
    const group = (...definitions: readonly string[]) => `
      *- mqsc.yaml
      version: 1
      queueManagers: { P1: { platform: zos }, P2: { platform: zos } }
      queueSharingGroups: { QSG1: { members: [P1, P2] } }
      *- P1.mqsc
      DEFINE QREMOTE(R$0) RNAME(Q) RQMNAME(P2)
      ${definitions.join('\n      ')}
      *- P2.mqsc
      DEFINE QLOCAL(Q)
    `;
    const queue = 'DEFINE QLOCAL(P2) USAGE(XMITQ)';
    expect(hops(group('ALTER QMGR IGQ(ENABLED)'), 'outgoing')).toEqual([
      'Q | by intra-group queuing to · QLOCAL on P2 | P2',
    ]);
    expect(hops(group('ALTER QMGR IGQ(ENABLED)', queue), 'outgoing')).toEqual([
      'Q | by intra-group queuing, up to 63 KB, to · QLOCAL on P2 | P2',
      'P2 | over transmission queue · QLOCAL on P1 | P2',
    ]);
    expect(hops(group(queue), 'outgoing')).toEqual(['P2 | over transmission queue · QLOCAL on P1 | P2']);
  });

  test('to the name of a queue-sharing group: the shared queue, from within and from outside', () => {
    const group = (inside: string, outside: string) => `
      *- mqsc.yaml
      version: 1
      queueManagers: { P1: { platform: zos }, P2: { platform: zos } }
      queueSharingGroups: { QSG1: { members: [P1, P2] } }
      *- P1.mqsc
      DEFINE QREMOTE(R${inside}) RNAME(POOL) RQMNAME(QSG1)
      DEFINE CHANNEL(QM9.QSG1) CHLTYPE(RCVR) QSGDISP(GROUP)
      *- P2.mqsc
      DEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(APP1)
      *- QM9.mqsc
      DEFINE QREMOTE(R) RNAME(POOL) RQMNAME(QSG1) XMITQ(QSG1)
      DEFINE QLOCAL(QSG1) USAGE(XMITQ)
      DEFINE CHANNEL(QM9.QSG1${outside}) CHLTYPE(SDR) CONNAME('qsg1(1414)') XMITQ(QSG1)
    `;
    expect(hops(group('$0', ''), 'outgoing')).toEqual(['POOL | remote queue for · QLOCAL on P1 | POOL']);
    expect(hops(group('', '$0'), 'outgoing')).toEqual([
      'POOL | delivers to · QLOCAL on P1',
      'POOL | delivers to · QLOCAL on P2',
    ]);
  });

  test('a remote queue without XMITQ: the transmission queue of that name, or the cluster', () => {
    const named = `
      *- QM1.mqsc
      DEFINE QREMOTE(R$0) RNAME(Q) RQMNAME(QM2)
      DEFINE QLOCAL(QM2) USAGE(XMITQ)
    `;
    expect(hops(named, 'outgoing')).toEqual(['QM2 | over transmission queue · QLOCAL on QM1 | QM2']);
    const cluster = `
      *- QM1.mqsc
      DEFINE CHANNEL(C.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
      DEFINE QREMOTE(R$0) RNAME(Q) RQMNAME(QM2)
      *- QM2.mqsc
      DEFINE CHANNEL(C.QM2) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
      DEFINE QLOCAL(Q)
    `;
    expect(hops(cluster, 'outgoing')).toEqual(['Q | remote queue for · QLOCAL on QM2 | Q']);
  });

  const aliased = `
    *- QM1.mqsc
    DEFINE QREMOTE(R) RNAME(Q) RQMNAME(FAR)
    DEFINE QREMOTE(FAR) RNAME('') RQMNAME(BACKEND) XMITQ(TO.QM2)
    DEFINE QLOCAL(TO.QM2) USAGE(XMITQ)
    DEFINE CHANNEL(QM1.QM2) CHLTYPE(SDR) CONNAME('h(1)') XMITQ(TO.QM2)
    *- QM2.mqsc
    DEFINE CHANNEL(QM1.QM2) CHLTYPE(RCVR)
    DEFINE QREMOTE(BACKEND) RNAME('') RQMNAME(QM2)
    DEFINE QLOCAL(Q)
  `;

  test.each([
    ['QREMOTE(R', 'outgoing', ['FAR | by queue manager alias · QREMOTE on QM1 | FAR']],
    ['QREMOTE(FAR', 'outgoing', ['TO.QM2 | over transmission queue · QLOCAL on QM1 | TO.QM2']],
    ['CHANNEL(QM1.QM2', 'outgoing', ['Q | delivers to · QLOCAL on QM2']],
    ['QREMOTE(BACKEND', 'outgoing', ['Q | queue manager alias towards · QLOCAL on QM2 | QM2']],
    ['QREMOTE(FAR', 'incoming', ['R | by queue manager alias · QREMOTE on QM1 | FAR']],
    [
      'QLOCAL(Q',
      'incoming',
      ['QM1.QM2 | delivers to · SDR on QM1', 'BACKEND | queue manager alias towards · QREMOTE on QM2 | QM2'],
    ],
  ] as const)('queue manager aliases, of the sender and the receiver: %s, %s', (place, direction, expected) => {
    expect(hops(aliased.replace(`${place})`, `${place}$0)`), direction)).toEqual(expected);
  });

  test('an alias without a queue manager sends to the cluster', () => {
    const gateway = `
      *- QM1.mqsc
      DEFINE CHANNEL(C.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
      DEFINE QREMOTE(R) RNAME(Q) RQMNAME(ANY.CLUSTER)
      DEFINE QREMOTE(ANY.CLUSTER$0) RNAME('') RQMNAME('')
      *- QM2.mqsc
      DEFINE QLOCAL(Q) CLUSTER(C)
      *- QM3.mqsc
      DEFINE QLOCAL(Q) CLUSTER(C)
    `;
    expect(hops(gateway, 'outgoing')).toEqual(
      ['QM2', 'QM3'].map((at) => `Q | queue manager alias towards · QLOCAL on ${at} | ''`),
    );
  });

  test('a reply-to alias leads to a queue of its own queue manager, through an alias of it too', () => {
    const reply = `
      *- QM1.mqsc
      DEFINE QREMOTE(ANSWERS$0) RNAME(REPLY.Q) RQMNAME(QM1)
      DEFINE QLOCAL(REPLY.Q)
    `;
    expect(hops(reply, 'outgoing')).toEqual(['REPLY.Q | reply-to alias for · QLOCAL on QM1 | REPLY.Q']);
    const indirect = reply
      .replace('RQMNAME(QM1)', 'RQMNAME(CLASS1)')
      .concat("  DEFINE QREMOTE(CLASS1) RNAME(' ') RQMNAME(QM1)\n");
    expect(hops(indirect, 'outgoing')).toEqual(['CLASS1 | by queue manager alias · QREMOTE on QM1 | CLASS1']);
    expect(
      hops(indirect.replace('ANSWERS$0', 'ANSWERS').replace('(CLASS1) RNAME', '(CLASS1$0) RNAME'), 'outgoing'),
    ).toEqual(['REPLY.Q | queue manager alias towards · QLOCAL on QM1 | QM1']);
  });

  test('aliases that name each other lead nowhere', () => {
    const round = `
      *- QM1.mqsc
      DEFINE QREMOTE(A) RNAME('') RQMNAME(B)
      DEFINE QREMOTE(B) RNAME('') RQMNAME(A)
      DEFINE QREMOTE(R$0) RNAME(Q) RQMNAME(A)
    `;
    expect(hops(round, 'outgoing')).toEqual(['A | by queue manager alias · QREMOTE on QM1 | A']);
  });

  test('an alias of a topic, its subscriptions and their queues', () => {
    const topic = `
      *- QM1.mqsc
      DEFINE QALIAS(A) TARGET(T) TARGTYPE(TOPIC)
      DEFINE TOPIC(T) TOPICSTR('t')
      DEFINE SUB(S) TOPICOBJ(T) DEST(Q)
      DEFINE QLOCAL(Q)
    `;
    expect(hops(topic.replace('(A)', '(A$0)'), 'outgoing')).toEqual(['T | alias of · TOPIC on QM1 | T']);
    expect(hops(topic.replace('TOPIC(T)', 'TOPIC(T$0)'), 'outgoing')).toEqual(['S | subscribed by · SUB on QM1']);
    expect(hops(topic.replace('QLOCAL(Q)', 'QLOCAL(Q$0)'), 'incoming')).toEqual(['S | delivers to · SUB on QM1 | Q']);
  });
});

describe('who puts here', () => {
  test('to a local queue: the channel that delivers', () => {
    expect(hops(estate.replace('QLOCAL(ORDERS)', 'QLOCAL(ORDERS$0)'), 'incoming')).toEqual([
      'QM1.QM2 | delivers to · SDR on QM1',
    ]);
  });

  test('to an instance: the queue managers of the cluster that have none', () => {
    const cluster = `
      *- QM1.mqsc
      DEFINE CHANNEL(C.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
      *- QM2.mqsc
      DEFINE CHANNEL(C.QM2) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
      DEFINE QLOCAL(Q$0) CLUSTER(C)
    `;
    expect(hops(cluster, 'incoming')).toEqual(['QM1 | puts through cluster C']);
  });
});

test('nothing for what no message passes', () => {
  expect(hops('*- QM1.mqsc\nDEFINE PROCESS(P$0)\n', 'outgoing')).toEqual([]);
});
