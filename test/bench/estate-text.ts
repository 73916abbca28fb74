import { randomFrom } from './mqsc-text.ts';

/** How large an estate is to be made. */
export interface EstateSize {
  readonly queueManagers: number;
  readonly objectsEach: number;
  readonly seed?: number;
}

/** Queue managers of one cluster; a region has a cluster of its own, and two of them are gateways to the cluster of all. */
const regionSize = 15;

/** Queue managers that share each clustered queue. */
const clones = 3;

/**
 * One file for each queue manager as people keep them: regions of fifteen queue managers in a cluster of their own, with two full
 * repositories and two gateways into a cluster that joins the regions; clones, backout and dead-letter queues, aliases, remote queues with
 * their channels, clients, authorities. One object in two hundred has one of the faults that the rules are there for.
 */
export function estateFiles(size: EstateSize): ReadonlyMap<string, string> {
  return new Map(
    Array.from({ length: size.queueManagers }, (_, index) => [
      `file:///estate/${regionOf(index)}/${nameOf(index)}.mqsc`,
      queueManagerText(index, size),
    ]),
  );
}

const regionOf = (index: number): string => `R${String(Math.floor(index / regionSize)).padStart(3, '0')}`;
const nameOf = (index: number): string => `${regionOf(index)}QM${String(index % regionSize).padStart(2, '0')}`;

function queueManagerText(index: number, { queueManagers, objectsEach, seed = 1 }: EstateSize): string {
  const random = randomFrom(seed + index * 7919);
  const below = (n: number): number => Math.floor(random() * n);
  const name = nameOf(index);
  const region = regionOf(index);
  const place = index % regionSize;
  const first = index - place;
  const others = Array.from({ length: Math.min(regionSize, queueManagers - first) }, (_, i) => first + i);
  const out = [`* Queue manager ${name} of region ${region}`, ...channelsOf(index, region, place, queueManagers)];
  let objects = out.length - 1;
  const add = (...commands: readonly string[]): void => {
    out.push(...commands);
    objects += commands.length;
  };
  add(
    "DEFINE QLOCAL('DEAD.LETTERS') DESCR('Undelivered') MAXDEPTH(100000) REPLACE",
    "DEFINE LISTENER('TCP.1414') TRPTYPE(TCP) PORT(1414) CONTROL(QMGR) REPLACE",
  );
  for (let number = 0; objects < objectsEach; number++) {
    const application = `APP${String(number % 40).padStart(2, '0')}`;
    const isFaulty = below(40) === 0;
    add(...unitOf(number, { application, region, name, others, index, isFaulty, below }));
  }
  return `${out.join('\n')}\n`;
}

function channelsOf(index: number, region: string, place: number, queueManagers: number): readonly string[] {
  const name = nameOf(index);
  const repository = (i: number) => nameOf(Math.min(index - place + i, queueManagers - 1));
  const full = place === 0 ? repository(1) : repository(0);
  const isFull = place < 2;
  const isGateway = place === 2 || place === 3;
  const joins = (cluster: string, to: string, host: string) => [
    `DEFINE CHANNEL('${cluster}.${name}') CHLTYPE(CLUSRCVR) TRPTYPE(TCP) +\n  CONNAME('${name.toLowerCase()}.example.com(1414)') CLUSTER('${cluster}') REPLACE`,
    `DEFINE CHANNEL('${cluster}.${to}') CHLTYPE(CLUSSDR) TRPTYPE(TCP) +\n  CONNAME('${host.toLowerCase()}.example.com(1414)') CLUSTER('${cluster}') REPLACE`,
  ];
  const repositories = isFull ? `REPOS('${region}')` : index < 4 && isGateway ? `REPOS('GLOBAL')` : `REPOS(' ')`;
  const gateway = nameOf(index === 2 ? 3 : 2);
  return [
    `ALTER QMGR DEADQ('DEAD.LETTERS') ${repositories} CHLAUTH(ENABLED)`,
    ...joins(region, full, full),
    ...(isGateway ? joins('GLOBAL', gateway, gateway) : []),
  ];
}

interface Unit {
  readonly application: string;
  readonly region: string;
  readonly name: string;
  readonly index: number;
  readonly others: readonly number[];
  readonly isFaulty: boolean;
  readonly below: (n: number) => number;
}

/** The objects that one purpose of an application needs. */
function unitOf(
  number: number,
  { application, region, name, index, others, isFaulty, below }: Unit,
): readonly string[] {
  const queue = `${application}.${number}`;
  switch (number % 6) {
    case 0:
    case 1: {
      // The clones of a queue stand on neighbours: each queue manager of the region takes its turn.
      const group = Math.floor((index % regionSize) / clones);
      const shared = `${region}.G${group}.${queue}`;
      return [
        `DEFINE QLOCAL('${shared}') CLUSTER('${region}') DEFBIND(${isFaulty ? 'OPEN' : 'NOTFIXED'}) +\n  DEFPSIST(YES) MAXDEPTH(50000) BOTHRESH(3) BOQNAME('${shared}.BO') +\n  DESCR('Orders of ${application}') REPLACE`,
        `DEFINE QLOCAL('${shared}.BO') DEFPSIST(YES) MAXDEPTH(50000) DESCR('Backed out') REPLACE`,
        `SET AUTHREC PROFILE('${shared}') OBJTYPE(QUEUE) +\n  GROUP('${application.toLowerCase()}') AUTHADD(PUT,GET,INQ,BROWSE)`,
      ];
    }
    case 2:
      return [
        `DEFINE QLOCAL('${queue}.IN') DEFPSIST(YES) MAXDEPTH(${5000 * (1 + below(20))}) +\n  DESCR('Input of ${application}') REPLACE`,
        `DEFINE QALIAS('${queue}.IN.A') TARGET('${queue}.${isFaulty ? 'INN' : 'IN'}') DESCR('Alias of ${application}') REPLACE`,
        `SET AUTHREC PROFILE('${queue}.IN') OBJTYPE(QUEUE) +\n  GROUP('${application.toLowerCase()}') AUTHADD(GET,INQ,BROWSE)`,
      ];
    case 3: {
      const place = others.indexOf(index);
      const partner = nameOf(others[(place + 1) % others.length] ?? index);
      const before = nameOf(others.at(place - 1) ?? index);
      const target = `APP${String((number - 1) % 40).padStart(2, '0')}.${number - 1}.IN`;
      const transmission = `TO.${partner}.${number}`;
      return [
        `DEFINE QLOCAL('${transmission}') USAGE(XMITQ) MAXDEPTH(100000) REPLACE`,
        `DEFINE QREMOTE('${queue}.OUT') RNAME('${target}') RQMNAME('${partner}') +\n  XMITQ('${isFaulty ? 'TO.NOWHERE' : transmission}') DESCR('To ${partner}') REPLACE`,
        `DEFINE CHANNEL('${name}.${number}') CHLTYPE(SDR) TRPTYPE(TCP) +\n  CONNAME('${partner.toLowerCase()}.example.com(1414)') XMITQ('${transmission}') REPLACE`,
        `DEFINE CHANNEL('${before}.${number}') CHLTYPE(RCVR) TRPTYPE(TCP) REPLACE`,
      ];
    }
    case 4:
      return [
        `DEFINE CHANNEL('${application}.${number}.SVR') CHLTYPE(SVRCONN) TRPTYPE(TCP) MAXINST(200) +\n  MCAUSER('${application.toLowerCase()}') SSLCIPH('ANY_TLS12_OR_HIGHER') REPLACE`,
        `SET CHLAUTH('${application}.${number}.SVR') TYPE(ADDRESSMAP) ADDRESS('10.${below(200)}.*') +\n  USERSRC(CHANNEL) ACTION(REPLACE)`,
      ];
    default:
      return [
        `DEFINE TOPIC('${application}.T${number}') TOPICSTR('${application}/events/${number}') REPLACE`,
        `DEFINE NAMELIST('${application}.N${number}') NAMES('${application}.A','${application}.B') REPLACE`,
        `DEFINE PROCESS('${application}.P${number}') APPLICID('/opt/${application}/start ${number}') REPLACE`,
      ];
  }
}
