import {
  commands,
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TreeNode } from '#protocol/messages.ts';
import type { EstateChanges } from '../panel/estate-changes.ts';
import { ask } from '../panel/requests.ts';
import { decorateFindings, findingsUri } from './estate-decorations.ts';
import { registerEstateMenu } from './estate-menu.ts';

/** Typing changes the estate with every key; the tree follows when the keys rest. */
const REST_MS = 500;

/** The view "MQSC Estate": clusters, queue managers, objects and instances with their findings. It asks for what is unfolded, and follows the files. */
export function estateView(client: BaseLanguageClient, changes: EstateChanges): Disposable {
  const changed = new EventEmitter<undefined>();
  let rest: ReturnType<typeof setTimeout> | undefined;
  const view = window.createTreeView<TreeNode>('mqsc.estate', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => itemOf(node, client),
      getChildren: async (node) => {
        await changes.settled;
        return [...(await ask(client, 'mqsc/estateChildren', { id: node?.id ?? null })).nodes];
      },
    },
  });
  return Disposable.from(
    changed,
    view,
    { dispose: () => clearTimeout(rest) },
    changes.listen(() => {
      clearTimeout(rest);
      rest = setTimeout(() => changed.fire(undefined), REST_MS);
    }),
    decorateFindings(),
    registerEstateMenu(),
  );
}

function itemOf(node: TreeNode, client: BaseLanguageClient): TreeItem {
  const item = new TreeItem(node.label, foldOf(node));
  item.id = node.id;
  item.description = node.description;
  item.tooltip = new MarkdownString().appendText(node.tooltip);
  item.contextValue = node.clone?.kind === 'topic' ? `${node.kind}-topic` : node.kind;
  item.iconPath = new ThemeIcon(iconOf(node));
  item.resourceUri = findingsUri(node);
  if (node.at !== null) {
    const selection = client.protocol2CodeConverter.asRange(node.at.range);
    item.command = {
      title: 'Show the definition',
      command: 'vscode.open',
      arguments: [Uri.parse(node.at.uri), { selection, preserveFocus: true }],
    };
  }
  return item;
}

const foldOf = ({ hasChildren, kind }: TreeNode): TreeItemCollapsibleState => {
  if (!hasChildren) return TreeItemCollapsibleState.None;
  return kind === 'cluster' || kind === 'estate'
    ? TreeItemCollapsibleState.Expanded
    : TreeItemCollapsibleState.Collapsed;
};

function iconOf({ kind, type }: TreeNode): string {
  switch (kind) {
    case 'estate':
      return 'root-folder';
    case 'cluster':
      return 'type-hierarchy';
    case 'folder':
      return folderIcons[type] ?? 'folder';
    case 'queue-manager':
      return type === 'full-repository' ? 'database' : 'server';
    case 'clone-group':
      return 'layers';
    case 'file':
      return 'file-code';
    default:
      return objectIcons[type] ?? 'symbol-object';
  }
}

const folderIcons: Readonly<Record<string, string>> = {
  'queue-managers': 'server-environment',
  clones: 'layers',
  files: 'question',
};

const objectIcons: Readonly<Record<string, string>> = {
  QLOCAL: 'inbox',
  QALIAS: 'link',
  QREMOTE: 'link-external',
  QMODEL: 'symbol-snippet',
  TOPIC: 'broadcast',
  SUB: 'rss',
  NAMELIST: 'list-unordered',
  PROCESS: 'gear',
  LISTENER: 'radio-tower',
  SERVICE: 'gear',
  CHLAUTH: 'shield',
  AUTHREC: 'key',
  AUTHINFO: 'key',
  CLUSRCVR: 'arrow-down',
  CLUSSDR: 'arrow-up',
  RCVR: 'arrow-down',
  RQSTR: 'arrow-down',
  SDR: 'arrow-up',
  SVR: 'arrow-up',
  SVRCONN: 'plug',
  CLNTCONN: 'plug',
};

/** Whether there is MQSC here at all: the view is shown only then. */
export const showEstateView = (): Thenable<unknown> => commands.executeCommand('setContext', 'mqsc.isPresent', true);
