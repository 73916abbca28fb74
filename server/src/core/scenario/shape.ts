import type { Shape, Reading as YamlReading } from '#core/estate/yaml-shape.ts';
import { spanOf, text } from '#core/estate/yaml-shape.ts';
import type { NameKind, NameUse, ScenarioProblem } from './problem.ts';

export * from '#core/estate/yaml-shape.ts';

/** What one reading of a scenario gathers. */
export interface Reading extends YamlReading {
  readonly problems: ScenarioProblem[];
  readonly names: NameUse[];
}

/** A name that must be known elsewhere in the scenario; looked up when all is read. Empty names are not looked up. */
export const nameOf = (kind: NameKind): Shape<string> => ({
  schema: { type: 'string' },
  read: (node, reading) => {
    const name = text.read(node, reading);
    if (name) reading.mention(kind, name, spanOf(node));
    return name;
  },
});
