import { CodeActionKind } from 'vscode-languageserver';

/** Assists write a command in another way; without a kind below refactoring, an editor shows them among what it cannot sort. */
export const actionKinds = { quickfix: CodeActionKind.QuickFix, refactor: CodeActionKind.RefactorRewrite } as const;

/** What is certain in a file, all at once: for "fix all" and for saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.mqsc`;

/** Whether an editor that asks for `wanted` (every kind when left out) gets actions of a kind: a kind stands for those below it. */
export const isWanted = (kind: CodeActionKind, wanted: readonly CodeActionKind[] | undefined): boolean =>
  wanted === undefined || wanted.some((only) => kind === only || kind.startsWith(`${only}.`));
