import { expect, test } from 'vitest';
import { createService } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import { estateFiles } from '../bench/estate-text.ts';
import { mutate } from '../fuzz/mutate.ts';
import { random } from '../fuzz/random.ts';

/*
 * What is kept from check to check must never show: after any edits the findings are those of the same texts opened anew. The estate has
 * what makes one queue manager depend on another: clones, clusters, senders and receivers, aliases, remote queues, declared needs.
 */

const estateFile = `version: 1
consumers:
  - { application: BILLING, queueManager: R000QM00, queue: R000.G0.APP00.0 }
ordering:
  - { queues: [R000.G0.APP01.1], needs: sequence, reason: prices overwrite each other }
`;

function openEstate(): Service {
  const service = createService();
  for (const [source, text] of estateFiles({ queueManagers: 9, objectsEach: 60 })) service.open(source, text);
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
];

test.for([1, 2, 3, 4, 5, 6])('after random edits the findings are those of the texts opened anew (seed %i)', (seed) => {
  const chance = random(seed);
  const service = openEstate();
  service.allFindings();
  for (let edit = 0; edit < 25; edit++) {
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
});

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
