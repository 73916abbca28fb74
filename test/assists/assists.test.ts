import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction } from '#core/ide/answers.ts';
import { effective } from '#core/model/effective.ts';
import type { Estate } from '#core/model/model.ts';
import { createService } from '#core/service.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { open } from '../support/open.ts';

/** The assists at the cursor, and the text of a source after the one whose title matches. */
function assistsIn(marked: string) {
  const { service, source, offset } = open(marked);
  const actions = service.codeActions(source, { start: offset, end: offset }).filter(({ kind }) => kind === 'refactor');
  return { service, source, actions, titles: actions.map(({ title }) => title) };
}

const textAfter = (before: string, source: string, { edits }: CodeAction): string =>
  applyEdits(
    before,
    edits.filter((edit) => edit.source === source),
  );

function textWith(marked: string, title: RegExp, file?: string): string {
  const { service, source, actions, titles } = assistsIn(marked);
  const action = actions.find((one) => title.test(one.title));
  expect(titles).toContainEqual(expect.stringMatching(title));
  const wanted = file ?? source;
  return action ? textAfter(service.text(wanted) ?? '', wanted, action) : '';
}

/** Each object with every attribute that any of them is asked about, defaults included. */
function meaning(estate: Estate): readonly string[] {
  return [...estate.queueManagers.values()].flatMap((queueManager) =>
    (['queue', 'channel', 'client-channel', 'namelist', 'process', 'topic', 'listener', 'service'] as const).flatMap(
      (space) =>
        [...queueManager.objects.all(space)].map((object) => {
          const values = asked.map((keyword) => effective(object, keyword)?.value ?? '?');
          return `${queueManager.name} ${object.type} ${object.name} ${values.join(' ')}`;
        }),
    ),
  );
}

const asked =
  'DESCR PUT GET DEFBIND DEFPSIST DEFPRTY MAXDEPTH MAXMSGL CLUSTER CLUSNL USAGE SHARE TRIGGER TRIGTYPE TARGET RNAME CONNAME CHLTYPE TRPTYPE XMITQ BATCHSZ HBINT NAMES TOPICSTR PORT CONTROL APPLTYPE'.split(
    ' ',
  );

describe('assists that only write differently', () => {
  test.each<[string, RegExp, string, string]>([
    [
      'write out defaults',
      /^Write out the default of/,
      'DEFINE NAMELIST(A$0) NAMES(B)',
      "DEFINE NAMELIST(A) NAMES(B) DESCR(' ')",
    ],
    [
      'drop what equals the default, on one line',
      /^Remove 2 attributes/,
      "DEFINE QLOCAL(A$0) PUT(ENABLED) DEFPSIST(YES) CLUSTER(' ') REPLACE",
      'DEFINE QLOCAL(A) DEFPSIST(YES) REPLACE',
    ],
    [
      'drop lines',
      /^Remove 3 attributes/,
      'DEFINE QLOCAL(A$0) +\n   PUT(ENABLED) +\n   DEFPSIST(YES) +\n   GET(ENABLED) MAXDEPTH(5000)',
      'DEFINE QLOCAL(A) +\n   DEFPSIST(YES)',
    ],
    [
      'a comment between lines stays',
      /^Remove PUT/,
      'DEFINE QLOCAL(A$0) +\n* why\n   PUT(ENABLED) +\n   DEFPSIST(YES)',
      'DEFINE QLOCAL(A) +\n* why\n   DEFPSIST(YES)',
    ],
    ['full words', /in full$/, 'def ql(a$0) put(enabled)', 'define qlocal(a) put(enabled)'],
    ['synonyms', /in full$/, 'DEFINE QALIAS(A$0) TARGQ(B)', 'DEFINE QALIAS(A) TARGET(B)'],
    ['abbreviate', /^Abbreviate/, 'DEFINE QLOCAL(A$0) PUT(ENABLED)', 'DEF QL(A) PUT(ENABLED)'],
    ['quote', /in quotes$/, 'DEFINE QLOCAL(or$0ders)', "DEFINE QLOCAL('ORDERS')"],
    ['unquote', /without quotes$/, "DEFINE QLOCAL(A) CLUSTER('SA$0LES')", 'DEFINE QLOCAL(A) CLUSTER(SALES)'],
    [
      'split lines',
      /line of its own$/,
      "DEFINE QLOCAL(A$0) DESCR('x  y') NOSHARE REPLACE",
      "DEFINE QLOCAL(A) +\n       DESCR('x  y') +\n       NOSHARE +\n       REPLACE",
    ],
    [
      'join lines',
      /^Join/,
      "DEFINE QLOCAL(A$0) -\n DESCR('x+\n   y') -\n NOSHARE",
      "DEFINE QLOCAL(A) DESCR('xy') NOSHARE",
    ],
    [
      'move the comment lines around the caret out of a command',
      /^Move 2 comment lines/,
      'DEFINE QLOCAL(A) +\n* one\n   PUT(ENABLED) +\n* t$0wo +\n* three\n   GET(ENABLED)',
      '* two +\n* three\nDEFINE QLOCAL(A) +\n* one\n   PUT(ENABLED) +\n   GET(ENABLED)',
    ],
    [
      'move all comment lines out of a command',
      /^Move 2 comment lines/,
      'DEFINE QLOCAL(A$0) +\n* one\n   PUT(ENABLED) +\n* two\n   GET(ENABLED)',
      '* one\n* two\nDEFINE QLOCAL(A) +\n   PUT(ENABLED) +\n   GET(ENABLED)',
    ],
  ])('%s', (_, title, marked, expected) => {
    const result = textWith(`${marked}\n`, title);
    expect(result).toBe(`${expected}\n`);
  });

  test('many defaults on lines of their own, and nothing is wrong with them', () => {
    const result = textWith("DEFINE QLOCAL(A$0) CLUSTER('C')\n", /^Write out the \d+ defaults of A/);
    expect(result).toMatch(
      /^DEFINE QLOCAL\(A\) CLUSTER\('C'\) \+\n {7}ACCTQ\(QMGR\) \+\n(?: {7}\S.* \+\n)+ {7}USAGE\(NORMAL\)\n$/,
    );
    const codes = (text: string) => {
      const service = createService();
      service.open('QM1.mqsc', text);
      return service.findings('QM1.mqsc').map(({ code }) => code);
    };
    expect(codes(result)).toEqual(codes("DEFINE QLOCAL(A) CLUSTER('C')\n"));
  });

  test.each([
    ['what is not the default, and what is open', 'DEFINE QLOCAL(A$0) PUT(DISABLED) GET({{ get }})', /^Remove/],
    ['a default that LIKE overrides', 'DEFINE QLOCAL(A$0) LIKE(B) PUT(ENABLED)', /^Remove|^Write out/],
    [
      'a default that the estate changes',
      'DEFINE QLOCAL(SYSTEM.DEFAULT.LOCAL.QUEUE) PUT(DISABLED) REPLACE\nDEFINE QLOCAL(A$0) PUT(ENABLED)',
      /^Remove/,
    ],
    ['an ALTER', 'ALTER QLOCAL(A$0) PUT(ENABLED)', /^Remove|^Write out|REPLACE/],
    ['quotes around what MQ would fold', "DEFINE QLOCAL('or$0ders')", /without quotes/],
    ['quotes around words of MQ', 'DEFINE QLOCAL(A) PUT(ENA$0BLED)', /in quotes/],
    ['lines with a comment between them', 'DEFINE QLOCAL(A$0) +\n* why\n  NOSHARE', /^Join/],
    ['a command with a fault', 'DEFINE QLOCAL(A$0) PUT(ENABLED', /./],
    [
      'lines that YAML would fold',
      '*- cm.yaml\na.mqsc: >-\n  DEFINE QLOCAL(A$0) PUT(ENABLED) NOSHARE REPLACE * why',
      /line/,
    ],
  ])('leave alone: %s', (_, marked, title) => {
    expect(assistsIn(`${marked}\n`).titles.filter((one) => title.test(one))).toEqual([]);
  });

  test('a dump becomes short and says the same', () => {
    const dump = [
      '* Queue manager name: QM1$0',
      'ALTER QMGR +',
      '*  QMID(QM1_2026-05-14_14.47.18) +',
      '   FORCE',
      "DEFINE QLOCAL('A') +",
      '   PUT(ENABLED) +',
      '*  CRDATE(2026-05-14) +',
      '   MAXDEPTH(7) +',
      '   NOTRIGGER +',
      '   REPLACE',
      '',
    ].join('\n');
    const marked = dump.replace('$0', '').replace('ALTER', 'AL$0TER');
    expect(textWith(marked, /short form/)).toBe(
      [
        '* Queue manager name: QM1',
        'ALTER QMGR +',
        '*  QMID(QM1_2026-05-14_14.47.18) +',
        '   FORCE',
        "DEFINE QLOCAL('A') +",
        '   MAXDEPTH(7) +',
        '   REPLACE',
        '',
      ].join('\n'),
    );
  });
});

describe('assists that define something, and say so', () => {
  const cluster = (first: string, second: string) => `
      *- QM1.mqsc
      ALTER QMGR REPOS(SALES)
      ${first}
      *- QM2.mqsc
      ${second}
      END
    `;

  test('the senders that a full repository’s receiver lacks', () => {
    const marked = cluster(
      "DEFINE CHANNEL(SALES.QM1$0) CHLTYPE(CLUSRCVR) CONNAME('one(1414)') CLUSTER(SALES)",
      "DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('two(1414)') CLUSTER(SALES)",
    );
    expect(textWith(marked, /^Define the CLUSSDR SALES\.QM1 on QM2$/, 'QM2.mqsc')).toBe(
      [
        "DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('two(1414)') CLUSTER(SALES)",
        'DEFINE CHANNEL(SALES.QM1) +',
        '       CHLTYPE(CLUSSDR) +',
        '       TRPTYPE(TCP) +',
        "       CONNAME('one(1414)') +",
        '       CLUSTER(SALES) +',
        '       REPLACE',
        'END',
        '',
      ].join('\n'),
    );
  });

  test('the receiver that a sender lacks', () => {
    const marked = cluster(
      "DEFINE CHANNEL(SALES.QM2$0) CHLTYPE(CLUSSDR) CONNAME('two(1414)') CLUSTER(SALES)",
      'DEFINE QLOCAL(A)',
    );
    expect(textWith(marked, /^Define the CLUSRCVR SALES\.QM2 on QM2$/, 'QM2.mqsc')).toContain('CHLTYPE(CLUSRCVR)');
  });

  test('this queue on another queue manager, in the block of a YAML file as well', () => {
    const marked = `
      *- QM1.mqsc
      define qlocal(orders$0) +
        put(enabled)
      *- cm.yaml
      metadata:
        name: QM2
      data:
        a.mqsc: |
          DEFINE QLOCAL(X)
        other: 1
    `;
    expect(textWith(marked, /^Define ORDERS on QM2 too$/, 'cm.yaml')).toContain(
      '    DEFINE QLOCAL(X)\n\n    define qlocal(orders) put(enabled)\n  other: 1',
    );
  });

  test('not where it is already', () => {
    const { titles } = assistsIn('*- QM1.mqsc\nDEFINE QLOCAL(A$0)\n*- QM2.mqsc\nDEFINE QLOCAL(A)\n');
    expect(titles.filter((title) => title.includes('QM2'))).toEqual([]);
  });

  test('REPLACE, on a line of its own where the command has such', () => {
    expect(textWith('DEFINE QLOCAL(A$0) +\n   NOSHARE\n', /^Add REPLACE/)).toBe(
      'DEFINE QLOCAL(A) +\n   NOSHARE +\n   REPLACE\n',
    );
  });
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('on real files', () => {
  const files = existsSync(corpus)
    ? ['files', 'embedded'].flatMap((folder) =>
        readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
          .map((name) => `${folder}/${name}`)
          .filter((name) => statSync(join(corpus, name)).isFile()),
      )
    : [];

  test.each(files)('what is only written differently means the same: %s', (name) => {
    const text = readFileSync(join(corpus, name), 'utf8');
    const service = createService();
    service.open(name, text);
    const before = meaning(service.estate(name));
    const commands = [...text.matchAll(/(?<=^[ ]*)(?:DEFINE|DEF|ALTER)\b/gim)];
    for (const { index } of commands.filter((_, count) => count % 7 === 0).slice(0, 40))
      for (const action of service.codeActions(name, { start: index + 1, end: index + 1 })) {
        if (action.kind !== 'refactor' || /^(?:Define|Add REPLACE|Move)/.test(action.title)) continue;
        const changed = createService();
        changed.open(name, textAfter(text, name, action));
        expect(meaning(changed.estate(name)), `${action.title} at ${index}`).toEqual(before);
      }
  });
});

test('lines are not joined where a comment stands in the middle of a word', () => {
  const { titles } = assistsIn('DEFINE QLOCAL(A$0) +\n  DEF+\n* a comment\nBIND(OPEN)\n');
  expect(titles).not.toContainEqual(expect.stringMatching(/^Join/));
});

test('comment lines inside a command of a dump are moved only from where they stand', () => {
  const dump = (command: string) =>
    assistsIn(`* Queue manager name: QM1\n* Command issued: dmpmqcfg -m QM1\n${command}\n`).titles.filter((title) =>
      title.startsWith('Move'),
    );
  expect(dump("DEFINE QLOCAL('A$0') +\n*  ALTDATE(2026-01-01) +\n   PUT(ENABLED)")).toEqual([]);
  expect(dump("DEFINE QLOCAL('A') +\n*  ALT$0DATE(2026-01-01) +\n   PUT(ENABLED)")).toHaveLength(1);
});
