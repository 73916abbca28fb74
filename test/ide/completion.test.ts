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

describe('completion in a half-typed text', () => {
  test('inside a value that is not closed yet', () => {
    expect(complete('DEFINE QLOCAL(A) DEFBIND($0\nDEFINE QLOCAL(B)\n').labels).toContain('NOTFIXED');
  });

  test('inside a list that goes on in the next line', () => {
    const { labels } = complete(`
      *- QM1.mqsc qmgr=QM1
      DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
      DEFINE NAMELIST(N) NAMES(A, +
        $0
    `);
    expect(labels).toContain('SALES');
  });

  test('inside quotes the whole text between them is replaced, and written without quotes', () => {
    const { items, replaced } = complete(`
      *- QM1.mqsc qmgr=QM1
      DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER('Sales')
      DEFINE QLOCAL(ORDERS) CLUSTER('Sa$0x')
    `);
    expect(replaced).toBe('Sax');
    expect(items.map((i) => i.insert)).toEqual(['Sales']);
  });

  test('verbs behind the ; of a command, but not behind one in quotes', () => {
    expect(complete('DEFINE QLOCAL(A);$0\n').labels).toContain('DISPLAY');
    expect(complete('DEFINE QLOCAL(A) ; $0\n').labels).toContain('DISPLAY');
    expect(complete("DEFINE QLOCAL(A) DESCR('a;$0\n").labels).toEqual([]);
  });

  test('nothing inside a placeholder of a template', () => {
    expect(complete('DEFINE QLOCAL(A) DEFBIND({{ .De$0f }})\n').labels).toEqual([]);
  });
});

describe('completion writes as the file does', () => {
  test('a name that needs quotes gets them, one that does not has them where the file quotes', () => {
    const cluster = (around: string, name: string) =>
      complete(`
      *- QM1.mqsc qmgr=QM1
      ${around}
      DEFINE CHANNEL('TO.QM1') CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER('${name}')
      DEFINE QLOCAL(ORDERS) CLUSTER($0)
    `).items.map((i) => i.insert);
    expect(cluster('DEFINE QLOCAL(A)', 'SALES')).toEqual(['SALES']);
    expect(cluster('DEFINE QLOCAL(A)', 'Sales')).toEqual(["'Sales'"]);
    expect(cluster("DEFINE QLOCAL('A')", 'SALES')).toEqual(["'SALES'"]);
  });

  test('values and whole definitions in the case of the commands around', () => {
    const value = complete('define qlocal(a) defbind($0)\n').items.find((i) => i.label === 'NOTFIXED');
    expect(value?.insert).toBe('notfixed');
    const snippet = complete('define qlocal(a)\n$0').items.find((i) => i.label === 'cluster receiver channel');
    expect(snippet?.insert).toMatch(/^define channel\(.*\) \+\n/);
  });
});

describe('completion knows the command', () => {
  test('what must be given comes first', () => {
    const first = (marked: string) =>
      complete(marked)
        .items.filter((i) => i.rank === '0')
        .map((i) => i.label);
    expect(first('DEFINE CHANNEL(A) $0\n')).toEqual(['CHLTYPE']);
    expect(first('DEFINE CHANNEL(A) CHLTYPE(SDR) $0\n').sort()).toEqual(['CONNAME', 'XMITQ']);
    expect(first('DEFINE TOPIC(A) $0\n')).toEqual(['TOPICSTR']);
    expect(first('SET CHLAUTH(A) TYPE(BLOCKUSER) $0\n')).toEqual(['USERLIST']);
  });

  test('the type of a rule, and of a channel that another file defines', () => {
    expect(complete('SET CHLAUTH(A) TYPE(BLOCKADDR) $0\n').labels).not.toContain('CLNTUSER');
    const { labels } = complete(`
      *- a.mqsc qmgr=QM1
      DEFINE CHANNEL(A) CHLTYPE(SVRCONN)
      *- b.mqsc qmgr=QM1
      ALTER CHANNEL(A) $0
    `);
    expect(labels).toContain('MAXINST');
    expect(labels).not.toContain('XMITQ');
  });

  test('no attribute that came after the queue manager’s level of MQ', () => {
    const at = (version: string) =>
      complete(`
      *- mqsc.yaml
      version: 1
      queueManagers:
        QM1: { files: [QM1.mqsc], mqVersion: "${version}" }
      *- QM1.mqsc
      DEFINE QLOCAL(A) $0
    `).labels;
    expect(at('9.0')).not.toContain('MAXFSIZE');
    expect(at('9.4')).toContain('MAXFSIZE');
  });

  test('DISPLAY names attributes without parentheses, and filters by keyword, operator and value', () => {
    expect(complete('DISPLAY QLOCAL(*) $0\n').items.find((i) => i.label === 'MAXDEPTH')?.insert).toBe('MAXDEPTH');
    expect(complete('DISPLAY QLOCAL(*) WHERE($0)\n').labels).toContain('DEFBIND');
    expect(complete('DISPLAY QLOCAL(*) WHERE(DEFBIND $0)\n').labels).toContain('EQ');
    expect(complete('DISPLAY QLOCAL(*) WHERE(DEFBIND EQ $0)\n').labels).toContain('NOTFIXED');
  });

  const estate = (last: string, more = '') => `
      *- QM1.mqsc qmgr=QM1
      DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
      DEFINE QLOCAL(LOCAL.ONE)
      DEFINE NAMELIST(CLUSTERS) NAMES(SALES)
      *- QM2.mqsc qmgr=QM2
      ${more}
      DEFINE CHANNEL(APP) CHLTYPE(SVRCONN)
      ${last}
    `;

  test.each([
    ['TARGET: queues, those of the cluster too, its own first', 'DEFINE QALIAS(X) TARGET($0)', 'OWN', ['APP']],
    ['TARGET: a queue of the cluster', 'DEFINE QALIAS(X) TARGET($0)', 'ORDERS', ['SALES']],
    ['CLUSNL: namelists', 'DEFINE QLOCAL(X) CLUSNL($0)', 'CLUSTERS', ['SALES', 'ORDERS']],
    ['CHLAUTH: channels', 'SET CHLAUTH($0)', 'APP', ['ORDERS']],
    ['RQMNAME: queue managers', 'DEFINE QREMOTE(X) RQMNAME($0)', 'QM1', ['ORDERS']],
    ['RNAME: queues of that queue manager', 'DEFINE QREMOTE(X) RQMNAME(QM1) RNAME($0)', 'LOCAL.ONE', ['OWN']],
    ['PROFILE: objects of the type', 'SET AUTHREC OBJTYPE(CHANNEL) PROFILE($0)', 'APP', ['OWN', 'ORDERS']],
    ['a queue that the cluster has and this file lacks', 'DEFINE QLOCAL($0)', 'ORDERS', ['OWN', 'LOCAL.ONE']],
  ])('%s', (_, command, found, absent) => {
    const { labels } = complete(estate(command, 'DEFINE QLOCAL(OWN)'));
    expect(labels).toContain(found);
    for (const other of absent) expect(labels).not.toContain(other);
  });

  const queues = (last: string) =>
    complete(`
      *- QM1.mqsc qmgr=QM1
      DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
      DEFINE QALIAS(SHOWN) TARGET(ORDERS) CLUSTER(SALES)
      DEFINE QALIAS(HIDDEN) TARGET(ORDERS)
      *- QM2.mqsc qmgr=QM2
      DEFINE QLOCAL(OWN)
      DEFINE QREMOTE(FAR) RQMNAME(QM9) RNAME(X)
      DEFINE QALIAS(OTHER) TARGET(OWN)
      DEFINE QMODEL(MODEL)
      DEFINE TOPIC(NEWS) TOPICSTR(news)
      ${last}
    `).labels;

  test('TARGET: what MQ resolves an alias to, so no alias of this queue manager, no model, not itself', () => {
    expect(queues('DEFINE QALIAS(MINE) TARGET($0)').sort()).toEqual(['FAR', 'NEWS', 'ORDERS', 'OWN', 'SHOWN']);
    expect(queues('DEFINE QALIAS(MINE) TARGTYPE(QUEUE) TARGET($0)')).not.toContain('NEWS');
    expect(queues('DEFINE QALIAS(MINE) TARGTYPE(TOPIC) TARGET($0)')).toEqual(['NEWS']);
  });

  test('queues that messages go to, so no models, and not the queue itself', () => {
    expect(queues('DEFINE SUB(S) TOPICSTR(a) DEST($0)')).toContain('OTHER');
    expect(queues('DEFINE SUB(S) TOPICSTR(a) DEST($0)')).not.toContain('MODEL');
    expect(queues('ALTER QLOCAL(OWN) BOQNAME($0)')).toContain('ORDERS');
    expect(queues('ALTER QLOCAL(OWN) BOQNAME($0)')).not.toContain('OWN');
    expect(queues('ALTER QLOCAL(OWN) BOQNAME($0)')).not.toContain('MODEL');
    expect(queues('DEFINE TOPIC(T) TOPICSTR(a) MDURMDL($0)')).toEqual(['MODEL']);
    expect(queues('DEFINE QREMOTE(ORDERS) RQMNAME(QM1) RNAME($0)')).toContain('ORDERS');
  });

  test('LIKE: others of its type', () => {
    expect(queues('DEFINE QLOCAL(MORE) LIKE($0)').sort()).toEqual(['ORDERS', 'OWN']);
  });

  test('values that this verb and this type of channel take', () => {
    expect(complete('SET CHLAUTH(A) TYPE($0)\n').labels).not.toContain('ALL');
    expect(complete('DISPLAY CHLAUTH(A) TYPE($0)\n').labels).toContain('ALL');
    expect(complete('DEFINE TOPIC(A) TYPE($0)\n').labels).toEqual(['LOCAL']);
    expect(complete('DEFINE CHANNEL(A) CHLTYPE(SDR) COMPMSG($0)\n').labels).not.toContain('ANY');
    expect(complete('DEFINE CHANNEL(A) CHLTYPE(RCVR) COMPMSG($0)\n').labels).toContain('ANY');
    const dispositions = (command: string) =>
      complete(`
      *- mqsc.yaml
      version: 1
      queueManagers:
        QM1: { files: [QM1.mqsc], platform: zos }
      *- QM1.mqsc
      ${command}
    `).labels;
    expect(dispositions('DEFINE QALIAS(A) QSGDISP($0)')).toEqual(['QMGR', 'COPY', 'GROUP']);
    expect(dispositions('ALTER QLOCAL(A) QSGDISP($0)')).toEqual(['QMGR', 'COPY', 'GROUP', 'PRIVATE', 'SHARED']);
    expect(dispositions('DISPLAY QALIAS(A) QSGDISP($0)')).toContain('LIVE');
  });

  test('what people write comes before what few need', () => {
    const sorted = (marked: string) =>
      complete(marked)
        .items.toSorted((a, b) => (`${a.rank} ${a.label}` < `${b.rank} ${b.label}` ? -1 : 1))
        .map(({ label }) => label);
    expect(sorted('ALTER QMGR $0\n').slice(0, 4)).toEqual(['CONNAUTH', 'CHLAUTH', 'DEADQ', 'REPOS']);
    expect(sorted('DEFINE QLOCAL(A) $0\n').slice(0, 4)).toEqual(['CLUSTER', 'DEFPSIST', 'DEFBIND', 'MAXDEPTH']);
    expect(sorted('DEFINE CHANNEL(A) CHLTYPE(SVRCONN) $0\n').slice(0, 2)).toEqual(['TRPTYPE', 'MCAUSER']);
  });

  test('the name before anything else', () => {
    const { items } = complete('DEFINE QLOCAL $0\n');
    expect(items.map(({ label, insert }) => [label, insert])).toEqual([['(queue-name)', '($1)']]);
    const known = complete(`
      *- QM1.mqsc qmgr=QM1
      DEFINE QLOCAL(ORDERS)
      DEFINE QLOCAL('Small')
      ALTER QLOCAL O$0
    `);
    expect(known.items.map(({ insert }) => insert)).toEqual(['($1)', '(ORDERS)', "('Small')"]);
    expect(known.replaced).toBe('O');
    expect(complete('ALTER QMGR $0\n').labels).toContain('DEADQ');
    expect(complete('DISPLAY SUB $0\n').labels).toContain('SUBID');
  });

  test('documentation is made for the item that is looked at', () => {
    const { service, source, offset } = open('DEFINE QLOCAL(A) DEFB$0\n');
    const item = service.completion(source, offset).items.find((i) => i.label === 'DEFBIND');
    expect(item?.documentation).toBeUndefined();
    expect(item?.topic && service.completionDocumentation(item.topic)).toMatch(/`NOTFIXED`/);
  });

  test('remarks in comments', () => {
    expect(complete('* @$0\n').labels).toEqual(['qmgr', 'ignore', 'ignore-file', 'ordering']);
    const { labels, replaced } = complete('* @ignore clone-d$0\n');
    expect(labels).toContain('clone-defbind-differs');
    expect(replaced).toBe('clone-d');
  });
});

test('of very many names those that go with what is typed, and the list is asked for again', () => {
  const queues = Array.from({ length: 2000 }, (_, index) => `DEFINE QLOCAL(Q.${index})`).join('\n');
  const { service, source, offset } = open(`${queues}\nDEFINE QALIAS(A) TARGET(Q19$0)\n`);
  const { items, isIncomplete } = service.completion(source, offset);
  expect(items.length).toBeLessThanOrEqual(500);
  expect(items.map(({ label }) => label)).toContain('Q.1999');
  expect(isIncomplete).toBe(true);
});

describe('completion in YAML', () => {
  const labels = (lines: string) => complete(`*- cm.yaml\n${lines}\n`).labels;

  test('in the text of a block scalar, and on the line below that goes on with it', () => {
    expect(labels('data:\n  a.mqsc: |\n    DEFINE QLOCAL(A) DEF$0')).toContain('DEFBIND');
    expect(labels('data:\n  a.mqsc: |\n    DEFINE QLOCAL(A)\n    $0')).toContain('ALTER');
  });

  test('in a block scalar that has nothing in it yet, deeper than its key', () => {
    expect(labels('data:\n  a.mqsc: |\n    $0')).toContain('DEFINE');
    expect(labels('data:\n  a.mqsc: |\n    $0\n  b: c')).toContain('clustered queue');
    expect(labels('data:\n  a.mqsc: |\n  $0\n  b: c')).toEqual([]);
    expect(labels('data:\n  a.mqsc: |\n\n  $0b: c')).toEqual([]);
    expect(labels('data:\n  a.txt: |\n    $0')).toEqual([]);
  });

  test('nothing elsewhere', () => {
    expect(labels('data:\n  a.mqsc: |\n    DEFINE QLOCAL(A)\n  $0')).toEqual([]);
    expect(labels('da$0ta:\n  a.mqsc: |\n    DEFINE QLOCAL(A)')).toEqual([]);
    expect(labels('other: $0')).toEqual([]);
  });
});
