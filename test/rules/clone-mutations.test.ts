import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AttributeFacts } from '#core/facts/facts.ts';
import { attributesOf, defaultOf, parameterFacts } from '#core/facts/lookup.ts';
import type { Finding, Severity } from '#core/rules/rule.ts';
import { applyFixes } from '../support/apply-fixes.ts';
import { effectiveModel } from '../support/effective-model.ts';
import { estateOf, findingsOf } from '../support/estate.ts';
import { asFixture, type Flavour, healthyCluster } from '../support/healthy-cluster.ts';

/**
 * Four clones are alike and nothing is found. Then each attribute that MQ knows of, one at a time, gets each other value on QM3
 * alone: what must or should be alike is reported, there and only there, and the first fix gives back the model; what may
 * differ is not. Everything that is found is in `clone-mutations.txt`, for people to read (UPDATE_EXPECT=1 writes it).
 */

/** How strongly instances should agree. */
interface Class {
  readonly severity: Severity;
  readonly rule: string;
  readonly keywords: string;
}

interface Kind {
  readonly type: string;
  readonly channelType?: string;
  /** The element of the healthy cluster that is changed. */
  readonly element: string;
  readonly classes: readonly Class[];
  /** May differ: placement, workload, monitoring, and what makes the object what it is. Undefined: all others. */
  readonly mayDiffer?: string;
}

const placement = 'QSGDISP CLUSTER CLUSNL CLWLPRTY CLWLRANK SCOPE';
const monitoring = 'OTELPCTL OTELTRAC';

const kinds: readonly Kind[] = [
  {
    type: 'QLOCAL',
    element: 'queue',
    classes: [
      { severity: 'error', rule: 'clone-defbind-differs', keywords: 'DEFBIND' },
      { severity: 'error', rule: 'clone-persistence-differs', keywords: 'DEFPSIST' },
      { severity: 'error', rule: 'clone-priority-differs', keywords: 'DEFPRTY' },
      { severity: 'warning', rule: 'clone-put-response-differs', keywords: 'DEFPRESP' },
      { severity: 'warning', rule: 'clone-get-disabled', keywords: 'GET' },
      {
        severity: 'warning',
        rule: 'clone-attribute-differs',
        keywords:
          'MAXMSGL BOTHRESH BOQNAME MSGDLVSQ SHARE DEFSOPT CAPEXPRY CUSTOM NPMCLASS PROPCTL INDXTYPE TRIGGER TRIGTYPE TRIGDPTH TRIGMPRI PROCESS INITQ STREAMQ STRMQOS',
      },
      { severity: 'info', rule: 'clone-attribute-differs', keywords: 'HARDENBO MAXDEPTH PUT DEFREADA TRIGDATA' },
      { severity: 'hint', rule: 'clone-attribute-differs', keywords: 'DESCR' },
    ],
    mayDiffer: `${placement} CLWLUSEQ CFSTRUCT STGCLASS ACCTQ MONQ STATQ IMGRCOVQ MAXFSIZE QDEPTHHI QDEPTHLO QDPHIEV QDPLOEV QDPMAXEV QSVCIEV QSVCINT RETINTVL DISTL USAGE CLCHNAME ${monitoring}`,
  },
  {
    type: 'QALIAS',
    element: 'alias',
    classes: [
      { severity: 'error', rule: 'clone-defbind-differs', keywords: 'DEFBIND' },
      { severity: 'error', rule: 'clone-persistence-differs', keywords: 'DEFPSIST' },
      { severity: 'error', rule: 'clone-priority-differs', keywords: 'DEFPRTY' },
      { severity: 'warning', rule: 'clone-put-response-differs', keywords: 'DEFPRESP' },
      { severity: 'warning', rule: 'clone-alias-target-differs', keywords: 'TARGET TARGTYPE' },
      { severity: 'warning', rule: 'clone-attribute-differs', keywords: 'CAPEXPRY CUSTOM PROPCTL' },
      { severity: 'info', rule: 'clone-attribute-differs', keywords: 'PUT DEFREADA GET' },
      { severity: 'hint', rule: 'clone-attribute-differs', keywords: 'DESCR' },
    ],
    mayDiffer: `${placement} ${monitoring}`,
  },
  {
    type: 'QREMOTE',
    element: 'remote queue',
    classes: [
      { severity: 'error', rule: 'clone-defbind-differs', keywords: 'DEFBIND' },
      { severity: 'error', rule: 'clone-persistence-differs', keywords: 'DEFPSIST' },
      { severity: 'error', rule: 'clone-priority-differs', keywords: 'DEFPRTY' },
      { severity: 'warning', rule: 'clone-put-response-differs', keywords: 'DEFPRESP' },
      { severity: 'warning', rule: 'clone-alias-target-differs', keywords: 'RNAME' },
      { severity: 'info', rule: 'clone-alias-target-differs', keywords: 'RQMNAME' },
      { severity: 'warning', rule: 'clone-attribute-differs', keywords: 'CAPEXPRY CUSTOM' },
      { severity: 'info', rule: 'clone-attribute-differs', keywords: 'PUT' },
      { severity: 'hint', rule: 'clone-attribute-differs', keywords: 'DESCR' },
    ],
    mayDiffer: `${placement} XMITQ ${monitoring}`,
  },
  {
    type: 'TOPIC',
    element: 'topic',
    classes: [
      { severity: 'error', rule: 'clone-topic-differs', keywords: 'TOPICSTR CLROUTE' },
      {
        severity: 'warning',
        rule: 'clone-topic-differs',
        keywords:
          'DEFPSIST DEFPRTY DEFPRESP CAPEXPRY CUSTOM DURSUB PUBSCOPE SUBSCOPE WILDCARD PROXYSUB NPMSGDLV PMSGDLV USEDLQ',
      },
      { severity: 'info', rule: 'clone-topic-differs', keywords: 'PUB SUB' },
      { severity: 'hint', rule: 'clone-topic-differs', keywords: 'DESCR' },
    ],
    mayDiffer: `QSGDISP CLUSTER COMMINFO MCAST MDURMDL MNDURMDL ${monitoring}`,
  },
  {
    type: 'CHANNEL',
    channelType: 'CLUSRCVR',
    element: 'cluster receiver',
    classes: [
      {
        severity: 'warning',
        rule: 'clone-channel-differs',
        keywords: 'BATCHSZ NPMSPEED MAXMSGL SHORTRTY SHORTTMR LONGRTY LONGTMR MRRTY MRTMR USEDLQ',
      },
    ],
  },
  {
    type: 'QMGR',
    element: 'queue manager',
    classes: [{ severity: 'warning', rule: 'clone-queue-manager-differs', keywords: 'DEADQ MAXMSGL CLWLUSEQ DEFCLXQ' }],
  },
];

/** What the queue has beside its usual attributes, for those that have no effect otherwise. */
const flavours: Readonly<Record<string, string>> = {
  TRIGTYPE: ' TRIGGER PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT)',
  TRIGMPRI: ' TRIGGER PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT)',
  TRIGDATA: ' TRIGGER PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT)',
  PROCESS: ' TRIGGER PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT)',
  INITQ: ' TRIGGER PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT)',
  TRIGDPTH: ' TRIGGER TRIGTYPE(DEPTH) PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT)',
  STRMQOS: ' STREAMQ(ORDERS.COPY)',
};

const told: string[] = [];
const untold = new Map<string, string[]>();

describe.each(kinds.map((kind) => [kind.type, kind] as const))('%s', (type, kind) => {
  const comparable = attributesOf(type).filter(
    ({ kind: one, keyword, channelTypes }) =>
      one === 'attribute' &&
      !/^(CHLTYPE|NO(SHARE|TRIGGER|HARDENBO))$/.test(keyword) &&
      (kind.channelType === undefined || (channelTypes?.includes(kind.channelType) ?? true)) &&
      parameterFacts(type === 'QMGR' ? 'ALTER' : 'DEFINE', type, keyword) !== undefined,
  );

  test('each attribute is in one class', () => {
    const classified = [...kind.classes.map(({ keywords }) => keywords), kind.mayDiffer ?? ''].flatMap(words);
    expect([...classified].sort()).toEqual([...new Set(classified)].sort());
    const known = comparable.map(({ keyword }) => keyword);
    if (kind.mayDiffer !== undefined) expect([...classified].sort()).toEqual([...known].sort());
    else expect(known).toEqual(expect.arrayContaining(classified));
  });

  test.each(comparable.map((facts) => [facts.keyword, facts] as const))('%s', (keyword, facts) => {
    const wanted = kind.classes.find(({ keywords }) => words(keywords).includes(keyword));
    const values = otherValues(facts).slice(0, wanted || kind.mayDiffer !== undefined ? undefined : 1);
    expect(values.length, 'there is a value to try').toBeGreaterThan(0);
    for (const value of values) {
      const { found, mutated, original } = mutate(kind, flavourFor(kind, facts), (text) =>
        withAttribute(text, keyword, value),
      );
      if (found.length > 0)
        told.push(`${type} ${value}`, ...found.map((finding) => `    ${printFinding(finding)}`).sort());
      else untold.set(type, [...(untold.get(type) ?? []), value]);
      const own = found.filter(({ code }) => code.startsWith('clone-'));
      if (!wanted) {
        expect(
          own.filter(({ code }) => !isOfMembership(keyword, code)),
          `${value} may differ`,
        ).toEqual([]);
        continue;
      }
      expect(
        own.map(({ severity, code }) => `${severity} ${code}`),
        value,
      ).toEqual([`${wanted.severity} ${wanted.rule}`]);
      const [finding] = own;
      expect(finding?.at.source).toBe('QM3.mqsc');
      expect(finding?.queueManager).toBe('QM3');
      expect(finding?.message).toContain('QM3');
      expect(finding?.related?.length, 'links to the others').toBeGreaterThan(0);
      const text = mutated.estate.documents.get('QM3.mqsc')?.text.whole() ?? '';
      expect(text.slice(finding?.at.span.start, finding?.at.span.end)).toBe(value);
      const fixed = mutated.files.map((file) => ({
        ...file,
        text: applyFixes(file.source, file.text, (finding?.fixes ?? []).slice(0, 1)),
      }));
      const after = estateOf(fixed.map(({ heading, text: now }) => `${heading}\n${now}`).join(''));
      expect(effectiveModel(after.estate), value).toEqual(original);
    }
  });

  test.each(['its keywords', 'their synonyms, in quotes'] as const)(
    'nothing is said of defaults written out under %s',
    (spelling) => {
      const defaults = comparable.flatMap((facts) => defaultOfKind(kind, facts, spelling));
      const { found, mutated, original } = mutate(kind, {}, (text) => `${text} ${defaults.join(' ')}`);
      expect(defaults.length).toBeGreaterThan(5);
      expect(found.map(printFinding)).toEqual([]);
      expect(effectiveModel(mutated.estate)).toEqual(original);
    },
  );
});

test('nothing is said of another spelling of the same', () => {
  const cluster = healthyCluster({ orders: ' TRIGGER PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT)' });
  const before = findingsOf(asFixture(cluster));
  const spelled = findingsOf(
    asFixture(cluster, (name, elements) =>
      name === 'QM3' ? elements.map((element) => ({ ...element, text: otherSpelling(element.text) })) : elements,
    ),
  );
  expect(spelled.estate.documents.get('QM3.mqsc')?.text.whole()).toContain('def ql(orders)  cluster(SALES)');
  expect([...spelled.findings.values()].flat().filter(({ code }) => code !== 'lowercase-name-folded')).toEqual([]);
  expect(effectiveModel(spelled.estate)).toEqual(effectiveModel(before.estate));
});

test('what is found is what people read and found right', () => {
  const file = path.join(import.meta.dirname, 'clone-mutations.txt');
  const silent = [...untold].map(([type, values]) => `${type}, nothing is found: ${values.join(' ')}`);
  const report = `${[...told, ...silent].join('\n')}\n`;
  if (process.env.UPDATE_EXPECT === '1') writeFileSync(file, report);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(report);
});

/** An object that leaves its group, or starves the others, is told by a rule of its own. */
const isOfMembership = (keyword: string, code: string): boolean =>
  (['CLUSTER', 'CLUSNL', 'USAGE'].includes(keyword) && code === 'clone-outside-cluster') ||
  (keyword === 'CLWLRANK' && code === 'clone-rank-starves');

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

const printFinding = ({ severity, code, at, message }: Finding): string =>
  `in ${at.source.replace('.mqsc', '')}: ${severity} ${code}: ${message}`;

/** Changes one element of QM3 and tells what is found now that was not found before. */
function mutate(kind: Kind, flavour: Flavour, change: (text: string) => string) {
  const cluster = healthyCluster(flavour);
  const before = healthy(flavour);
  const mutated = findingsOf(
    asFixture(cluster, (name, elements) =>
      name === 'QM3'
        ? elements.map((one) => (one.id === kind.element ? { ...one, text: change(one.text) } : one))
        : elements,
    ),
  );
  const found = [...mutated.findings.values()].flat().filter((finding) => !before.found.has(printFinding(finding)));
  return { found, mutated, original: before.model };
}

const healthy = (flavour: Flavour) => {
  const key = JSON.stringify(flavour);
  const known = kept.get(key);
  if (known) return known;
  const { estate, findings } = findingsOf(asFixture(healthyCluster(flavour)));
  const made = { model: effectiveModel(estate), found: new Set([...findings.values()].flat().map(printFinding)) };
  kept.set(key, made);
  return made;
};

const kept = new Map<string, { readonly model: readonly string[]; readonly found: ReadonlySet<string> }>();

const flavourFor = ({ type }: Kind, { keyword, platforms }: AttributeFacts): Flavour => ({
  platform: platforms?.every((platform) => platform === 'zos') ? 'zos' : 'linux',
  ...(type === 'QLOCAL' && { orders: flavours[keyword] ?? '' }),
});

const withAttribute = (definition: string, keyword: string, attribute: string): string => {
  const written = new RegExp(`(?<= )${keyword}\\((?:'[^']*'|[^)'])*\\)`);
  return written.test(definition) ? definition.replace(written, attribute) : `${definition} ${attribute}`;
};

/** The attribute with each other value that makes a difference, as MQSC. */
function otherValues(facts: AttributeFacts): readonly string[] {
  const { keyword, type, values = [] } = facts;
  const own = ownValues[keyword];
  if (own) return own.map((value) => `${keyword}(${value})`);
  if (type === 'flag') return [facts.isDefault?.multi ? (facts.oppositeOf ?? keyword) : keyword];
  const named = values.map(({ value }) => value).filter((value) => value !== String(facts.default ?? ''));
  const numbers =
    type === 'integer' || type === 'integerOrKeyword'
      ? [facts.min, facts.max].filter((bound) => bound !== undefined && bound !== facts.default)
      : [];
  const texts = named.length + numbers.length === 0 ? [type === 'string' ? "'another text'" : 'ANOTHER.NAME'] : [];
  return [...named, ...numbers, ...texts].map((value) => `${keyword}(${value})`);
}

/** The attribute with its default written out; nothing for what the definition says itself. */
function defaultOfKind(kind: Kind, facts: AttributeFacts, spelling: 'its keywords' | 'their synonyms, in quotes') {
  const { keyword, synonyms = [], type, platforms } = facts;
  const value = defaultOf(kind.type, keyword, { platform: 'unix', channelType: kind.channelType });
  if (
    value === undefined ||
    written.includes(keyword) ||
    !(platforms ?? ['unix']).some((one) => /multi|alw|unix/.test(one))
  )
    return [];
  if (type === 'flag') return [value];
  if (spelling === 'its keywords') return [`${keyword}(${value === '' ? "' '" : value})`];
  const isText = type === 'name' || type === 'string';
  return [`${synonyms[0] ?? keyword}(${isText ? `'${value}'` : value === '' ? "' '" : value})`];
}

/** What the definitions of the healthy cluster say themselves. */
const written = words(
  'CLUSTER CLUSNL DEFBIND BOTHRESH BOQNAME TARGET RNAME RQMNAME XMITQ TOPICSTR CONNAME DEADQ REPOS',
);

/** Abbreviated, folded, in another order, with more blanks, in quotes, over two lines. */
const otherSpelling = (text: string): string =>
  text
    .replace(/^DEFINE QLOCAL\((\S+)\) /, (_, name: string) => `def ql(${name.toLowerCase()})  `)
    .replace(/^DEFINE QALIAS\(/, 'DEF QA(')
    .replace(/^DEFINE CHANNEL\(([A-Z0-9.]+)\)/, "def chl('$1')")
    .replace(/^DEFINE NAMELIST\(/, 'def nl(')
    .replace(/^DEFINE PROCESS\(/, 'def pro(')
    .replace(' CLUSTER(SALES) DEFBIND(NOTFIXED)', " cluster(SALES) +\n   defbind('NOTFIXED')")
    .replace('TARGET(ORDERS)', "targq('ORDERS')")
    .replace('MAXDEPTH(100000)', 'MAXDEPTH( 100000 )')
    .replace(' TRIGGER ', ' trigger ');

/** Values that make sense in the cluster, where any would not do. */
const ownValues: Readonly<Record<string, readonly string[]>> = {
  DEFBIND: ['OPEN', 'GROUP'],
  BOTHRESH: ['0', '4'],
  BOQNAME: ['ORDERS.COPY', "' '"],
  PROCESS: ["' '"],
  INITQ: ['ORDERS.COPY', "' '"],
  STREAMQ: ['ORDERS.COPY'],
  TARGET: ['RETURNS'],
  DEADQ: ["' '"],
  TOPICSTR: ["'/Prices'"],
  STGCLASS: ['FAST', 'SLOW'],
  CAPEXPRY: ['600'],
  CUSTOM: ["'CAPEXPRY(600)'"],
};
