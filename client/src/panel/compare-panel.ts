import { commands, type ExtensionContext, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CompareRequest, FromComparePage, ToComparePage } from '#protocol/messages.ts';
import { changeClone } from '../features/change-clone.ts';
import type { EstateChanges } from './estate-changes.ts';
import { loadPage, pageOptions } from './load-page.ts';
import { ask } from './requests.ts';
import { openRule, reveal } from './reveal.ts';

/** The panel that shows all instances of a queue side by side; there is one in a window. */
export interface ComparePanel {
  show(request: CompareRequest): Promise<void>;
}

/** The type under which the editor revives the panel after a reload of the window. */
const VIEW_TYPE = 'mqsc.clones';
/** Typing changes the estate with every key; the table follows when the keys rest. */
const REST_MS = 250;

interface Shown {
  readonly panel: WebviewPanel;
  readonly send: (message: ToComparePage) => void;
  request: CompareRequest | undefined;
}

export function createComparePanel(
  context: ExtensionContext,
  client: BaseLanguageClient,
  changes: EstateChanges,
): ComparePanel {
  let current: Shown | undefined;

  const adopt = (panel: WebviewPanel): Shown => {
    const send = loadPage<ToComparePage, FromComparePage>(panel, context, bundles, {
      take: (message) => take(message, adopted),
      again: () => update(adopted),
    });
    const adopted: Shown = { panel, send, request: undefined };
    panel.onDidDispose(() => {
      if (current === adopted) current = undefined;
    });
    current = adopted;
    return adopted;
  };

  const take = (message: Exclude<FromComparePage, { type: 'ready' }>, shown: Shown): unknown => {
    switch (message.type) {
      case 'reveal':
        return reveal(message.at, client);
      case 'openRule':
        return openRule(message.code, context);
      case 'change':
        return changeClone({ cell: message.cell, near: shown.request?.near ?? null }, client);
      case 'choose':
        return commands.executeCommand('mqsc.compareClones');
    }
  };

  const update = async (shown: Shown): Promise<void> => {
    const { request } = shown;
    if (request === undefined) return;
    await changes.settled;
    const comparison = await ask(client, 'mqsc/compareClones', request);
    if (shown.request !== request) return;
    shown.panel.title = `Clones: ${request.name}`;
    shown.send(comparison === null ? { type: 'gone', of: request } : { type: 'compare', comparison, request });
  };

  let rest: ReturnType<typeof setTimeout> | undefined;
  context.subscriptions.push(
    { dispose: () => clearTimeout(rest) },
    changes.listen(() => {
      clearTimeout(rest);
      rest = setTimeout(() => current !== undefined && void update(current), REST_MS);
    }),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, request: CompareRequest | undefined) => {
        const revived = adopt(panel);
        revived.request = request;
        await update(revived);
      },
    }),
  );

  return {
    show: async (request) => {
      const shown = current ?? adopt(makePanel(context));
      shown.request = request;
      shown.panel.reveal(undefined, false);
      await update(shown);
    },
  };
}

const bundles = { title: 'MQSC clones', style: 'compare.css', script: 'compare.js' };

const makePanel = (context: ExtensionContext): WebviewPanel =>
  window.createWebviewPanel(VIEW_TYPE, 'Clones', ViewColumn.Beside, {
    ...pageOptions(context),
    retainContextWhenHidden: true,
    enableFindWidget: true,
  });
