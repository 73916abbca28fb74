import { describe, expect, test } from 'vitest';
import { changeDocument } from '#core/sources/change-document.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { commandsOf, type Document } from '#core/syntax/tree.ts';
import { outlines, written, yaml } from '../support/yaml-mqsc.ts';

describe('MQSC in YAML', () => {
  test('a literal block scalar of a ConfigMap', () => {
    const document = yaml(
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: qm1-mqsc # the name',
      'data:',
      '  qm1.mqsc: |-',
      '    * first',
      '    DEFINE QLOCAL(A) +',
      '      REPLACE',
      '',
      '    DEFINE QLO-',
      '    CAL(B)',
      '  mq.ini: |-',
      '    Service:',
      '      Name=X',
    );
    expect(document.kind).toBe('yaml');
    expect(document.slices).toMatchObject([{ label: 'data › qm1.mqsc', ownerHint: 'qm1-mqsc' }]);
    expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL(A) REPLACE', 'DEFINE QLOCAL: QLOCAL(B)']);
    expect(written(document)).toEqual(['QLOCAL', 'A', 'REPLACE', 'QLO-\n    CAL', 'B']);
    expect(document.slices[0]?.comments.map(({ start, end }) => document.text.slice(start, end))).toEqual(['* first']);
    expect(document.layoutProblems).toEqual([]);
  });

  test('a folded block scalar joins lines of one column, and only those', () => {
    const document = yaml(
      'data:',
      '  a.mqsc: >',
      '',
      "    SET CHLAUTH('U.*') TYPE(ADDRESSMAP)",
      '    ACTION(REPLACE)',
      '',
      "    DEFINE QLOCAL(A) DESCR('two",
      "    lines') +",
      '      REPLACE',
      '    * a comment over',
      '    two lines',
      '',
      '    DEFINE QLOCAL(B)',
      '',
    );
    expect(outlines(document)).toEqual([
      'SET CHLAUTH: CHLAUTH("U.*") TYPE(ADDRESSMAP) ACTION(REPLACE)',
      'DEFINE QLOCAL: QLOCAL(A) DESCR("two lines") REPLACE',
      'DEFINE QLOCAL: QLOCAL(B)',
    ]);
    expect(written(document)).toContain("'two\n    lines'");
    expect(document.layoutProblems).toEqual([]);
  });

  test('CRLF and a byte order mark', () => {
    const document = readDocument('a.yml', '\ufeffdata:\r\n  a.mqsc: >\r\n    DEFINE QLOCAL(A)\r\n    REPLACE\r\n');
    expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL(A) REPLACE']);
    expect(written(document)).toEqual(['QLOCAL', 'A', 'REPLACE']);
  });

  test('keys say it, or the text itself', () => {
    const document = yaml(
      '- name: configure',
      '  shell: |',
      '    runmqsc QM1',
      '- copy:',
      '    content: |2',
      '      DEFINE QLOCAL(A)',
      '- notes: |',
      '    Define what you want.',
      '- "x.mqsc": !!str | # all of it',
      '    FROB(A)',
    );
    expect(document.slices.map(({ label }) => label)).toEqual(['copy › content', 'x.mqsc']);
  });

  test('each YAML document has its own owner; a queue manager’s name comes before the resource’s', () => {
    const document = yaml(
      'data:',
      '  a.mqsc: |',
      '    DEFINE QLOCAL(A)',
      'metadata: { labels: none, name: "QM1" }',
      '---',
      'data: # a comment',
      '  b.mqsc: |',
      '    DEFINE QLOCAL(B)',
      'spec:',
      '  queueManager:',
      "    name: 'QM2'",
      'metadata:',
      '  name: other',
    );
    expect(document.slices.map(({ ownerHint }) => ownerHint)).toEqual(['QM1', 'QM2']);
  });

  test('a template that is no YAML before it is filled in', () => {
    const document = readDocument(
      'deploy/qm.yaml_template',
      [
        'metadata:',
        '  name: {{ .Name }}',
        'data:',
        '{{- if .Mqsc }}',
        '  a.mqsc: |',
        '{{- range .Queues }}',
        '    DEFINE QLOCAL({{ . }})',
        '{{- end }}',
        '    DEFINE QLOCAL(B)',
        '{{- end }}',
        '  other: x',
      ].join('\n'),
    );
    expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL({{ . }})', 'DEFINE QLOCAL: QLOCAL(B)']);
  });

  test('YAML without MQSC is read and holds none', () => {
    expect(yaml('a: 1', 'b: |', '  text')).toMatchObject({ kind: 'none', slices: [], layoutProblems: [] });
  });

  test('faults of lines stand where they are', () => {
    const document = yaml('a.mqsc: |', '   DEFINE QLOCAL(A) +', '     * c', '', 'b.mqsc: |', '   # d', '   END');
    expect(document.layoutProblems.map(({ code, span }) => [code, document.text.slice(span.start, span.end)])).toEqual([
      ['comment-not-in-first-column', '* c'],
      ['continued-into-nothing', '+'],
      ['syntax-error', '# d'],
    ]);
  });
});

describe('dumps say whose they are', () => {
  const rule = '*'.repeat(79);
  test.each<[string, readonly string[], object]>([
    [
      'dmpmqcfg',
      [
        rule,
        '* Script generated on 2026-05-14   at 14.47.18 ',
        '* Queue manager name: QM6 ',
        '* Queue manager platform: UNIX ',
        '* Queue manager command level: (930/930) XRCAP(YES) ',
        rule,
        'ALTER QMGR +',
        '   FORCE',
      ],
      { tool: 'dmpmqcfg', queueManager: 'QM6', platform: 'UNIX', commandLevel: 930 },
    ],
    [
      'its body alone',
      ['ALTER QMGR +', '*  CMDLEVEL(915) +', '*  PLATFORM(UNIX) +', '*  QMID(QM.A_2026-05-14_14.47.18) +', '   FORCE'],
      { tool: 'dmpmqcfg', queueManager: 'QM.A', platform: 'UNIX', commandLevel: 915 },
    ],
    [
      'saveqmgr',
      [
        '* This file generated by V6.1 on 2012-03-04 at 11.22.33 hours.',
        '* QMNAME (QM7) ',
        '* CMDLEVEL (701)',
        "DEFINE QLOCAL ('X')",
      ],
      { tool: 'saveqmgr', queueManager: 'QM7', commandLevel: 701 },
    ],
    [
      'saveqmgr with an option for one or two lines, its attributes on one',
      [
        '* This file generated by V6.1 on 2012-03-04 at 11.22.33 hours using the TWOLINE (-2) option.',
        '*',
        '* QMNAME (QM7) * CRDATE (2012-03-04) * QMID (QM7_2012-03-04_11.22.33) * CMDLEVEL (701) * PLATFORM (UNIX) * SYNCPT ',
        "* DEFINE QLOCAL ('X') * CRDATE (2012-03-04) * ALTDATE (2012-03-05)        REPLACE",
        "DEFINE QLOCAL ('X')        REPLACE",
      ],
      { tool: 'saveqmgr', queueManager: 'QM7', commandLevel: 701, platform: 'UNIX' },
    ],
    [
      'saveqmgr on one line each, which does not say whose it is',
      [
        '* This file generated by V6.1 on 2012-03-04 at 11.22.33 hours using the ONELINE (-1) option.',
        'ALTER  QMGR        FORCE',
      ],
      { tool: 'saveqmgr', queueManager: undefined },
    ],
    [
      'MAKEREP',
      ['DEFINE REPLACE                      -', " QLOCAL('X')     -", ' PUT(ENABLED)'],
      { tool: 'makedef', platform: 'MVS' },
    ],
    [
      'MAKEDEF, with other text before it',
      ['DEFINE MQCONN(MQPP) GROUP(G)', 'DEFINE NOREPLACE                    -', " QLOCAL('X')     -", ' PUT(ENABLED)'],
      { tool: 'makedef', queueManager: undefined },
    ],
  ])('%s', (_, lines, expected) => {
    const document = readDocument('dump.mqsc', lines.join('\r\n'));
    const dump = document.slices[0]?.dump;
    expect(dump).toMatchObject(expected);
    const at = dump?.queueManagerSpan;
    expect(at && document.text.slice(at.start, at.end)).toBe(dump?.queueManager);
  });

  test('a script that only mentions a queue manager is no dump', () => {
    expect(readDocument('a.mqsc', '* for queue manager QM1\nDEFINE QLOCAL(A)').slices[0]?.dump).toBeUndefined();
  });
});

describe('templates', () => {
  const script = (...lines: readonly string[]): Document => readDocument('a.mqsc.tpl', lines.join('\n'));

  test('comments of the template over many lines hold no MQSC', () => {
    const document = script(
      '{{- /*',
      '  DEFINE QLOCAL(NO)',
      '*/ -}}',
      'DEFINE QLOCAL(A) +',
      '{#',
      '  DEFINE QLOCAL(NO)',
      '#}',
      '  NOSHARE',
      '{# one line #}',
      'DEFINE QLOCAL(B)',
    );
    expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL(A) NOSHARE', 'DEFINE QLOCAL: QLOCAL(B)']);
    expect(document.layoutProblems).toEqual([]);
  });

  test('a comment that is never closed swallows nothing', () => {
    expect(outlines(script('{#', 'DEFINE QLOCAL(A)'))).toContain('DEFINE QLOCAL: QLOCAL(A)');
  });

  test('an edit that opens or closes such a comment is read as anew', () => {
    const text = 'DEFINE QLOCAL(A)\n{#\nDEFINE QLOCAL(B)\n#}\nDEFINE QLOCAL(C)\nDEFINE QLOCAL(D)\n';
    const at = text.indexOf('#');
    const changed = changeDocument(readDocument('a.mqsc', text), [{ span: { start: at, end: at + 1 }, newText: '' }]);
    expect(outlines(changed)).toEqual(outlines(readDocument('a.mqsc', changed.text.whole())));
    expect(outlines(changed)).toContain('DEFINE QLOCAL: QLOCAL(B)');
  });

  test.each(['{{ x }}', '{% x %}', '${X}', '$X', '@@X@@', '@X@', '%X%', '__X__', '<X>'])('%s is not known', (mark) => {
    const [command] = commandsOf(script(`DEFINE QLOCAL(A.${mark}) DEFBIND(${mark})`));
    expect(command?.body.problems).toEqual([]);
    const items = command?.body.parameters.map(({ value }) => value?.items[0]?.holes[0]?.kind);
    expect(items).toEqual(['placeholder', 'placeholder']);
  });
});

describe('layouts of dumps', () => {
  test('one line for each object', () => {
    const document = readDocument(
      'dump.mqsc',
      [
        '* Queue manager name: QM6 ',
        '* Command issued: dmpmqcfg -m QM6 -o 1line ',
        "DEFINE QLOCAL('A') BOQNAME(' ') MAXDEPTH(5000) NOTRIGGER REPLACE",
        "SET AUTHREC PROFILE('A') OBJTYPE(QUEUE) GROUP('mqm') AUTHADD(BROWSE,CHG)",
      ].join('\n'),
    );
    expect(outlines(document)).toHaveLength(2);
    expect(document.slices[0]?.dump?.queueManager).toBe('QM6');
  });

  test('two lines for each object', () => {
    const document = readDocument(
      'dump.mqsc',
      [
        '* Queue manager name: QM6 ',
        "DEFINE QLOCAL('A') +",
        "   BOQNAME(' ') MAXDEPTH(5000) NOTRIGGER REPLACE",
        '*  ALTDATE(2026-05-14) ALTTIME(14.47.18)',
        "DEFINE QLOCAL('B') +",
        '   REPLACE',
      ].join('\n'),
    );
    expect(outlines(document)).toHaveLength(2);
    expect(document.layoutProblems).toEqual([]);
  });

  const csd = [
    'DEFINE MQCONN(MQPP)    GROUP(MQCICS)',
    '       DESCRIPTION(CONNECTION TO MQ)',
    'LIST GROUP(MQCICS)',
    '//STEP1 EXEC PGM=CSQUTIL',
  ];
  const makedef = [
    'DEFINE NOREPLACE                                                       -',
    " QLOCAL('X')                                                           -",
    ' PUT(ENABLED)                                                          ',
    'DEFINE NOREPLACE                                                       -',
    " QLOCL('Y')                                                            -",
    ' PUT(ENABLED)                                                          ',
  ];

  test('CSD text of CICS around MAKEDEF output is no MQSC; its own commands are, right or wrong', () => {
    const document = readDocument('MQ.mqs', [...csd, ...makedef].join('\n'));
    const verbs = [...commandsOf(document)].map(({ body }) => body.parameters.map(({ keyword }) => keyword).join(' '));
    expect(verbs).toEqual(['NOREPLACE QLOCAL PUT', 'NOREPLACE QLOCL PUT']);
    expect(document.layoutProblems).toEqual([]);
  });

  test('an edit that makes it MAKEDEF output or no longer is read as anew', () => {
    const text = [...csd, ...makedef].join('\n');
    for (const at of [...text.matchAll(/NOREPLACE/g)].map(({ index }) => index).concat(text.length)) {
      const start = readDocument('MQ.mqs', text);
      const once = changeDocument(start, [{ span: { start: at, end: at + 2 }, newText: '' }]);
      expect(outlines(once)).toEqual(outlines(readDocument('MQ.mqs', once.text.whole())));
      const back = changeDocument(once, [{ span: { start: at, end: at }, newText: text.slice(at, at + 2) }]);
      expect(outlines(back)).toEqual(outlines(start));
    }
  });
});
