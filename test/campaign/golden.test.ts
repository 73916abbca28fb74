import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lessonsOf } from '#core/campaign/lessons.ts';
import { campaignText } from '#core/report/campaign-text.ts';
import { plainStyle } from '#core/report/style.ts';
import { printed, reportOf } from '../support/campaign.ts';

/** Whole campaigns over small scenarios, with the smallest scenarios they find. `UPDATE_EXPECT=1` writes the files anew; read the difference. */
const folder = path.join(import.meta.dirname, 'golden');
const names = readdirSync(folder).filter((file) => file.endsWith('.mqsim.yaml'));

describe('the matrix', () => {
  test.each(names)('%s', (file) => {
    const expected = path.join(folder, file.replace('.mqsim.yaml', '.txt'));
    const report = printed(reportOf(readFileSync(path.join(folder, file), 'utf8')));
    const scenarios = lessonsOf(report).map(({ shown }) => shown.scenario);
    const text = [campaignText(report, plainStyle, () => undefined), ...scenarios].join('\n---\n');
    if (process.env.UPDATE_EXPECT === '1' || !existsSync(expected)) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });
});
