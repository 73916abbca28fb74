import type { SourceId } from '#core/text/span.ts';
import type { Highlight } from './answers.ts';
import { type NameScope, nameAt } from './names/name-scope.ts';
import { usesOfSame } from './names/uses-of-same.ts';

/** The places of this text that name what stands under the offset; `write` where a command makes or changes it. */
export function highlight(scope: NameScope, source: SourceId, offset: number): readonly Highlight[] {
  const use = nameAt(scope, source, offset);
  if (!use) return [];
  return usesOfSame(use, scope)
    .filter((same) => same.source === source)
    .map(({ span, isOwnName }) => ({ span, kind: isOwnName ? 'write' : 'read' }));
}
