import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { textOf } from '../support/shown.ts';
import { openVsCode, type VsCode } from './support/vscode.ts';
import { comesUp, type Theme, type Workbench } from './support/workbench.ts';

/** Each feature of the editor once, as a person meets it; what it answers in detail is tested on the core. */
let vscode: VsCode;
let window: Workbench;

const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: returns
data:
  returns.mqsc: |
    * @qmgr QM3
    * Returned goods.
    DEFINE QLOCAL(RETURNS) REPLACE CLUSTER(CL) +
           DEFPSIST(MAYBE) MAXDEPTH(50000)
`;
const script = `* @qmgr QM3
define qlocal(Archive) descr('Kept for ten years') maxdepth(100000) defpsist(yes) share
`;

const shell = `#!/bin/sh
strmqm QM3
runmqsc QM3 <<EOF
* Queues of the archive.
DEFINE QLOCAL(OLD.ORDERS) REPLACE DEFPSIST(MAYBE) +
       DESCR('Orders of $YEAR')
EOF
echo done
`;

beforeAll(async () => {
  vscode = await openVsCode();
  window = await vscode.openSample('figure-1', {
    'kubernetes/returns.yaml': configMap,
    'archive.mqsc': script,
    'setup.sh': shell,
  });
  await window.page.setViewportSize({ width: 1120, height: 760 });
  await window.run('View: Close Primary Side Bar');
  await window.openFile('QM4.mqsc');
  await window.squiggles('error').first().waitFor();
  await window.page.locator('.codelens-decoration', { hasText: '2 instances in' }).nth(1).waitFor();
});
afterAll(() => vscode?.close());
beforeEach(({ task, onTestFailed }) => onTestFailed(() => window.photographFailure(task.name)));

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await window.page.keyboard.press(key);
};
/** Text at the caret as if pasted: no list of suggestions comes up in between. */
const paste = (text: string) => window.page.keyboard.insertText(text);
const quickInput = (): Locator => window.page.locator('.quick-input-widget');
const quickRows = (): Locator => window.page.locator('.quick-input-list .monaco-list-row');
const suggestion = (label: string): Locator => window.suggestions().filter({ hasText: label }).first();
const editor = (): Locator => window.page.locator('.editor-group-container.active .editor-container').first();

test('a hover tells what an attribute is, what its value is here and where that comes from', async () => {
  const hover = await window.hoverOver('DEFBIND(OPEN)', 'DEFPSIST', 'Effective on Q3');
  await window.screenshot('hover-attribute', hover, window.text('DEFBIND(OPEN)'));
});

test('a hover on a cluster queue shows all of its instances side by side', async () => {
  const hover = await window.hoverOver('QLOCAL(Q3)', 'Q3', '2 instances in cluster CL');
  const table = hover.locator('table').first();
  await table.waitFor();
  await textOf(table).toMatch(/QM2[\s\S]*QM4[\s\S]*DEFBIND\s+NOTFIXED\s+OPEN/);
  await window.screenshot('hover-instances', hover, window.text('QLOCAL(Q3)'));
});

test('the outline lists the objects, and commands fold', async () => {
  await window.run('Explorer: Focus on Outline View');
  // The outline needs the room of the files; a click on their header that is folded already would open it again.
  await window.fold('figure-1');
  const outline = window.page.locator('.outline-tree .monaco-list-row');
  await outline.filter({ hasText: 'PRICES' }).first().waitFor();
  await window.goTo("DESCR('Orders");
  await window.run('Fold All');
  const folded = window.page.locator('.monaco-editor .view-line').filter({ hasText: "DESCR('Orders')" });
  await expect.poll(() => folded.count()).toBe(0);
  await window.screenshot('outline');
  await window.run('Unfold All');
  await window.run('View: Close Primary Side Bar');
});

test('the menu of refactorings writes a command in another way', async () => {
  await window.goTo('PRICES) REPLACE');
  const menu = await window.openLightBulb(/^Join the lines/, 'Control+Shift+R');
  await menu.getByText('Rewrite').waitFor();
  await window.screenshot('refactorings', menu, window.text('QLOCAL(PRICES)'));
  await menu.getByText(/^Join the lines/).click();
  await window.line("DEFPSIST(YES) DESCR('Price updates')").waitFor();
  await press('Control+Z');
  await window.line('DEFPSIST(YES) +').waitFor();
});

test('the references to a queue, in MQSC, mqsc.yaml and scenarios', async () => {
  await window.goTo('(Q3');
  await press('ArrowRight', 'Shift+F12');
  for (const file of ['QM2.mqsc', 'mqsc.yaml', 'steady.mqsim.yaml'])
    await window.page.locator('.peekview-widget .reference-zone-widget, .peekview-widget', { hasText: file }).waitFor();
  await press('Escape');
});

test('the selection grows from a value to its attribute', async () => {
  await window.goTo('NOTFIXED) DEFPSIST');
  await window.run('Expand Selection');
  await window.run('Expand Selection');
  const selected = `(${'DEFBIND(NOTFIXED)'.length} selected)`;
  await window.page.locator('.statusbar-item', { hasText: selected }).waitFor();
});

test('a symbol of the workspace is found by a few letters', async () => {
  await press('Control+T');
  await quickInput().locator('input[type=text]').first().fill('#pric');
  await quickRows().filter({ hasText: 'QLOCAL on QM2' }).waitFor();
  await quickRows().filter({ hasText: 'QLOCAL on QM4' }).waitFor();
  await press('Escape');
});

test('completion offers attributes with their meaning, then the values', async () => {
  await window.openFile('QM3.mqsc');
  await window.goTo('* QM3');
  await press('Control+End');
  await paste('\n* Returned goods.\nDEFINE QLOCAL(RETURNS) CLUSTER(CL) ');
  await window.type('DEF');
  await suggestion('DEFBIND').waitFor();
  const details = window.page.locator('.suggest-details-container:visible');
  // The key shows the box or hides it, and the box may be on its way.
  for (let tries = 0; tries < 4 && !(await comesUp(details)); tries++) await press('Control+Space');
  // The first is what people write most, DEFPSIST.
  await press('ArrowDown');
  await details.getByText('bind-as-queue-definition').waitFor();
  await window.screenshot(
    'completion',
    window.text('QLOCAL(RETURNS)'),
    details,
    window.page.locator('.suggest-widget'),
  );
  await press('Enter');
  await suggestion('NOTFIXED').filter({ hasText: 'choose an instance for every put' }).waitFor();
  await window.screenshot('completion-values', window.text('QLOCAL(RETURNS)'), window.page.locator('.suggest-widget'));
  await suggestion('NOTFIXED').click();
  await window.line('CLUSTER(CL) DEFBIND(NOTFIXED)').waitFor();
});

test('Enter inside a command goes on in the next line', async () => {
  const rest = ' CLUSTER(CL)';
  await press('Control+End');
  await paste(`\nDEFINE QLOCAL(REFUNDS)${rest}`);
  await press(...Array.from(rest, () => 'ArrowLeft'), 'Enter');
  await window.line('QLOCAL(REFUNDS) +').waitFor();
});

test('a document is formatted', async () => {
  await window.openFile('archive.mqsc');
  // An editor that has just opened may not know yet who formats it.
  const isFormatted = async () => {
    await window.run('Format Document');
    return comesUp(window.line('DEFINE QLOCAL(Archive) +'));
  };
  await expect.poll(isFormatted).toBe(true);
  await window.line("DESCR('Kept for ten years') +").waitFor();
});

test('MQSC in a ConfigMap has colours, findings and completion', async () => {
  await window.openFile('returns.yaml');
  await window.squiggles('error').first().waitFor();
  await expect.poll(async () => new Set(await coloursOf('kind', 'DEFINE', 'QLOCAL', 'CLUSTER')).size).toBe(4);
  await window.goTo('MAYBE');
  await window.suggest('YES');
  await window.screenshot(
    'mqsc-in-yaml',
    window.text('apiVersion'),
    window.text('DEFPSIST'),
    window.page.locator('.suggest-widget'),
    window.page.locator('.suggest-details-container:visible'),
  );
  await press('Escape');
});

test('completion in mqsc.yaml', async () => {
  await window.openFile('mqsc.yaml');
  await window.goTo('version');
  await press('Control+End');
  await window.type('ord');
  await suggestion('ordering').click();
  await paste('{ queue: Q3, needs: ');
  await (await window.suggest('group')).click();
  await paste(' }');
  await window.line('{ queue: Q3, needs: group }').waitFor();
});

test('completion in a scenario', async () => {
  await window.openFile('steady.mqsim.yaml');
  await window.goTo('version');
  await press('Control+End');
  await paste('events:');
  await press('Enter');
  await paste('- { at: 5s, do: ');
  await window.suggest('fail-queue-manager');
  await window.screenshot(
    'completion-scenario',
    window.text('applications:'),
    window.page.locator('.suggest-widget'),
    window.text('- { name: orders-at-QM2'),
    window.text('at: 5s'),
  );
  await suggestion('fail-queue-manager').click();
  await paste(', queueManager: QM2 }');
  await window.line('do: fail-queue-manager, queueManager: QM2 }').waitFor();
});

test('a rename is looked at before it is done, in every file', async () => {
  await window.openFile('QM4.mqsc');
  await window.goTo('(Q3');
  await press('ArrowRight', 'F2');
  const box = window.page.locator('.rename-box input');
  await box.fill('ORDERS.IN');
  await box.press('Control+Enter');
  const apply = window.page.getByRole('button', { name: 'Apply' });
  await apply.waitFor();
  await window.screenshot('rename-preview', editor(), window.page.locator('.part.panel'));
  await apply.click();
  await window.line('QLOCAL(ORDERS.IN)').waitFor();
  await window.openFile('mqsc.yaml');
  await window.line('queueManager: QM2, queue: ORDERS.IN').waitFor();
});

/** High contrast has one colour for attributes and values: the theme's own choice. */
test.each<readonly [Theme, number]>([
  ['Dark Modern', 4],
  ['Dark High Contrast', 3],
  ['Light Modern', 4],
])('verbs, objects, attributes and values have colours of their own in %s', async (theme, count) => {
  await window.setTheme(theme);
  await window.openFile('QM2.mqsc');
  const colours = async () => {
    await window.setTheme(theme);
    return new Set(await coloursOf('DEFINE', 'QLOCAL', 'DEFPSIST', 'YES')).size;
  };
  await expect.poll(colours).toBe(count);
});

test('a sample cluster is copied into the workspace and shown', async () => {
  await window.run('MQSC: Open Sample Cluster');
  await window.pick('Cloned application servers');
  await window.pick('Into this workspace');
  await window.page.locator('.breadcrumbs-control', { hasText: 'cloned-servers' }).waitFor();
  await window.page.locator('.tab.active', { hasText: 'QM1.mqsc' }).waitFor();
});

/** The colour of each word where it stands first on the screen as a piece of its own. */
const coloursOf = (...words: readonly string[]): Promise<readonly string[]> =>
  window.page.locator('.monaco-editor .view-line span span').evaluateAll(
    (spans, wanted) =>
      wanted.map((word) => {
        const span = spans.find((one) => one.textContent?.trim() === word);
        return span === undefined ? `${word} is nowhere` : getComputedStyle(span).color;
      }),
    words,
  );

test('MQSC in a here-document of a shell script: colours, findings, hover, completion', async () => {
  await window.openFile('setup.sh');
  await window.squiggles('error').first().waitFor();
  const hover = await window.hoverOver('OLD.ORDERS', 'OLD.ORDERS', 'Queue manager QM3');
  await textOf(hover).toContain('runmqsc QM3');
  await press('Escape');
  const colourOf = (line: string, word: string) =>
    window
      .line(line)
      .getByText(word, { exact: true })
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  await expect.poll(() => colourOf('OLD.ORDERS', 'DEFINE')).not.toBe(await colourOf('strmqm', 'strmqm QM3'));
  await window.screenshot(
    'mqsc-in-shell',
    window.text('#!/bin/sh'),
    window.text('OLD.ORDERS'),
    window.text('echo done'),
  );
  await window.goTo('DESCR(');
  await paste('clw');
  await window.suggest('CLWLRANK');
  await press('Escape');
});
