import { scenarioShape } from './scenario-shape.ts';
import type { JsonSchema } from './shape.ts';

/** The format as JSON Schema, for editors that validate and complete YAML by one. `mqsim-yaml.schema.json` holds the same. */
export const scenarioSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'MQSC simulation scenario (*.mqsim.yaml)',
  ...scenarioShape.schema,
};
