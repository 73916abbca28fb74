/** A piece of a queue manager's file; `id` tells it apart from the others of the file. */
export interface Element {
  readonly id: string;
  readonly text: string;
}

/** The files of one healthy cluster: four queue managers with the same queues, two of them full repositories. */
export interface HealthyCluster {
  readonly names: readonly string[];
  readonly elementsOf: (queueManager: string) => readonly Element[];
  readonly estateFile: string;
}

export interface Flavour {
  /** More attributes of the local queue ORDERS, as written in its DEFINE. */
  readonly orders?: string;
  readonly platform?: 'linux' | 'zos';
}

/** Nothing is wrong in it, and each element is needed. */
export const healthyCluster = ({ orders = '', platform = 'linux' }: Flavour = {}): HealthyCluster => {
  const names = ['QM1', 'QM2', 'QM3', 'QM4'];
  return {
    names,
    elementsOf: (name) => elementsOf(name, orders, platform),
    estateFile: [
      'version: 1',
      'queueManagers:',
      ...names.map((name) => `  ${name}: { files: [${name}.mqsc], platform: ${platform}, mqVersion: "10.0" }`),
      '',
    ].join('\n'),
  };
};

/** The cluster as a fixture, with the elements of each file as `change` leaves them. */
export const asFixture = (
  cluster: HealthyCluster,
  change: (queueManager: string, elements: readonly Element[]) => readonly Element[] = (_, elements) => elements,
): string =>
  [
    ...cluster.names.map((name) => {
      const elements = change(name, cluster.elementsOf(name));
      return `*- ${name}.mqsc\n${elements.map(({ text }) => `${text}\n`).join('')}`;
    }),
    `*- mqsc.yaml\n${cluster.estateFile}`,
  ].join('');

const elementsOf = (name: string, orders: string, platform: string): readonly Element[] => {
  const repository = ['QM1', 'QM2'].includes(name) ? ' REPOS(SALES)' : '';
  const partner = name === 'QM1' ? 'QM2' : 'QM1';
  const host = (one: string) => `CONNAME('host${one.slice(2)}.example.com(1414)')`;
  const command = (id: string, text: string): Element => ({ id, text });
  return [
    command('queue manager', `ALTER QMGR DEADQ(${name}.DLQ)${repository}`),
    command('dead-letter queue', `DEFINE QLOCAL(${name}.DLQ) MAXDEPTH(100000)`),
    ...(platform === 'zos'
      ? [
          command('storage class', 'DEFINE STGCLASS(FAST) PSID(4)'),
          command('second storage class', 'DEFINE STGCLASS(SLOW) PSID(5)'),
        ]
      : [command('listener', 'DEFINE LISTENER(TCP) TRPTYPE(TCP) PORT(1414) CONTROL(QMGR)')]),
    command('cluster receiver', `DEFINE CHANNEL(SALES.${name}) CHLTYPE(CLUSRCVR) ${host(name)} CLUSTER(SALES)`),
    command('cluster sender', `DEFINE CHANNEL(SALES.${partner}) CHLTYPE(CLUSSDR) ${host(partner)} CLUSTER(SALES)`),
    command('backout queue', 'DEFINE QLOCAL(ORDERS.BACKOUT)'),
    command('stream queue', 'DEFINE QLOCAL(ORDERS.COPY)'),
    command('initiation queue', 'DEFINE QLOCAL(ORDERS.INIT)'),
    command('process', "DEFINE PROCESS(ORDERS.PROCESS) APPLTYPE(UNIX) APPLICID('/opt/orders/run')"),
    command(
      'queue',
      `DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED) BOTHRESH(3) BOQNAME(ORDERS.BACKOUT)${orders}`,
    ),
    command('alias', 'DEFINE QALIAS(ORDERS.IN) TARGET(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)'),
    command('transmission queue', 'DEFINE QLOCAL(BANK) USAGE(XMITQ)'),
    command('sender', `DEFINE CHANNEL(${name}.BANK) CHLTYPE(SDR) CONNAME('bank.example.com(1414)') XMITQ(BANK)`),
    command(
      'remote queue',
      'DEFINE QREMOTE(BILLING) RNAME(BILLING.IN) RQMNAME(BANK) XMITQ(BANK) CLUSTER(SALES) DEFBIND(NOTFIXED)',
    ),
    command('namelist', 'DEFINE NAMELIST(ALL.CLUSTERS) NAMES(SALES)'),
    command('queue by namelist', 'DEFINE QLOCAL(RETURNS) CLUSNL(ALL.CLUSTERS) DEFBIND(NOTFIXED)'),
    command('topic', "DEFINE TOPIC(PRICES) TOPICSTR('/prices') CLUSTER(SALES)"),
  ];
};
