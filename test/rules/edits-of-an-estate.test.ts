import { expect, test } from 'vitest';
import { createService } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import { estateFiles } from '../bench/estate-text.ts';
import { mutate } from '../fuzz/mutate.ts';
import { random } from '../fuzz/random.ts';

/*
 * What is kept from check to check must never show: after any edits the findings are those of the same texts opened anew. The estate has
 * what makes one queue manager depend on another: clones, clusters, senders and receivers, aliases, remote queues, declared needs, a
 * queue-sharing group.
 */

const estateFile = `version: 1
queueManagers:
  P1: { files: [P1.mqsc], platform: zos }
  P2: { files: [P2.mqsc], platform: zos }
  P3: { files: [P3.mqsc], platform: zos }
queueSharingGroups:
  QSG1: { members: [P1, P2, P3] }
consumers:
  - { application: BILLING, queueManager: R000QM00, queue: R000.G0.APP00.0 }
ordering:
  - { queues: [R000.G0.APP01.1], needs: sequence, reason: prices overwrite each other }
`;

/** Members that share queues in the cluster of the first region, alter what others define, and hold copies; and one beside the group. */
const member = (name: string, rest: string): string => `ALTER QMGR IGQ(ENABLED) DEADQ(DLQ)
DEFINE QLOCAL(DLQ)
DEFINE CHANNEL('R000.${name}') CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('${name}(1414)') CLUSTER('R000')
DEFINE CHANNEL('R000.R000QM00') CHLTYPE(CLUSSDR) TRPTYPE(TCP) CONNAME('R000QM00(1414)') CLUSTER('R000')
DEFINE QALIAS('WORK') TARGET('POOL')
${rest}
`;

const group: Readonly<Record<string, string>> = {
  P1: member(
    'P1',
    "DEFINE CFSTRUCT(APP1) CFLEVEL(5)\nDEFINE QLOCAL('POOL') QSGDISP(SHARED) CFSTRUCT(APP1) CLUSTER('R000') DEFBIND(NOTFIXED)\nDEFINE QLOCAL('BACK') QSGDISP(SHARED) CFSTRUCT(APP1)\nDEFINE QALIAS('STOCK') QSGDISP(GROUP) TARGET('POOL')",
  ),
  P2: member(
    'P2',
    "ALTER QLOCAL('POOL') QSGDISP(SHARED) MAXDEPTH(900)\nALTER QALIAS('STOCK') QSGDISP(COPY) TARGET('BACK')",
  ),
  P3: member(
    'P3',
    "DEFINE QLOCAL('BACK') QSGDISP(SHARED) CFSTRUCT(APP1)\nDEFINE QLOCAL('IN') BOQNAME('BACK') BOTHRESH(3)",
  ),
  P4: member('P4', "DEFINE QLOCAL('POOL') CLUSTER('R000') DEFBIND(NOTFIXED)"),
  // What objects are made of comes from several commands, and what names mean from other objects.
  P5: `DEFINE CHANNEL('R000.P5') CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('P5(1414)') CLUSTER('R000')
ALTER QLOCAL('SYSTEM.DEFAULT.LOCAL.QUEUE') BOQNAME('BACK')
DEFINE QLOCAL('BACK')
DEFINE QLOCAL('POOL') CLUSTER('R000') DEFBIND(NOTFIXED)
DEFINE QLOCAL('OWN') LIKE('POOL')
ALTER QLOCAL('OWN') PROCESS('RUN') INITQ('BACK')
DEFINE PROCESS('RUN') APPLICID('run')
SET AUTHREC PROFILE('OWN') OBJTYPE(QUEUE) GROUP('users') AUTHADD(GET)
DEFINE QLOCAL('TO.P9') USAGE(XMITQ)
DEFINE QREMOTE('P9') RNAME('') RQMNAME('P3') XMITQ('TO.P9')
DEFINE QREMOTE('FAR') RNAME('IN') RQMNAME('P9')
DEFINE QREMOTE('NEAR') RNAME('BACK') RQMNAME('P3') XMITQ('TO.P9')
DEFINE CHANNEL('P5.P3') CHLTYPE(SDR) TRPTYPE(TCP) CONNAME('P3(1414)') XMITQ('TO.P9')
DEFINE SUB('PRICES') TOPICSTR('prices') DEST('OWN')
DELETE QLOCAL('GONE')
START CHANNEL('P5.P3')
`,
};

const groupFiles = Object.entries(group).map(([name, text]) => [`file:///estate/${name}.mqsc`, text] as const);

const clusterFiles = (queueManagers: number) => [...estateFiles({ queueManagers, objectsEach: 60 })];

function openEstate(files: readonly (readonly [string, string])[] = [...clusterFiles(9), ...groupFiles]): Service {
  const service = createService();
  for (const [source, text] of files) service.open(source, text);
  service.open('file:///estate/mqsc.yaml', estateFile);
  return service;
}

function openedAnew(service: Service) {
  const anew = createService();
  for (const source of service.sources()) anew.open(source, service.text(source) ?? '');
  return anew.allFindings();
}

/** Edits that move what other queue managers depend on: names, clusters, whole commands. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/CLUSTER\('R000'\)/g, "CLUSTER('R00O')"],
  [/NOTFIXED/g, 'OPEN'],
  [/CHLTYPE\(RCVR\)/g, 'CHLTYPE(SDR)'],
  [/RQMNAME\('R000QM0(\d)'\)/g, "RQMNAME('R000QM1')"],
  [/\.IN'\) DEFPSIST/g, ".INN') DEFPSIST"],
  [/REPOS\('R000'\)/g, "REPOS(' ')"],
  [/^DEFINE QLOCAL\('DEAD.*$/gm, '* @ordering sequence: no reason'],
  [/TARGET\('/g, "TARGET('X"],
  [/USAGE\(XMITQ\)/g, 'USAGE(NORMAL)'],
  [/QSGDISP\(SHARED\)/g, 'QSGDISP(GROUP)'],
  [/QSGDISP\(COPY\)/g, 'QSGDISP(SHARED)'],
  [/ALTER (?=QLOCAL|QALIAS)/g, 'DELETE '],
  [/DEFINE (?=QLOCAL|QALIAS)/g, 'ALTER '],
  [/MAXDEPTH\(900\)/g, 'DEFBIND(GROUP)'],
  [/CFSTRUCT\(APP1\)/g, 'CFSTRUCT(APP2)'],
  [/'POOL'/g, "'WORK'"],
  [/'OWN'/g, "'OWM'"],
  [/'BACK'/g, "'BACKS'"],
  [/'P9'/g, "'P8'"],
  [/'TO\.P9'/g, "'GONE'"],
  [/LIKE\('POOL'\)/g, "LIKE('RUN')"],
  [/SYSTEM\.DEFAULT\.LOCAL\.QUEUE/g, 'SYSTEM.DEFAULT.REMOTE.QUEUE'],
];

test.for([1, 2, 3, 4, 5, 6])('after random edits the findings are those of the texts opened anew (seed %i)', (seed) => {
  editAtRandom(openEstate(), seed, 25);
});

test.for([1, 2, 3, 4, 5, 6])('so they are in a queue-sharing group (seed %i)', (seed) => {
  editAtRandom(openEstate(groupFiles), seed, 60);
});

function editAtRandom(service: Service, seed: number, edits: number): void {
  const chance = random(seed);
  service.allFindings();
  for (let edit = 0; edit < edits; edit++) {
    const source = chance.any(service.sources());
    const text = source === undefined ? undefined : service.text(source);
    if (source === undefined || text === undefined) continue;
    const swap = chance.any(swaps);
    const places = swap && !chance.oneIn(3) ? [...text.matchAll(swap[0])] : [];
    const place = chance.any(places);
    if (place && swap) {
      const span = { start: place.index, end: place.index + place[0].length };
      service.change(source, [{ span, newText: place[0].replace(swap[0], swap[1]) }]);
    } else if (chance.oneIn(12)) service.close(source);
    else if (!source.endsWith('.yaml'))
      service.change(source, [{ span: { start: 0, end: text.length }, newText: mutate(chance, text, 2) }]);
    const now = service.allFindings();
    if (edit % 3 === 0) expect(new Map([...now].toSorted())).toEqual(new Map([...openedAnew(service)].toSorted()));
  }
}

test('an edit is checked where it matters: what other queue managers have stays the same list', () => {
  const service = openEstate();
  const before = service.allFindings();
  const edited = 'file:///estate/R000/R000QM04.mqsc';
  const text = service.text(edited) ?? '';
  const at = text.indexOf('MAXDEPTH(5000') + 'MAXDEPTH('.length;
  service.change(edited, [{ span: { start: at, end: at }, newText: 'X' }]);
  const after = service.allFindings();
  expect(after.get(edited)).not.toEqual(before.get(edited));
  const untouched = [...before].filter(([source]) => /QM0[678]/.test(source));
  expect(untouched).not.toEqual([]);
  for (const [source, findings] of untouched) expect(after.get(source)).toBe(findings);
});

test('what one member alters in a shared queue is checked for all', () => {
  const service = openEstate(groupFiles);
  const told = () => [...service.allFindings().values()].flat().map(({ code, message }) => `${code}: ${message}`);
  expect(told()).not.toContainEqual(expect.stringContaining('clone-defbind-differs'));
  const source = 'file:///estate/P2.mqsc';
  const at = (service.text(source) ?? '').indexOf('MAXDEPTH(900)');
  service.change(source, [{ span: { start: at, end: at }, newText: 'DEFBIND(GROUP) ' }]);
  expect(told()).toContainEqual(expect.stringContaining('clone-defbind-differs'));
  service.change(source, [{ span: { start: at, end: at + 'DEFBIND(GROUP) '.length }, newText: '' }]);
  expect(told()).not.toContainEqual(expect.stringContaining('clone-defbind-differs'));
});
