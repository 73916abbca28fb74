import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { samples } from '../../client/src/features/samples.ts';

const root = path.resolve(import.meta.dirname, '../../client/samples');

describe('the list of samples', () => {
  it('names every sample that ships', () => {
    expect(samples.map((sample) => sample.folder).sort()).toEqual(readdirSync(root).sort());
  });

  it.each(samples)('names every file of $folder, and one to show first', ({ folder, files, first }) => {
    const there = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(root, folder), path.join(entry.parentPath, entry.name)));
    expect([...files].sort()).toEqual(there.map((file) => file.split(path.sep).join('/')).sort());
    expect(files).toContain(first);
  });
});
