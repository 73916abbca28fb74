import { expect, test } from 'vitest';
import { applyEdits } from '#core/text/apply-edits.ts';
import { open } from '../support/open.ts';

const clones = `
  *- QM1.mqsc qmgr=QM1
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEF$0BIND(OPEN)
  *- QM2.mqsc qmgr=QM2
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)
`;

const quickFixes = (marked: string) => {
  const opened = open(marked);
  const actions = opened.service.codeActions(opened.source, { start: opened.offset, end: opened.offset });
  return { ...opened, actions: actions.filter((action) => action.kind === 'quickfix') };
};

test('a finding offers its fixes, the first one preferred, and to play its harm forward', () => {
  const { actions } = quickFixes(clones);
  expect(actions.map((action) => action.title)).toEqual([
    'Make DEFBIND on QM1 equal to QM2 (NOTFIXED)',
    'Make DEFBIND(NOTFIXED) on both clones',
    'Make DEFBIND(OPEN) on both clones',
    expect.stringMatching(/^Play forward/),
    'Ignore clone-defbind-differs here, with a reason',
  ]);
  expect(actions.map((action) => action.isPreferred)).toEqual([true, false, false, false, false]);
});

test('a fix, once applied, ends the finding', () => {
  const { service, source, actions } = quickFixes(clones);
  const [fix] = actions;
  const edits = fix?.edits ?? [];
  expect(service.findings(source).map((f) => f.code)).toContain('clone-defbind-differs');
  service.open(source, applyEdits(service.text(source) ?? '', edits));
  expect(service.findings(source).map((f) => f.code)).not.toContain('clone-defbind-differs');
});

test('playing forward makes a plan that runs, under the name of the finding', () => {
  const { service, actions } = quickFixes(clones);
  const play = actions.find((action) => action.playForward)?.playForward;
  if (!play) throw new Error('the finding offers no play');
  const { plan } = service.planOfFinding(play);
  if (!plan) throw new Error('there is no plan');
  const { outcome } = service.simulate(plan, 'off');
  expect(outcome.totals.put).toBeGreaterThan(0);
  expect(outcome.warnings.map((warning) => warning.code)).toContain('clone-defbind-differs');
});

test('nothing is offered where nothing is found', () => {
  expect(quickFixes('DEFINE QLOCAL(A$0) DEFBIND(OPEN)\n').actions).toEqual([]);
});
