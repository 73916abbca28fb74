import { describe, expect, test } from 'vitest';
import { assignFile, firstEstateFile } from '#core/estate/assign-file.ts';
import { readEstateFile } from '#core/estate/read-estate-file.ts';
import { applyEdits } from '#core/text/apply-edits.ts';

const assigned = (text: string, queueManager = 'QM2', file = 'estate/new.mqsc') => {
  const answer = assignFile({ estateFile: { source: 'estate/mqsc.yaml', text }, file, queueManager });
  if (answer.kind === 'refused') return answer.reason;
  const changed = applyEdits(text, answer.edits);
  const { estateFile, problems } = readEstateFile('estate/mqsc.yaml', changed);
  expect(problems, changed).toEqual([]);
  const path = file.slice('estate/'.length);
  const owners = estateFile?.queueManagers.filter(({ files }) => files.includes(path)).map(({ name }) => name);
  expect(
    owners?.map((name) => name.toUpperCase()),
    changed,
  ).toEqual([queueManager.toUpperCase()]);
  // A second time there is nothing to do.
  const again = assignFile({ estateFile: { source: 'estate/mqsc.yaml', text: changed }, file, queueManager });
  expect(again).toMatchObject({ kind: 'edits', edits: [] });
  return changed;
};

describe('a file is added', () => {
  test('to an empty estate file, and to one without queue managers', () => {
    expect(assigned('')).toBe('version: 1\nqueueManagers:\n  QM2: { files: [new.mqsc] }\n');
    expect(assigned('# note\n')).toBe('# note\nversion: 1\nqueueManagers:\n  QM2: { files: [new.mqsc] }\n');
    expect(assigned('version: 1 # first')).toBe('version: 1 # first\nqueueManagers:\n  QM2: { files: [new.mqsc] }\n');
    expect(assigned('version: 1\nqueueManagers:\nignore: [x]\n')).toBe(
      'version: 1\nqueueManagers:\n  QM2: { files: [new.mqsc] }\nignore: [x]\n',
    );
  });

  test('to a queue manager that is new, after the last one', () => {
    expect(assigned('version: 1\nqueueManagers:\n    QM1: { files: [a.mqsc] } # one\n\n# end\nignore: []\n')).toBe(
      'version: 1\nqueueManagers:\n    QM1: { files: [a.mqsc] } # one\n    QM2: { files: [new.mqsc] }\n\n# end\nignore: []\n',
    );
    expect(assigned('version: 1\nqueueManagers:\n  QM1:\n    files:\n      - a.mqsc\n    host: h')).toBe(
      'version: 1\nqueueManagers:\n  QM1:\n    files:\n      - a.mqsc\n    host: h\n  QM2: { files: [new.mqsc] }',
    );
    expect(assigned('{ version: 1, queueManagers: { QM1: { files: [a.mqsc] } } }')).toBe(
      '{ version: 1, queueManagers: { QM1: { files: [a.mqsc] }, QM2: { files: [new.mqsc] } } }',
    );
    expect(assigned('version: 1\nqueueManagers: {}\n')).toBe(
      'version: 1\nqueueManagers: { QM2: { files: [new.mqsc] } }\n',
    );
  });

  test('to one that is there, in the way in which its files are written', () => {
    const before = 'version: 1\nqueueManagers:\n';
    expect(assigned(`${before}  qm2: { files: [a.mqsc, "b.mqsc"], host: h }\n`)).toBe(
      `${before}  qm2: { files: [a.mqsc, "b.mqsc", new.mqsc], host: h }\n`,
    );
    expect(assigned(`${before}  QM2: { files: [] }\n`)).toBe(`${before}  QM2: { files: [new.mqsc] }\n`);
    expect(assigned(`${before}  QM2: { host: h }\n`)).toBe(`${before}  QM2: { host: h, files: [new.mqsc] }\n`);
    expect(assigned(`${before}  QM2:\n  QM3:\n`)).toBe(`${before}  QM2: { files: [new.mqsc] }\n  QM3:\n`);
    expect(assigned(`${before}  QM2:\r\n    files:\r\n    - a.mqsc # first\r\n    # then\r\n    host: h\r\n`)).toBe(
      `${before}  QM2:\r\n    files:\r\n    - a.mqsc # first\r\n    - new.mqsc\r\n    # then\r\n    host: h\r\n`,
    );
  });

  test('with names that YAML would read as something else', () => {
    expect(assigned('version: 1\n', 'NO', 'estate/a b/1,2.mqsc')).toBe(
      'version: 1\nqueueManagers:\n  "NO": { files: ["a b/1,2.mqsc"] }\n',
    );
  });
});

describe('the others lose it', () => {
  const text = (files: string) => `version: 1\nqueueManagers:\n  QM1: ${files}\n  QM2: { files: [b.mqsc] }\n`;
  const moved = (files: string) => text(files).replace('b.mqsc]', 'b.mqsc, new.mqsc]');

  test.each([
    ['{ files: [new.mqsc, a.mqsc] }', '{ files: [a.mqsc] }'],
    ['{ files: [a.mqsc, ./new.mqsc], host: h }', '{ files: [a.mqsc], host: h }'],
    ['{ files: [new.mqsc] } # alone', '{ files: [] } # alone'],
    [
      '\n    files:\n      - a.mqsc\n      - new.mqsc # here\n      # kept\n      - c.mqsc',
      '\n    files:\n      - a.mqsc\n      # kept\n      - c.mqsc',
    ],
    ['\n    files:\n    - new.mqsc\n    host: h', '\n    files: []\n    host: h'],
  ])('%s', (before, expected) => {
    expect(assigned(text(before))).toBe(moved(expected));
  });

  test('a glob stays, and is told', () => {
    const before = text('{ files: ["*.mqsc", c.mqsc] }');
    const request = { estateFile: { source: 'estate/mqsc.yaml', text: before }, file: 'estate/new.mqsc' };
    expect(assignFile({ ...request, queueManager: 'QM2' })).toMatchObject({
      staysWith: [{ name: 'QM1', glob: '*.mqsc' }],
      edits: [{ newText: ', new.mqsc' }],
    });
  });
});

test('what cannot be extended is left alone', () => {
  expect(assigned('version: [')).toContain('no valid YAML');
  expect(assigned('- a\n')).toContain('no mapping');
  expect(assigned('version: 1\nqueueManagers: all\n')).toContain('not of the usual form');
  expect(assigned('version: 1\n', 'QM2', 'elsewhere/new.mqsc')).toContain('does not lie below');
});

test('the first one', () => {
  const text = firstEstateFile(new Map([['QM1', ['QM1.mqsc', 'common/all.mqsc']]]));
  expect(text).toContain('\nversion: 1\nqueueManagers:\n  QM1: { files: [QM1.mqsc, common/all.mqsc] }\n');
  expect(readEstateFile('mqsc.yaml', text).problems).toEqual([]);
});
