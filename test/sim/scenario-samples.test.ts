import { describe, expect, test } from 'vitest';
import { buildEstate } from '#core/model/build-estate.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { planOfEstate } from '#core/scenario/plan-of-estate.ts';
import { planOfFinding } from '#core/scenario/plan-of-finding.ts';
import { planOfRoute } from '#core/scenario/plan-of-route.ts';
import { printScenario } from '#core/scenario/print-scenario.ts';
import { readScenario } from '#core/scenario/read-scenario.ts';
import { run } from '#core/sim/run.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { sampleEstate, sampleNames, sampleScenarios } from '../support/sample.ts';
import { planOf, withoutPlaces } from '../support/scenario.ts';

/** The faults that are planted for a newcomer to find; there are no others. */
const planted: Readonly<Record<string, readonly string[]>> = {
  'cloned-servers': [],
  'uniform-cluster': [],
  'figure-1': ['QM2.mqsc clone-defbind-differs', 'QM2.mqsc ordered-queue-has-clones', 'QM4.mqsc clone-defbind-differs'],
};

describe.each(sampleNames)('%s', (name) => {
  const estate = sampleEstate(name);

  test('has the planted findings and no others', () => {
    const findings = [...runRules(estate).values()].flat();
    expect(findings.map((each) => `${each.at.source} ${each.code}`)).toEqual(planted[name]);
  });

  test.each([...sampleScenarios(name)])('%s says what happens', (file, text) => {
    const { plan, problems } = readScenario(file, text, { estate });
    expect(problems).toEqual([]);
    if (!plan) throw new Error('no plan');
    const { outcome } = run(plan, { detail: 'off' });
    expect(outcome.expectations.length).toBeGreaterThan(0);
    expect(outcome.expectations.filter((each) => !each.passed)).toEqual([]);
  });
});

describe('the open estate as a scenario', () => {
  test('puts to each clustered queue from where it has no instance, and reads as declared', () => {
    const { plan } = planOfEstate(sampleEstate('figure-1'));
    expect(plan?.name).toBe('Cluster CL');
    expect(plan?.applications.map((each) => `${each.name} ${each.kind} ${each.queue} at ${each.queueManager}`)).toEqual(
      [
        'Q3-sender producer Q3 at QM1',
        'orders-at-QM2 consumer Q3 at QM2',
        'orders-at-QM4 consumer Q3 at QM4',
        'PRICES-sender producer PRICES at QM1',
        'prices-at-QM2 consumer PRICES at QM2',
        'prices-at-QM4 consumer PRICES at QM4',
      ],
    );
    expect(plan?.hosts).toContainEqual({
      name: 'host2',
      queueManagers: ['QM2'],
      applications: ['orders-at-QM2', 'prices-at-QM2'],
    });
    expect(plan && run(plan, { detail: 'off' }).outcome.totals.consumed).toBe(40);
  });

  test('can be one queue of it', () => {
    const { plan } = planOfEstate(sampleEstate('figure-1'), { queue: 'PRICES' });
    expect(plan?.name).toBe('Cluster CL, queue PRICES');
    expect(plan?.applications).toHaveLength(3);
  });

  test.each(sampleNames)('can be saved: %s', (name) => {
    const { plan } = planOfEstate(sampleEstate(name));
    if (!plan) throw new Error('no plan');
    expect(withoutPlaces(planOf(printScenario(plan)))).toEqual(withoutPlaces(plan));
  });

  test('of a finding can be saved too, and leaves out what it is not about', () => {
    const estate = sampleEstate('figure-1');
    const subject = { cluster: 'CL', queue: 'PRICES', attribute: undefined, queueManagers: ['QM2', 'QM4'] };
    const { plan } = planOfFinding({ code: 'ordered-queue-has-clones', subject, estate });
    if (!plan) throw new Error('no plan');
    expect(withoutPlaces(planOf(printScenario(plan)))).toEqual(withoutPlaces(plan));
    expect(plan.hosts).toContainEqual({ name: 'host2', queueManagers: ['QM2'], applications: ['prices-at-QM2'] });
  });

  test.each([
    ['clone-defbind-differs', 'Q3', 'DEFBIND', ''],
    ['ordered-queue-has-clones', 'PRICES', undefined, 'order ordered-queue-has-clones'],
  ])('of the finding %s shows its harm in the first seconds', (code, queue, attribute, violation) => {
    const subject = { cluster: 'CL', queue, attribute, queueManagers: ['QM2', 'QM4'] };
    const { plan } = planOfFinding({ code, subject, estate: sampleEstate('figure-1') });
    if (!plan) throw new Error('no plan');
    const { expectations, violations } = run({ ...plan, untilUs: 4_000_000 }, { detail: 'off' }).outcome;
    expect(expectations.some((each) => !each.passed)).toBe(true);
    expect([...new Set(violations.map(({ kind, rule }) => `${kind} ${rule}`))].join()).toBe(violation);
  });

  test('puts nothing to the alias of a queue manager', () => {
    const mqsc = `DEFINE CHANNEL(CL.QM1) CHLTYPE(CLUSRCVR) CLUSTER(CL) CONNAME('qm1')
DEFINE QREMOTE(GATE) RQMNAME(' ') CLUSTER(CL)
DEFINE QLOCAL(Q) CLUSTER(CL)
`;
    const { estate } = buildEstate({ documents: [readDocument('QM1.mqsc', mqsc)] });
    expect(planOfEstate(estate).plan?.applications.map((each) => each.queue)).toEqual(['Q', 'Q']);
  });

  test('says why there is none', () => {
    const estate = sampleEstate('figure-1');
    expect(planOfEstate(estate, { queue: 'Q9' }).reason).toBe('No queue Q9 is in any cluster.');
    expect(planOfEstate(estate, { cluster: 'XX' }).reason).toContain('No queue is in cluster XX');
  });

  test('answers one question about a route', () => {
    const { plan } = planOfRoute(sampleEstate('figure-1'), { from: 'qm2', queue: 'Q3', bind: 'not-fixed' });
    const decision = plan && run(plan, { detail: 'full' }).decisions[0];
    expect(decision?.candidates[decision.chosen ?? -1]?.queueManager).toBe('QM2');
    expect(planOfRoute(sampleEstate('figure-1'), { from: 'QM9', queue: 'Q3' }).reason).toContain('QM9');
  });
});
