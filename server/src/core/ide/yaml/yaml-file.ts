import { estateSchema } from '#core/estate/estate-shape.ts';
import type { Estate } from '#core/model/model.ts';
import { scenarioSchema } from '#core/scenario/scenario-schema.ts';
import { readDocument } from '#core/sources/read-document.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Completion, Hover } from '../answers.ts';
import { completion } from '../completion/completion.ts';
import { hover, type Placer } from '../hover.ts';
import { yamlCompletion } from './yaml-completion.ts';
import { yamlHover } from './yaml-hover.ts';

/** One of the project's own two YAML files, as an editor holds it. */
export interface YamlFile {
  readonly kind: 'estate-file' | 'scenario';
  readonly source: SourceId;
  readonly text: string;
  /** What its names can mean. */
  readonly estate: Estate;
}

/** In the MQSC of a scenario's `definitions` as in any MQSC, elsewhere by the file's format. */
export function completionInYaml(file: YamlFile, offset: number): Completion {
  const script = scriptAt(file, offset);
  if (script) return completion(script, offset, file.estate);
  return yamlCompletion(schemas[file.kind], offset, file);
}

export function hoverInYaml(file: YamlFile, offset: number, place: Placer): Hover | undefined {
  const script = scriptAt(file, offset);
  if (script) return hover(script, offset, file.estate, place);
  return yamlHover(schemas[file.kind], file.text, offset);
}

const schemas = { 'estate-file': estateSchema, scenario: scenarioSchema };

/** The MQSC around the offset, if there is any. */
function scriptAt({ kind, source, text }: YamlFile, offset: number): Document | undefined {
  if (kind !== 'scenario') return undefined;
  const document = readDocument(source, text);
  return document.slices.some(({ span }) => span.start <= offset && offset <= span.end) ? document : undefined;
}
