/** Deterministic numbers from 0 to below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** About `lines` lines as dmpmqcfg writes them: queues, channels, authorities, comments among the attributes. */
export function dumpText(lines: number, seed = 1): string {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(all: readonly T[], fallback: T): T => all[below(all.length)] ?? fallback;
  const out = [
    '*'.repeat(79),
    '* Queue manager name: QM1 ',
    '* Queue manager command level: (940/940) ',
    '*'.repeat(79),
  ];
  while (out.length < lines) {
    const name = `${pick(['ORDERS', 'PAYMENTS', 'STOCK'], 'A')}.${pick(['IN', 'OUT', 'REPLY'], 'B')}.${below(100_000)}`;
    const [first = '', ...attributes] = pick([queue, queue, channel, authority], queue)(name, below);
    // What each command needs stands at its beginning and end; dumps of older levels lack some of what is between.
    const last = attributes.pop() ?? '';
    const kept = attributes.slice(0, Math.max(3, attributes.length - below(attributes.length)));
    out.push(`${first} +`, ...kept.map((text) => (text.startsWith('*') ? `${text} +` : `   ${text} +`)), `   ${last}`);
    if (below(12) === 0) out.push('', `* Objects of ${name}`);
  }
  return `${out.join('\n')}\n`;
}

type Below = (n: number) => number;

const queue = (name: string, below: Below): readonly string[] => [
  `DEFINE QLOCAL('${name}')`,
  'ACCTQ(QMGR)',
  '*  ALTDATE(2026-01-01)',
  '*  ALTTIME(10.11.12)',
  `BOTHRESH(${below(10)})`,
  "BOQNAME(' ')",
  "CLUSNL(' ')",
  `CLUSTER('CLUSTER${below(9)}')`,
  'CLWLPRTY(0)',
  'CLWLRANK(0)',
  'CLWLUSEQ(QMGR)',
  'DEFBIND(OPEN)',
  'DEFPRTY(0)',
  'DEFPSIST(YES)',
  `DESCR('Messages of application ${below(500)}, ''read'' by one consumer')`,
  'DISTL(NO)',
  'GET(ENABLED)',
  'HARDENBO',
  `MAXDEPTH(${5000 * (1 + below(100))})`,
  'MAXMSGL(4194304)',
  'MSGDLVSQ(PRIORITY)',
  'NOTRIGGER',
  "PROCESS(' ')",
  'PUT(ENABLED)',
  'QDEPTHHI(80)',
  'RETINTVL(999999999)',
  'SHARE',
  "TRIGDATA(' ')",
  'USAGE(NORMAL)',
  'REPLACE',
];

const channel = (name: string, below: Below): readonly string[] => [
  `DEFINE CHANNEL('${name.slice(0, 20)}')`,
  'CHLTYPE(SVRCONN)',
  '*  ALTDATE(2026-01-01)',
  "CERTLABL(' ')",
  'COMPHDR(NONE)',
  'COMPMSG(NONE)',
  `DESCR('Clients of application ${below(500)}')`,
  'DISCINT(0)',
  'HBINT(300)',
  'KAINT(AUTO)',
  'MAXINST(999999999)',
  'MAXINSTC(999999999)',
  'MAXMSGL(4194304)',
  `MCAUSER('app${below(60)}')`,
  'MONCHL(QMGR)',
  'SHARECNV(10)',
  'SSLCAUTH(REQUIRED)',
  "SSLCIPH('ANY_TLS12_OR_HIGHER')",
  'TRPTYPE(TCP)',
  'REPLACE',
];

const authority = (name: string, below: Below): readonly string[] => [
  'SET AUTHREC',
  `PROFILE('${name}')`,
  `GROUP('group${below(60)}')`,
  'OBJTYPE(QUEUE)',
  'AUTHADD(BROWSE,GET,INQ,PUT,DSP)',
];

/** JSON of about `bytes` bytes with the same sort of content: an array of objects with many short members. */
export function jsonText(bytes: number): string {
  const objects: string[] = [];
  let size = 2;
  for (let i = 0; size < bytes; i++) {
    const members = queue(`ORDERS.IN.${i}`, (n) => i % n).map((text) => text.replace(/[*\s]+/, '').split('('));
    const object = Object.fromEntries(members.map(([keyword = '', value]) => [keyword, value?.slice(0, -1) ?? true]));
    objects.push(JSON.stringify(object, null, 3));
    size += (objects.at(-1) ?? '').length + 2;
  }
  return `[${objects.join(',\n')}]`;
}
