import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { traceOf } from '../support/scenario.ts';
import { traceText } from '../support/trace-text.ts';

/** One run for each kind of failure, event by event. `UPDATE_EXPECT=1` writes the files anew; read the difference. */
const folder = path.join(import.meta.dirname, 'golden');
const names = readdirSync(folder).filter((file) => file.endsWith('.mqsim.yaml'));

describe('event by event', () => {
  test.each(names)('%s', (file) => {
    const expected = path.join(folder, file.replace('.mqsim.yaml', '.txt'));
    const text = traceText(traceOf(readFileSync(path.join(folder, file), 'utf8')));
    if (process.env.UPDATE_EXPECT === '1' || !existsSync(expected)) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });
});
