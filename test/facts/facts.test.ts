import { describe, expect, test } from 'vitest';
import {
  allObjects,
  allVerbs,
  attributeFacts,
  attributesOf,
  canonicalKeyword,
  commandFacts,
  commandsOfVerb,
  defaultOf,
  evidencePage,
  objectName,
  parameterFacts,
  positiveKeyword,
  verbName,
} from '#core/facts/lookup.ts';
import { similar } from '#core/facts/similar.ts';

const commands = allVerbs().flatMap((verb) => commandsOfVerb(verb));

describe('the table of facts', () => {
  test('holds the whole reference', () => {
    expect(commands.length).toBe(159);
    expect(allObjects().flatMap((object) => attributesOf(object)).length).toBeGreaterThan(1000);
  });

  test('knows each parameter that a command lists', () => {
    const unknown = commands.flatMap((c) =>
      c.parameters.filter((p) => !parameterFacts(c.verb, c.object, p)).map((p) => `${c.verb} ${c.object} ${p}`),
    );
    expect(unknown).toEqual([]);
  });

  test('gives defaults that its own value sets and ranges allow', () => {
    const impossible = allObjects().flatMap((object) =>
      attributesOf(object)
        .filter((a) => {
          if (a.default === undefined || a.default === '') return false;
          if (typeof a.default === 'number' && typeof a.min === 'number' && typeof a.max === 'number')
            return (a.default < a.min || a.default > a.max) && !a.values?.some((v) => v.value === String(a.default));
          if (a.type === 'enum') return !a.values?.some((v) => v.value === String(a.default));
          return false;
        })
        .map((a) => `${object} ${a.keyword}(${a.default})`),
    );
    expect(impossible).toEqual([]);
  });

  test('names an opposite that exists and names it back', () => {
    for (const object of allObjects())
      for (const a of attributesOf(object))
        if (a.oppositeOf)
          expect(attributeFacts(object, a.oppositeOf)?.oppositeOf, `${object} ${a.keyword}`).toBe(a.keyword);
  });

  test('has a page for every key of evidence', () => {
    for (const object of allObjects())
      for (const a of attributesOf(object))
        for (const ref of a.evidenceRefs ?? []) expect(evidencePage(ref), `${object} ${a.keyword}`).toBeTruthy();
  });
});

describe('looking up', () => {
  test('reads synonyms in any case, and no abbreviation that MQ does not know', () => {
    expect([verbName('def'), verbName('DEFI'), objectName('ql'), objectName('Chl'), objectName('QLOC')]).toEqual([
      'DEFINE',
      undefined,
      'QLOCAL',
      'CHANNEL',
      undefined,
    ]);
    expect(canonicalKeyword('QALIAS', 'targq')).toBe('TARGET');
    expect(positiveKeyword('QLOCAL', 'NOTRIGGER')).toBe('TRIGGER');
    expect(positiveKeyword('QLOCAL', 'NPMCLASS')).toBe('NPMCLASS');
  });

  test('tells defaults by platform and channel type', () => {
    expect(defaultOf('QLOCAL', 'DEFBIND', { platform: 'multi' })).toBe('OPEN');
    expect(defaultOf('QLOCAL', 'SHARE', { platform: 'multi' })).toBe('SHARE');
    expect(defaultOf('QLOCAL', 'SHARE', { platform: 'zos' })).toBe('NOSHARE');
    expect(defaultOf('QLOCAL', 'CLUSTER', { platform: 'multi' })).toBe('');
    expect(defaultOf('CHANNEL', 'DISCINT', { platform: 'multi', channelType: 'SVRCONN' })).toBe('0');
    expect(defaultOf('CHANNEL', 'DISCINT', { platform: 'multi', channelType: 'CLUSRCVR' })).toBe('6000');
    expect(defaultOf('CHANNEL', 'CHLTYPE', { platform: 'multi' })).toBeUndefined();
  });

  test('takes a parameter only where the command does', () => {
    expect(parameterFacts('DEFINE', 'QLOCAL', 'LIKE')?.kind).toBe('commandParameter');
    expect(parameterFacts('ALTER', 'QLOCAL', 'LIKE')).toBeUndefined();
    expect(parameterFacts('RESOLVE', 'CHANNEL', 'ACTION')?.values?.map((v) => v.value)).toEqual(['COMMIT', 'BACKOUT']);
    expect(commandFacts('STOP', 'CONNAUTH')).toBeUndefined();
  });
});

test('similar offers what a person most likely meant, and nothing far away', () => {
  const words = ['DEFBIND', 'DEFPRTY', 'DEFPSIST', 'DESCR', 'MAXDEPTH'];
  expect(similar('DEFBND', words)).toBe('DEFBIND');
  expect(similar('DEFBIDN', words)).toBe('DEFBIND');
  expect(similar('maxdept', words)).toBe('MAXDEPTH');
  expect(similar('FOO', words)).toBeUndefined();
});
