import { afterEach, expect, test } from 'vitest';
import type { Requests } from '#protocol/messages.ts';
import { type Editor, startEditor, startReadEditor } from './editor.ts';

type Children = Requests['mqsc/estateChildren']['result'];
type First = Requests['mqsc/firstEstateFile']['result'];

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

async function start(files: Readonly<Record<string, string>>): Promise<Editor> {
  editor = await startReadEditor(files);
  return editor;
}

const folderOf = (one: Editor) => one.uri('x').replace(/\/x$/, '');

test('the tree is asked for node by node, with places as the editor counts', async () => {
  const one = await start({ 'QM1.mqsc': '\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES)\n' });
  const children = async (id: string | null) => (await one.request<Children>('mqsc/estateChildren', { id })).nodes;
  const [cluster] = await children(null);
  const [clones] = await children(cluster?.id ?? '');
  const [orders] = await children(clones?.id ?? '');
  const [instance] = await children(orders?.id ?? '');
  expect([cluster, clones, orders, instance].map((node) => node?.label)).toEqual([
    'SALES',
    'Cluster queues and topics',
    'ORDERS',
    'QM1',
  ]);
  expect(instance?.at).toEqual({
    uri: one.uri('QM1.mqsc'),
    range: { start: { line: 1, character: 14 }, end: { line: 1, character: 20 } },
  });
});

test('a change of the settings of rules is told, so that the tree can follow', async () => {
  const told: unknown[] = [];
  const files = {
    'QM1.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)\n',
    'QM2.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\n',
  };
  editor = await startEditor(files, {
    prepare: (connection) => connection.onNotification('mqsc/estateChanged', ({ what }) => void told.push(what)),
  });
  const one = editor;
  await one.diagnostics('QM1.mqsc', (codes) => codes.includes('clone-defbind-differs'));
  const findings = async () => {
    let id: string | null = null;
    let worst: unknown;
    for (let level = 0; level < 3; level++) {
      const [node]: Children['nodes'] = (await one.request<Children>('mqsc/estateChildren', { id })).nodes;
      id = node?.id ?? '';
      worst = node?.findings.worst;
    }
    return worst;
  };
  expect(await findings()).toBe('error');
  const configure = (rules: Readonly<Record<string, string>>) =>
    one.connection.sendNotification('workspace/didChangeConfiguration', { settings: { mqsc: { rules } } });
  const off = { 'clone-defbind-differs': 'off', 'queue-in-unjoined-cluster': 'off' };
  await configure(off);
  await one.diagnostics('QM1.mqsc', (codes) => !codes.includes('clone-defbind-differs'));
  expect(await findings()).not.toBe('error');
  expect(told).toEqual(['definitions', 'rules']);
  // The same once more is nothing new.
  await configure(off);
  await configure({});
  await one.diagnostics('QM1.mqsc', (codes) => codes.includes('clone-defbind-differs'));
  expect(await findings()).toBe('error');
  expect(told).toEqual(['definitions', 'rules', 'rules']);
});

test('a first estate file says what is inferred', async () => {
  const one = await start({
    'QM1.mqsc': 'DEFINE QLOCAL(A)\n',
    'prod/QM2.mqsc': 'DEFINE QLOCAL(B)\n',
    'both.mqsc': '* @qmgr QM1\nDEFINE QLOCAL(C)\n* @qmgr QM2\nDEFINE QLOCAL(D)\n',
    'setup.mqsc': 'DEFINE QLOCAL(E)\n',
  });
  const answer = await one.request<First>('mqsc/firstEstateFile', { folder: folderOf(one) });
  expect(answer).toMatchObject({ estateFile: one.uri('mqsc.yaml'), isThere: false });
  expect(answer.text).toMatch(
    /version: 1\nqueueManagers:\n {2}QM1: \{ files: \[QM1.mqsc\] \}\n {2}QM2: \{ files: \[prod\/QM2.mqsc\] \}\n$/,
  );
});

test('not where there is one, and not where nothing is inferred', async () => {
  const one = await start({ 'mqsc.yaml': 'version: 1\n', 'QM1.mqsc': 'DEFINE QLOCAL(A)\n' });
  expect(await one.request<First>('mqsc/firstEstateFile', { folder: folderOf(one) })).toEqual({
    estateFile: one.uri('mqsc.yaml'),
    isThere: true,
    text: null,
  });
  await one.quit();
  const other = await start({ 'setup.mqsc': 'DEFINE QLOCAL(A)\n' });
  expect(await other.request<First>('mqsc/firstEstateFile', { folder: folderOf(other) })).toMatchObject({
    isThere: false,
    text: null,
  });
});
