import type { SourceId } from '#core/text/span.ts';
import type { Hover } from './answers.ts';
import { type NameScope, nameAt } from './names/name-scope.ts';
import { nameMarkdown, type Placer } from './resolution-markdown.ts';

/** What a name in `mqsc.yaml` or in a scenario stands for. */
export function nameHover(scope: NameScope, source: SourceId, offset: number, place: Placer): Hover | undefined {
  const use = nameAt(scope, source, offset);
  const content = use ? nameMarkdown(use, scope.estate, place) : '';
  return use && content !== '' ? { span: use.span, content } : undefined;
}
