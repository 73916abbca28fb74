import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'vitest';
import { checkFile } from '../support/check.ts';

/**
 * Whole estates as people have them, read by all rules. The marks in them are what an MQ expert would want to hear, and all of
 * it: where nothing is marked, nothing may be found.
 */
describe('estates', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.mqsc'));
  test.each(files)('%s', (name) => checkFile(path.join(import.meta.dirname, name)));
});
