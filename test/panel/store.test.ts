import { beforeAll, describe, expect, it } from 'vitest';
import { amend } from '#core/sim/amend.ts';
import { cursorOf } from '#core/sim/picture.ts';
import { run } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';
import { devPlan } from '../../client/webview/dev-plan.ts';
import { faultsFor } from '../../client/webview/faults.ts';
import { planOf } from '../../client/webview/session.ts';
import { initialState, type PanelAction, type PanelState, reduce } from '../../client/webview/store.ts';

const plan = devPlan(4);
const fault = { do: 'fail-queue-manager', queueManager: 'QM2' } as const;

describe('the state of the panel', () => {
  let trace: Trace;
  let shown: PanelState;

  const played = (state: PanelState, ...actions: readonly PanelAction[]): PanelState => actions.reduce(reduce, state);

  beforeAll(() => {
    trace = run(plan, { detail: 'full' });
    shown = played(
      initialState,
      { type: 'show', plan, request: { of: 'estate' }, title: 'A run' },
      { type: 'run-ended', trace },
    );
  });

  it('starts at time zero with everything of that moment done', () => {
    expect(shown.atUs).toBe(0);
    expect(trace.events[shown.index]?.atUs).toBeGreaterThan(0);
    expect(trace.events[shown.index - 1]?.atUs).toBe(0);
  });

  it('steps within the run and no further', () => {
    const { length } = trace.events;
    expect(played(shown, { type: 'seek-index', index: 9_999 }).index).toBe(length);
    expect(played(shown, { type: 'seek-index', index: -1 }).index).toBe(0);
    expect(played(shown, { type: 'seek', atUs: -5 }).atUs).toBe(0);
    expect(played(shown, { type: 'seek-index', index: 20 }).atUs).toBe(trace.events[19]?.atUs);
  });

  it('stops playing at the end, and plays again from the start', () => {
    const end = played(shown, { type: 'play' }, { type: 'advance', atUs: 1e12 });
    expect(end.isPlaying).toBe(false);
    expect(end.index).toBe(trace.events.length);
    expect(played(end, { type: 'play' })).toMatchObject({ isPlaying: true, index: 0 });
  });

  it('keeps the moment, and the outcome before, when a failure is clicked in', () => {
    const there = played(shown, { type: 'seek', atUs: 350_000 });
    const clicked = played(there, { type: 'inject', action: fault, label: 'Fail QM2' });
    const amended = planOf(clicked);
    expect(amended?.events).toEqual([{ atUs: 350_000, action: fault }]);
    const done = played(clicked, { type: 'run-ended', trace: run(amended ?? plan, { detail: 'full' }) });
    expect(done.atUs).toBe(350_000);
    expect(done.before?.trace).toBe(trace);
    const kept = played(
      shown,
      { type: 'compare-with', run: { trace, because: 'kept' } },
      { type: 'inject', action: fault, label: 'Fail QM2' },
      { type: 'run-ended', trace: run(amended ?? plan, { detail: 'full' }) },
      { type: 'reseed', seed: 7 },
    );
    expect(kept.before).toEqual({ trace, because: 'kept', isKept: true });
    expect(played(kept, { type: 'compare-with', run: undefined }).before).toBeUndefined();
    const withdrawn = played(done, { type: 'withdraw', id: done.injected[0]?.id ?? 0 });
    expect(planOf(withdrawn)?.events).toEqual([]);
  });

  it('gives each injection a number of its own', () => {
    const inject: PanelAction = { type: 'inject', action: fault, label: '' };
    const two = played(shown, inject, inject);
    expect(new Set(two.injected.map((one) => one.id)).size).toBe(2);
    const third = played(two, { type: 'withdraw', id: two.injected[0]?.id ?? 0 }, inject);
    expect(new Set(third.injected.map((one) => one.id)).size).toBe(2);
  });

  it('runs with the seed of the person, not of the plan', () => {
    expect(planOf(played(shown, { type: 'reseed', seed: 99 }))?.seed).toBe(99);
  });

  it('offers a changed plan, and takes it only when asked to', () => {
    const changedPlan = { ...plan, untilUs: plan.untilUs + 1 };
    const offered = played(shown, { type: 'changed', plan: changedPlan });
    expect(offered.base).toBe(plan);
    const taken = played(offered, { type: 'take-changes' });
    expect(taken).toMatchObject({ base: changedPlan, pending: undefined, tab: 'outcome' });
    expect(played(offered, { type: 'dismiss', what: 'changes' }).pending).toBeUndefined();
  });

  it('takes a plan at once in which only the places moved', () => {
    const moved: typeof plan = {
      ...plan,
      queueManagers: plan.queueManagers.map((one) => ({
        ...one,
        queues: one.queues.map((queue) => ({ ...queue, definedAt: { source: 'other', span: { start: 1, end: 2 } } })),
      })),
    };
    const state = played(shown, { type: 'changed', plan: moved });
    expect(state).toMatchObject({ base: moved, pending: undefined });
  });

  it('drops a selection that the new run does not have', () => {
    const chosen = played(shown, { type: 'select', selection: { kind: 'message', message: 12 } });
    expect(played(chosen, { type: 'run-ended', trace }).selection).toBeDefined();
    const shorter = run(devPlanWith(3), { detail: 'full' });
    expect(played(chosen, { type: 'run-ended', trace: shorter }).selection).toBeUndefined();
  });

  it('offers repair for what failed and failure for what runs', () => {
    const target = { kind: 'queue-manager', queueManager: 'QM2' } as const;
    const failed = run(amend(plan, { events: [{ atUs: 10, action: fault }] }), { detail: 'full' });
    const [before, now] = [cursorOf(trace), cursorOf(failed)].map((cursor) => cursor.atTime(20));
    if (before === undefined || now === undefined) throw new Error('no picture');
    expect(faultsFor(before, target).map(({ action }) => action.do)).toEqual([
      'fail-queue-manager',
      'stop-queue-manager',
    ]);
    expect(faultsFor(now, target)).toEqual([
      { label: 'Start QM2', action: { do: 'start-queue-manager', queueManager: 'QM2' }, isRepair: true },
    ]);
  });

  it('offers to switch over what has a standby, while it runs', () => {
    const plans = [undefined, 'native-ha' as const].map((kind) => ({
      ...plan,
      takeovers: [{ queueManager: 'QM2', afterUs: 1_000_000, host: 'S2', kind }],
    }));
    for (const withStandby of plans) {
      const failed = amend(withStandby, { events: [{ atUs: 10, action: fault }] });
      const [before, now] = [withStandby, failed].map((one) => cursorOf(run(one, { detail: 'full' })).atTime(20));
      if (before === undefined || now === undefined) throw new Error('no picture');
      const offered = (picture: typeof now, queueManager: string) =>
        faultsFor(picture, { kind: 'queue-manager', queueManager }).map(({ label }) => label);
      expect(offered(before, 'QM2')).toEqual(['Fail QM2', 'End QM2', 'Switch QM2 over']);
      expect(offered(before, 'QM4')).toEqual(['Fail QM4', 'End QM4']);
      expect(offered(now, 'QM2')).toEqual(['Start QM2']);
    }
  });
});

const devPlanWith = (count: number): typeof plan => ({
  ...plan,
  applications: plan.applications.map((one) => (one.kind === 'producer' ? { ...one, count } : one)),
});
