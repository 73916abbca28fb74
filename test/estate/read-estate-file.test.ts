import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { estateSchema } from '#core/estate/estate-shape.ts';
import { matchPath } from '#core/estate/match-path.ts';
import { readEstateFile } from '#core/estate/read-estate-file.ts';

const ruleNames = new Set(['clone-defbind-differs', 'clone-attribute-differs']);

const problems = (text: string): string[] =>
  readEstateFile('mqsc.yaml', text, { ruleNames }).problems.map(
    ({ at, message, severity }) => `${severity} ${text.slice(at.span.start, at.span.end)}: ${message}`,
  );

test('everything that an estate file can say', () => {
  const read = readEstateFile(
    'conf/mqsc.yaml',
    `version: 1
queueManagers:
  QM1:
    files: [common/*.mqsc, QM1.mqsc]
    platform: multiplatforms
    mqVersion: "9.4"
    host: S1
    variables: { CONNAME: "host1(1414)" }
  QM2:
uniformClusters:
  UNI: { members: [U1, U2], fullRepositories: [U1], files: [Uni.mqsc] }
queueSharingGroups:
  QSG1: { members: [P1, P2] }
consumers:
  - { application: WAS1, host: S1, queueManager: QM1, queue: Q1 }
ordering:
  - { queue: ORDERS, needs: sequence, reason: "price updates overwrite each other" }
rules:
  clone-defbind-differs: error
  clone-attribute-differs: { severity: warning, mayDiffer: [maxdepth, DESCR] }
ignore: ["legacy/**"]
`,
    { ruleNames },
  );
  expect(read.problems).toEqual([]);
  expect(read.estateFile).toMatchObject({
    queueManagers: [
      {
        name: 'QM1',
        files: ['common/*.mqsc', 'QM1.mqsc'],
        platform: 'multiplatforms',
        mqVersion: '9.4',
        host: 'S1',
        variables: { CONNAME: 'host1(1414)' },
      },
      { name: 'QM2', files: [] },
    ],
    uniformClusters: [{ name: 'UNI', members: ['U1', 'U2'], fullRepositories: ['U1'], files: ['Uni.mqsc'] }],
    queueSharingGroups: new Map([['QSG1', ['P1', 'P2']]]),
    consumers: [{ application: 'WAS1', host: 'S1', queueManager: 'QM1', queue: 'Q1' }],
    ordering: [{ queues: ['ORDERS'], needs: 'sequence', reason: 'price updates overwrite each other' }],
    rules: {
      'clone-defbind-differs': { severity: 'error' },
      'clone-attribute-differs': { severity: 'warning', mayDiffer: ['MAXDEPTH', 'DESCR'] },
    },
    ignore: ['legacy/**'],
  });
});

describe('what is wrong is said where it stands', () => {
  test.each([
    [
      'unknown key',
      'queueManager: {}',
      'error queueManager: `queueManager` is not known here; did you mean `queueManagers`?',
    ],
    ['version', 'version: 2', 'error 2: The version 1 is expected, not `2`.'],
    ['wrong type', 'queueManagers: [QM1]', 'error [QM1]: A mapping (name: value) is expected here.'],
    ['no list', 'ignore: x', 'error x: A list is expected here.'],
    ['word', 'queueManagers: { A: { platform: zoss } }', 'error zoss: `zoss` is not known here; did you mean `zos`?'],
    ['MQ version', 'queueManagers: { A: { mqVersion: 6 } }', 'error 6: A version from 7.5 to 10.0 in quotes'],
    [
      'missing',
      'consumers: [{ application: A, queue: Q }]',
      'error { application: A, queue: Q }: `queueManager` is missing.',
    ],
    ['no members', 'uniformClusters: { U: }', 'error U: `members` is missing.'],
    [
      'repository',
      'uniformClusters: { U: { members: [QM1], fullRepositories: [QM2] } }',
      'error QM2: `QM2` is not among the members of U',
    ],
    ['no queue', 'ordering: [{ needs: group }]', 'error { needs: group }: An ordering need names a `queue`'],
    [
      'one of several',
      'ordering: [{ queue: A, needs: same-queue-manager }]',
      'error { queue: A, needs: same-queue-manager }: `same-queue-manager`',
    ],
    ['need', 'ordering: [{ queue: A, needs: order }]', 'error order: `order` is not known here'],
    [
      'rule',
      'rules: { clone-defbind-difers: off }',
      'warning clone-defbind-difers: There is no rule `clone-defbind-difers`; did you mean `clone-defbind-differs`?',
    ],
    ['severity', 'rules: { clone-defbind-differs: fatal }', 'error fatal: `fatal` is not known here'],
    ['no mapping', '- a', 'error - a: An estate file is a mapping'],
    ['YAML', 'rules: {', 'error'],
    ['the same key twice', 'version: 1\nversion: 1', 'error'],
  ])('%s', (_title, text, expected) => {
    const [first = ''] = problems(text);
    expect(first.slice(0, expected.length)).toBe(expected);
  });

  test('the rest of a damaged file stands', () => {
    const { estateFile } = readEstateFile('mqsc.yaml', 'wrong: 1\nqueueManagers: { QM1: { files: [a] }, QM2: 7 }\n');
    expect(estateFile?.queueManagers.map(({ name }) => name)).toEqual(['QM1']);
  });

  test('an empty file says nothing and is no fault', () => {
    expect(readEstateFile('mqsc.yaml', '# nothing yet\n')).toMatchObject({
      estateFile: { queueManagers: [] },
      problems: [],
    });
  });
});

test('the JSON Schema for other editors is the one the reader goes by', () => {
  const path = new URL('../../server/src/core/estate/mqsc-yaml.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(estateSchema);
});

test.each([
  ['a.mqsc', 'mqsc.yaml', 'a.mqsc', true],
  ['*.mqsc', 'mqsc.yaml', 'a.mqsc', true],
  ['*.mqsc', 'mqsc.yaml', 'x/a.mqsc', false],
  ['**/*.mqsc', 'mqsc.yaml', 'a.mqsc', true],
  ['**/*.mqsc', 'mqsc.yaml', 'x/y/a.mqsc', true],
  ['**/a.mqsc', 'mqsc.yaml', 'xa.mqsc', false],
  ['x/**', 'mqsc.yaml', 'x/y/a.mqsc', true],
  ['./a.mqsc', 'c/mqsc.yaml', 'c/a.mqsc', true],
  ['../a.mqsc', 'c/mqsc.yaml', 'a.mqsc', true],
  ['../d/a.mqsc', '/c/e/mqsc.yaml', '/c/d/a.mqsc', true],
  ['a?.{mqsc,tst}', 'mqsc.yaml', 'a1.tst', true],
  ['a.mqsc', 'mqsc.yaml', 'axmqsc', false],
  ['a b.mqsc', 'file:///c%3A/x/mqsc.yaml', 'file:///c%3A/x/a%20b.mqsc', true],
  ['QM1.mqsc', 'C:\\x\\mqsc.yaml', 'C:\\x\\QM1.mqsc', true],
  ['(+).mqsc', 'mqsc.yaml', '(+).mqsc', true],
  // Tried in every way, this would take longer than anybody lives.
  [`${'**/*a'.repeat(20)}b`, 'mqsc.yaml', 'a'.repeat(60), false],
])('glob %s of %s and %s', (glob, base, source, expected) => {
  expect(matchPath(glob, base, source)).toBe(expected);
});
