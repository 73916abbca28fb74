import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioSchema } from '#core/scenario/scenario-schema.ts';

const file = new URL('../../server/src/core/scenario/mqsim-yaml.schema.json', import.meta.url);

test('the JSON Schema says what the reader reads (UPDATE_EXPECT=1 writes it)', () => {
  const now = `${JSON.stringify(scenarioSchema, undefined, 2)}\n`;
  if (process.env.UPDATE_EXPECT) writeFileSync(file, now);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(now));
});
