import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queuesOf } from '../../client/webview/views/explain/queue-instances.ts';
import { planOf } from '../support/scenario.ts';
import { countOf, textOf } from '../support/shown.ts';
import { type Panel, type PanelBrowser, startPanelBrowser } from './support/panel-page.ts';

let browser: PanelBrowser;
beforeAll(async () => {
  browser = await startPanelBrowser();
});
afterAll(async () => browser.close());

const uniform = planOf(`version: 1
name: Instances that move
until: 1min
definitions:
  QMGR1: DEFINE QLOCAL(WORK) CLUSTER(UNI) DEFBIND(NOTFIXED)
  QMGR2: DEFINE QLOCAL(WORK) CLUSTER(UNI) DEFBIND(NOTFIXED)
clusters: { UNI: { members: [QMGR1, QMGR2], fullRepositories: [QMGR1, QMGR2] } }
uniformClusters: { UNI: {} }
hosts: { S1: [QMGR1], S2: [QMGR2], S3: [] }
takeover: { QMGR2: { after: 5s, host: S3 } }
applications:
  - { name: feed, kind: producer, queueManager: QMGR1, queue: WORK, count: 20 }
  - { name: APP, kind: consumer, queueManager: QMGR1, queue: WORK, instances: 6, reconnect: any }
events:
  - { at: 30s, do: fail-queue-manager, queueManager: QMGR2 }
`);

const shared = planOf(`version: 1
name: A shared queue
until: 20s
definitions:
  LONDON: DEFINE QLOCAL(REPLIES)
  P1: DEFINE QLOCAL(ORDERS) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES) QSGDISP(SHARED) CFSTRUCT(APP1)
clusters: { CL: { members: [LONDON, P1, P2], fullRepositories: [LONDON, P1] } }
queueSharingGroups: { QSG1: { members: [P1, P2] } }
applications:
  - { name: sender, kind: producer, queueManager: LONDON, queue: ORDERS, count: 8 }
  - { name: reader, kind: consumer, queueManager: P2, queue: ORDERS, startAt: 15s }
events:
  - { at: 10s, do: fail-structure, queueSharingGroup: QSG1, structure: APP1 }
`);

const card = async ({ page }: Panel, name: string): Promise<string> =>
  (await page.locator(`[data-queue-manager="${name}"]`).innerText()).replace(/\s+/g, ' ');

describe('programs that are connected here and there', () => {
  it('shows how many instances each queue manager has, and where it was taken over', async () => {
    const panel = await browser.open();
    await panel.show(uniform);
    await panel.page.getByTestId('timeline').focus();
    await panel.page.keyboard.press('End');
    await expect.poll(() => card(panel, 'QMGR2')).toContain('on S3');
    await expect.poll(() => card(panel, 'QMGR1')).toContain('APP ×3');
    await expect.poll(() => card(panel, 'QMGR2')).toContain('APP ×3');
    await panel.page
      .getByRole('button', { name: /Consumer APP/ })
      .first()
      .click();
    await textOf(panel.page.locator('.side')).toContain('6 of 6 running');
    expect(panel.faults).toEqual([]);
    await panel.close();
  });
});

describe('a queue-sharing group', () => {
  it('is a card with its shared queues, and says what has failed', async () => {
    const panel = await browser.open();
    await panel.show(shared);
    await panel.page.getByTestId('timeline').focus();
    await panel.page.keyboard.press('End');
    await expect.poll(() => card(panel, 'QSG1')).toContain('structure failed');
    await expect.poll(() => card(panel, 'QSG1')).toContain('ORDERS 8');
    await expect.poll(() => card(panel, 'QSG1')).toContain('shared by P1, P2');
    await expect.poll(() => card(panel, 'P1')).not.toContain('ORDERS');
    await panel.page.locator('[data-queue-manager="QSG1"] .card-head').click();
    await textOf(panel.page.locator('.side h3')).toBe('Queue-sharing group QSG1 structure failed');
    await panel.page.getByRole('button', { name: 'Queue-sharing group QSG1, structure failed', exact: true }).waitFor();
    await panel.page.getByRole('button', { name: 'Queue-sharing group QSG1, structure failed', exact: true }).waitFor();
    // The members' channels stand out with it.
    await countOf(panel.page.locator('.channel.faint')).toBe(0);
    expect(panel.faults).toEqual([]);
    await panel.close();
  });

  it('stays selected while its structure is let fail, and shows how its queue is defined', async () => {
    const panel = await browser.open();
    await panel.show({ ...shared, events: [] });
    const side = panel.page.locator('.side');
    await panel.page.locator('[data-queue-manager="QSG1"] .card-head').click();
    await panel.page.getByRole('button', { name: 'Fail structure APP1 now' }).click();
    await textOf(side.locator('h3')).toBe('Queue-sharing group QSG1 structure failed');
    await side.getByRole('button', { name: 'ORDERS', exact: true }).click();
    await textOf(side).toMatch(/CFSTRUCT\s+APP1/);
    // One queue of the group, not one of each member.
    await countOf(side.getByRole('heading', { name: 'Instances' })).toBe(0);
    expect(queuesOf(shared, 'QSG1').map(({ name }) => name)).toEqual(['ORDERS']);
    await panel.close();
  });
});
