import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEstateFile } from '#core/estate/read-estate-file.ts';
import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate } from '#core/model/model.ts';
import { readDocument } from '#core/sources/read-document.ts';

const samples = path.join(import.meta.dirname, '../../client/samples');

export const sampleNames: readonly string[] = readdirSync(samples).sort();

/** The estate of a sample that ships with the extension. */
export function sampleEstate(name: string): Estate {
  const folder = path.join(samples, name);
  const { estateFile, problems } = readEstateFile('mqsc.yaml', readFileSync(path.join(folder, 'mqsc.yaml'), 'utf8'));
  if (problems[0]) throw new Error(problems[0].message);
  const documents = readdirSync(folder)
    .filter((file) => file.endsWith('.mqsc'))
    .map((file) => readDocument(file, readFileSync(path.join(folder, file), 'utf8')));
  return buildEstate({ documents, estateFile }).estate;
}

/** The texts of a sample's scenarios by file name. */
export function sampleScenarios(name: string): ReadonlyMap<string, string> {
  const folder = path.join(samples, name, 'scenarios');
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}
