import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

/** What is wrong with a SARIF log by the schema of SARIF 2.1.0 (release candidate 5, the one that became the standard). */
export function sarifFaults(log: unknown): readonly string[] {
  if (validate(log)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
/** Written for draft 4, of which it uses nothing that changed later but the name of `id`. */
const { $schema: _, id: $id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
const isUri = (text: string): boolean => URL.canParse(text);
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  // A pattern of the schema is none under Unicode's rules.
  unicodeRegExp: false,
  formats: {
    uri: isUri,
    'uri-reference': (text: string) => !/[\s<>\\]/.test(text) && URL.canParse(text, 'file:///folder/'),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
});
const validate = ajv.compile({ $id, ...schema });
