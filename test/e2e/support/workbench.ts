import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { VsCodeServer } from '../../../scripts/vscode-server.ts';

/** VS Code's window: what a person would do with mouse and keyboard, and what they would see. */
export interface Workbench {
  readonly page: Page;
  openFile(name: string): Promise<void>;
  /** Runs a command by its title, from the palette. */
  run(title: string): Promise<void>;
  /** Chooses one of the choices of a quick pick, which must be open. */
  pick(choice: string | RegExp): Promise<void>;
  /** From now on; a window that went back to its theme before is told again, here and for a picture. */
  setTheme(theme: Theme): Promise<void>;
  /** Writes settings of the user until the window has taken them. */
  configureUntil(settings: Readonly<Record<string, unknown>>, isTaken: () => Promise<boolean>): Promise<void>;
  /** Puts the caret in front of the first occurrence of `text` in the open file. */
  goTo(text: string): Promise<void>;
  /** Types over the selection, or at the caret. */
  type(text: string): Promise<void>;
  /** The lines of the open file that are on the screen. */
  line(text: string): Locator;
  /** The same, no wider than its text. */
  text(of: string): Locator;
  /** Folds a part of the side bar, unless it is folded already. */
  fold(part: string): Promise<void>;
  squiggles(severity: 'error' | 'warning' | 'info'): Locator;
  showProblems(): Promise<Locator>;
  /** The light bulb's menu at the caret, or that of `key`, once it has this offer: what it offers follows the findings. */
  openLightBulb(offer: string | RegExp, key?: string): Promise<Locator>;
  suggestions(): Locator;
  /** Asks for suggestions at the caret until this one is among them. */
  suggest(label: string): Promise<Locator>;
  /** The hover over a word of a line, once it says `text`; lines may still move while lenses come in. */
  hoverOver(line: string, word: string, text: string): Promise<Locator>;
  /** Inside of the simulation panel. */
  panel(): FrameLocator;
  /** Into docs/images when `UPDATE_SCREENSHOTS` is set, into test-results otherwise; only what is around these parts, when there are some. */
  screenshot(name: string, ...parts: readonly Locator[]): Promise<void>;
  /** What the window looked like when a test failed, into test-results. */
  photographFailure(test: string): Promise<void>;
}

export type Theme = 'Light Modern' | 'Dark Modern' | 'Dark High Contrast';

const themeClasses: Readonly<Record<Theme, string>> = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Dark High Contrast': 'hc-black',
};

const root = path.resolve(import.meta.dirname, '../../..');

export function workbench(page: Page, configure: VsCodeServer['configure']): Workbench {
  const quickInput = page.locator('.quick-input-widget input[type=text]').first();
  const quickRows = page.locator('.quick-input-list .monaco-list-row');
  const { keyboard } = page;
  /** Presses a key that opens something; again when a panel that just came up had the key for itself, or closed it. */
  const openBy = async (key: string, opened: Locator, beforeEach: () => Promise<unknown>) => {
    for (let attempt = 1; attempt < 5; attempt++) {
      await beforeEach();
      await keyboard.press(key);
      if (await comesUp(opened)) return;
    }
    throw new Error(`${key} opens nothing`);
  };
  const leaveFocus = () =>
    page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  /** The file, not the panel, which is in the second group of editors and has keys of its own. */
  const focusFirstGroup = async () => {
    if ((await page.locator('.tab').count()) === 0) return;
    await openBy(
      'Control+1',
      page.locator('.editor-group-container.active .monaco-editor.focused').first(),
      leaveFocus,
    );
  };
  /** Off whatever is below a menu that has closed, which would tell what it is. */
  const leaveMouse = () => page.mouse.move(0, 0);
  const openQuickInput = (key: string) => openBy(key, quickInput, leaveFocus);
  const run = async (title: string) => {
    await openQuickInput('F1');
    await quickInput.fill(`>${title}`);
    await quickRows.filter({ hasText: title }).first().click();
    await leaveMouse();
  };
  let wanted: Theme | undefined;
  const dressIn = async (theme: Theme) => {
    const shown = page.locator(`.monaco-workbench.${themeClasses[theme]}`);
    if (theme === wanted && (await shown.isVisible())) return;
    wanted = theme;
    // A window that has just opened does not watch its settings yet, or goes back to those it read before: write them
    // until it sees them and keeps to them.
    for (let attempt = 1; attempt <= 10; attempt++) {
      await configure({ 'workbench.colorTheme': `Default ${theme}`.replace('Dark High', 'High') });
      await shown.waitFor({ timeout: 3000 }).catch(() => undefined);
      await page.waitForTimeout(1500);
      if (await shown.isVisible()) return;
    }
    throw new Error(`the window does not take the theme ${theme}`);
  };
  const lineOf = (text: string) => page.locator('.monaco-editor .view-line', { hasText: text }).first();
  const suggestions = () => page.locator('.suggest-widget.visible .monaco-list-row');
  return {
    page,
    run,
    async openFile(name) {
      await focusFirstGroup();
      await openQuickInput('Control+P');
      await quickInput.fill(name);
      await quickRows.filter({ hasText: name }).first().click();
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await leaveMouse();
    },
    async pick(choice) {
      await quickRows.filter({ hasText: choice }).first().click();
      await leaveMouse();
    },
    setTheme: dressIn,
    async configureUntil(settings, isTaken) {
      const isTakenNow = async () => {
        await configure(settings);
        return isTaken();
      };
      await expect.poll(isTakenNow, { timeout: 30_000, interval: 1000 }).toBe(true);
    },
    async goTo(text) {
      await focusFirstGroup();
      await page.locator('.monaco-editor.focused').first().waitFor();
      await keyboard.press('Control+F');
      const find = page.locator('.find-widget textarea').first();
      await find.fill(text);
      await find.press('Enter');
      const selected = page.locator('.statusbar-item', { hasText: `(${text.length} selected)` });
      await selected.waitFor();
      // The widget opens by and by, and shows itself again when it was closed too early.
      const widget = page.locator('.find-widget.visible').first();
      const close = async () => {
        if (await widget.isVisible()) await find.press('Escape');
        return widget.isVisible();
      };
      await expect.poll(close, { timeout: 10_000 }).toBe(false);
      await page.locator('.monaco-editor.focused').first().waitFor();
      await keyboard.press('ArrowLeft');
      await selected.waitFor({ state: 'hidden' });
    },
    type: (text) => keyboard.type(text),
    line: lineOf,
    text: (of) => page.locator('.monaco-editor .view-line', { hasText: of }).locator(':scope > span').first(),
    async fold(part) {
      const header = page.locator('.sidebar .pane-header', { hasText: part });
      const isUnfolded = async () => (await header.getAttribute('aria-expanded')) === 'true';
      if (await isUnfolded()) await header.click();
      await expect.poll(isUnfolded).toBe(false);
    },
    squiggles: (severity) => page.locator(`.monaco-editor .squiggly-${severity}`),
    async showProblems() {
      // The key closes the view when it has the focus.
      const view = page.locator('.markers-panel');
      if (!(await view.isVisible())) await openBy('Control+Shift+M', view, leaveFocus);
      const rows = page.locator('.markers-panel .monaco-list-row');
      await rows.first().waitFor();
      return rows;
    },
    async openLightBulb(offer, key = 'Control+.') {
      const menu = page.locator('.action-widget:not(.action-list-submenu-panel):visible').first();
      const close = async () => {
        if (await menu.isVisible()) await keyboard.press('Escape');
        await focusFirstGroup();
      };
      await openBy(key, menu.getByText(offer).first(), close);
      return menu;
    },
    suggestions,
    async suggest(label) {
      const suggestion = suggestions().filter({ hasText: label }).first();
      const close = async () => {
        if (await suggestions().first().isVisible()) await keyboard.press('Escape');
      };
      await openBy('Control+Space', suggestion, close);
      return suggestion;
    },
    async hoverOver(line, word, text) {
      const hover = page.locator('.monaco-hover:visible .monaco-hover-content', { hasText: text }).first();
      const isShown = async () => {
        await leaveMouse();
        await lineOf(line).getByText(word, { exact: true }).first().hover();
        return comesUp(hover);
      };
      await expect.poll(isShown).toBe(true);
      return hover;
    },
    panel: () => panelIn(page),
    async screenshot(name, ...parts) {
      if (wanted !== undefined) await dressIn(wanted);
      const folder = process.env.UPDATE_SCREENSHOTS ? 'docs/images' : 'test-results';
      const clip = await around(page, parts);
      await page.screenshot({ path: path.join(root, folder, `${name}.png`), ...(clip !== undefined && { clip }) });
    },
    async photographFailure(test) {
      await page.screenshot({ path: path.join(root, 'test-results', `failed ${test}.png`) });
    },
  };
}

/** Inside of the simulation panel that a window shows. */
export const panelIn = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview.ready:visible').last().frameLocator('iframe#active-frame');

/** Whether it is there before long; if not, it has to be asked for again. */
export const comesUp = (part: Locator): Promise<boolean> =>
  part.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest area of the window with all of `parts` in it that are there, and a margin. */
async function around(page: Page, parts: readonly Locator[]): Promise<Area | undefined> {
  const boxes = await Promise.all(parts.map(async (part) => ((await part.count()) > 0 ? part.boundingBox() : null)));
  const seen = boxes.filter((box) => box !== null);
  const window = page.viewportSize();
  if (seen.length === 0 || window === null) return undefined;
  const margin = 8;
  const x = Math.max(0, Math.min(...seen.map((box) => box.x)) - margin);
  const y = Math.max(0, Math.min(...seen.map((box) => box.y)) - margin);
  const right = Math.min(window.width, Math.max(...seen.map((box) => box.x + box.width)) + margin);
  const bottom = Math.min(window.height, Math.max(...seen.map((box) => box.y + box.height)) + margin);
  return { x, y, width: right - x, height: bottom - y };
}
