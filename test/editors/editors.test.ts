import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { driveEditor, type Seen } from './drive-editor.ts';
import { installEditor } from './install-editor.ts';

const script = (name: string) => path.join(import.meta.dirname, name);

const neovim = ['--clean', '--headless', '-c', `luafile ${script('neovim.lua')}`];
const emacs = ['--batch', '--no-init-file', '--load', script('emacs.el')];

const editors = [
  { name: 'Neovim', program: 'nvim', packages: ['neovim'], args: neovim },
  { name: 'Emacs with eglot', program: 'emacs', packages: ['emacs-nox', 'elpa-eglot'], args: emacs },
];

for (const { name, program, packages, args } of editors) {
  const missing = installEditor(program, packages);
  if (missing !== undefined) console.warn(`${name} is not tested: ${missing}`);

  describe.skipIf(missing !== undefined)(name, () => {
    let seen: Seen;
    beforeAll(() => {
      seen = driveEditor(program, args);
    });

    test('shows what is wrong, with a file that it does not have open', () => {
      expect(seen.findings.join('\n')).toMatch(/clone-defbind-differs|DEFBIND/);
    });
    test('offers the values of an attribute', () => {
      expect(seen.completion).toContain('NOTFIXED');
    });
    test('sends an edit, and the finding goes', () => {
      expect(seen.afterEdit.join('\n')).not.toMatch(/clone-defbind-differs|DEFBIND/);
    });
    test('lays out the file', () => {
      expect(seen.formatted).toMatch(/^DEFINE CHANNEL\(SALES\.QM1\) CHLTYPE\(CLUSRCVR\)/);
      expect(seen.formatted).toContain('DEFBIND(NOTFIXED)');
    });
    test('renames a queue in every file', () => {
      expect(seen.renamed.here).toContain('QLOCAL(INVOICES)');
      expect(seen.renamed.elsewhere).toContain('QLOCAL(INVOICES)');
    });
  });
}
