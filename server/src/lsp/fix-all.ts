import { CodeActionKind, type CodeActionParams, type CodeAction as LspAction } from 'vscode-languageserver';
import type { Finding } from '#core/rules/rule.ts';
import { fixAllKind, isWanted } from './action-kinds.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Fixes many at once: what is certain in the file, when asked for by kind, and all findings of the rule at the caret in the estate. */
export function fixAllActions(context: Context, params: CodeActionParams): LspAction[] {
  const { only } = params.context;
  const source = canonicalUri(params.textDocument.uri);
  const ofSource = only !== undefined && isWanted(fixAllKind, only) ? fixSource(context, source) : [];
  const ofRules = isWanted(CodeActionKind.QuickFix, only) ? fixRules(context, params, source) : [];
  return [...ofSource, ...ofRules];
}

function fixSource(context: Context, source: string): LspAction[] {
  const edits = context.service.fixAll({ of: 'source', source }).filter((edit) => edit.source === source);
  if (edits.length === 0) return [];
  return [{ title: 'Fix what is certain in this file', kind: fixAllKind, edit: workspaceEdit(context, edits) }];
}

/** Found out when it is chosen: the edits of a rule in the whole estate take rounds of checking. */
interface Chosen {
  readonly code: string;
  readonly source: string;
  readonly queueManager: string | undefined;
}

function fixRules({ service, texts, client }: Context, params: CodeActionParams, source: string): LspAction[] {
  const document = client.resolvesActionEdits ? texts.document(source) : undefined;
  if (!document) return [];
  const { range, context } = params;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const here = service
    .findings(source)
    .filter(({ at, fixes }) => at.span.start <= end && start <= at.span.end && (fixes?.length ?? 0) > 0);
  return [...Map.groupBy(here, ({ code }) => code).values()].flatMap(([finding]) => {
    if (!finding) return [];
    const { code, queueManager } = finding;
    const count = service.countFixes(code, source);
    if (count < 2) return [];
    const chosen: Chosen = { code, source, queueManager };
    return [
      {
        title: titleOf(finding, count),
        kind: CodeActionKind.QuickFix,
        diagnostics: context.diagnostics.filter((diagnostic) => diagnostic.code === code),
        data: chosen,
      },
    ];
  });
}

const titleOf = ({ code, group, queueManager }: Finding, count: number): string =>
  `Fix all ${count} of ${code} in the estate${group === 'clones' && queueManager !== undefined ? `, ${queueManager} following the others` : ''}`;

export function resolveCodeAction(context: Context, action: LspAction): LspAction {
  const chosen = action.data as Partial<Chosen> | undefined;
  if (chosen?.code === undefined || chosen.source === undefined) return action;
  const { code, source, queueManager } = chosen;
  const edits = context.service.fixAll({ of: 'rule', code, source, queueManager });
  return { ...action, edit: workspaceEdit(context, edits) };
}
