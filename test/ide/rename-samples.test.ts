import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createService } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import type { TextEdit } from '#core/text/span.ts';
import { sampleNames } from '../support/sample.ts';

const samples = path.join(import.meta.dirname, '../../client/samples');

function openSample(name: string): Service {
  const service = createService();
  const folder = path.join(samples, name);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(mqsc|yaml)$/.test(file)) service.open(file, readFileSync(path.join(folder, file), 'utf8'));
  return service;
}

function apply(service: Service, edits: readonly TextEdit[]): void {
  for (const [source, own] of Map.groupBy(edits, (edit) => edit.source))
    service.open(source, applyEdits(service.text(source) ?? '', own));
}

const textsOf = (service: Service) => service.sources().map((source) => [source, service.text(source)]);

/**
 * How many findings of each kind there are in all. A backout queue is renamed on its own queue manager alone, which makes
 * the BOQNAME of clones differ: that finding is right.
 */
function countsOf(service: Service): Readonly<Record<string, number>> {
  const codes = [...service.allFindings().values()].flat().map(({ code }) => code);
  const others = codes.filter((code) => code !== 'clone-attribute-differs');
  return Object.fromEntries([...Map.groupBy(others, (code) => code)].map(([code, all]) => [code, all.length]).sort());
}

/** Every object that a file of the sample defines, as a place to rename from. */
function placesOf(service: Service) {
  return [...service.estate().queueManagers.values()].flatMap(({ objects }) =>
    (['queue', 'channel', 'namelist', 'process', 'topic', 'listener'] as const)
      .flatMap((space) => [...objects.all(space)])
      .filter(({ isSystem }) => !isSystem)
      .map(({ name, nameAt }) => ({ name, at: nameAt })),
  );
}

describe.each(sampleNames)('in the sample %s', (sample) => {
  const places = placesOf(openSample(sample));

  test('there is something to rename', () => {
    expect(places.length).toBeGreaterThan(3);
  });

  test.each(places.map((place) => [`${place.name} at ${place.at.source}`, place] as const))(
    '%s: renamed, nothing is found that was not before; renamed back, every byte is as it was',
    (_, { name, at }) => {
      const service = openSample(sample);
      const [texts, counts] = [textsOf(service), countsOf(service)];
      const there = service.rename(at.source, at.span.start + 1, 'ZZ.NEW');
      if (there.kind === 'refused') throw new Error(there.reason);
      apply(service, there.edits);
      expect(countsOf(service)).toEqual(counts);
      const back = service.rename(at.source, at.span.start + 1, name);
      if (back.kind === 'refused') throw new Error(back.reason);
      apply(service, back.edits);
      expect(textsOf(service)).toEqual(texts);
    },
  );
});
