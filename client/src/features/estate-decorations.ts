import { type Disposable, type FileDecoration, ThemeColor, Uri, window } from 'vscode';
import type { TreeNode } from '#protocol/messages.ts';

const scheme = 'mqsc-estate';

/** Carries a node's findings to where the editor asks for decorations. */
export const findingsUri = ({ id, findings: { count, worst } }: TreeNode): Uri =>
  Uri.from({ scheme, path: `/${id}`, query: worst === undefined ? '' : `${count}&${worst}` });

/** Colours the lines of the estate's tree by their worst finding, and counts the findings in a badge. */
export const decorateFindings = (): Disposable =>
  window.registerFileDecorationProvider({
    provideFileDecoration: (uri): FileDecoration | undefined => {
      if (uri.scheme !== scheme || uri.query === '') return undefined;
      const [count = '', worst = ''] = uri.query.split('&');
      const colour = colours[worst];
      return {
        // A badge has room for two characters.
        badge: count.length > 2 ? '9+' : count,
        tooltip: `${count} finding${count === '1' ? '' : 's'}, the worst: ${worst}`,
        ...(colour !== undefined && { color: new ThemeColor(colour) }),
      };
    },
  });

const colours: Readonly<Record<string, string>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
};
