import type { Plan, PlanAction } from '#core/scenario/plan.ts';
import type { Location } from '#core/text/span.ts';

/** A part of a plan that can fail. */
export type Element =
  | { readonly kind: 'queue-manager'; readonly queueManager: string }
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  /** One direction: the sending end is where it is stopped. */
  | { readonly kind: 'channel'; readonly from: string; readonly to: string; readonly channel: string }
  | { readonly kind: 'application'; readonly application: string }
  /** A shared queue stands under the name of its group. */
  | { readonly kind: 'queue'; readonly queueManager: string; readonly queue: string }
  | { readonly kind: 'structure'; readonly queueSharingGroup: string; readonly structure: string };

/** One way in which an element fails, and what repairs it. */
export interface Failure {
  /** For people, and part of every case's id: `QM2 crashes`. The same for the same plan. */
  readonly title: string;
  readonly element: Element;
  readonly begin: PlanAction;
  readonly end: PlanAction;
}

/** Repaired after the campaign's outage, or never within the run. */
export type Lasting = 'a-while' | 'for-good';

export interface CampaignOptions {
  /** 1: every failure alone; 2: every pair of them as well. */
  readonly failures: 1 | 2;
  /** How many seeds, from the plan's own on. */
  readonly seeds: number;
  /** How long a failure lasts that is repaired. */
  readonly outageUs?: number;
  /** Time that a run is given after the plan's end, so that what can be delivered late is. */
  readonly settleUs?: number;
  /** `all` tries every moment; for measuring what skipping costs. */
  readonly moments?: 'representative' | 'all';
  /** Of a second failure, in each shape that it finds the world: the first moment, or the last one as well. `first` when left out. */
  readonly pairMoments?: 'first' | 'ends';
  /** Moments are looked for in the first so many events of the run without a failure, about; 2 million when left out. */
  readonly mostEvents?: number;
  /** The findings of the estate, to be compared with what happens. */
  readonly findings?: readonly { readonly code: string; readonly detail: string }[];
}

/** One failure at one moment. */
export interface Fault {
  /** Index into the campaign's failures. */
  readonly failure: number;
  readonly atUs: number;
  readonly lasting: Lasting;
}

export interface CaseSpec {
  readonly seed: number;
  readonly faults: readonly Fault[];
}

export type HarmName =
  | 'lost'
  | 'duplicated'
  | 'order'
  | 'group-split'
  | 'affinity'
  | 'conservation'
  | 'dead-lettered'
  | 'backed-out'
  | 'expired'
  | 'rejected'
  | 'in-doubt'
  | 'in-transit'
  | 'marooned'
  | 'waiting'
  | 'not-put'
  | 'overtaken'
  | 'groups-apart';

/** `bad`: an invariant is broken or a message is gone; `warning`: a person has to do something; `note`: good to know. */
export type Severity = 'bad' | 'warning' | 'note';

/** Where a case stands in the order of the campaign: its unit, and its number in it. */
export type CaseOrder = readonly [number, number];

/** What one failure does of one kind, over all its moments and seeds. `S` is a scenario, `P` a place. */
export interface Cell<S = Plan, P = Location> {
  readonly harm: HarmName;
  readonly severity: Severity;
  /** The most messages that one case harmed, compared with the run without the failure. */
  readonly most: number;
  /** How many cases show it. */
  readonly cases: number;
  /** Rules that foretold a violation among them. */
  readonly rules: readonly string[];
  /** The first case that shows it. */
  readonly first: { readonly id: string; readonly order: CaseOrder; readonly spec: CaseSpec };
  /** The smallest scenario that shows it. Notes have none, nor has what the same failure does when it is repaired. */
  readonly shown?: Shown<S, P>;
}

/** A row of the matrix: one failure, or a pair that does what neither does alone. */
export interface Row<S = Plan, P = Location> {
  readonly title: string;
  readonly lasting: Lasting;
  /** The place in the order of rows: indices of the failures. */
  readonly order: readonly number[];
  /** What fails, in the order of the title. */
  readonly kinds: readonly Element['kind'][];
  readonly cases: number;
  /** From the failure until the last message that could be processed was; 0 when that is no later than without it. The longest. */
  readonly recoveryUs: number;
  readonly cells: readonly Cell<S, P>[];
}

/** A harm made as small as it goes, why it happens, and what would prevent it. */
export interface Shown<S = Plan, P = Location> {
  readonly scenario: S;
  /** What happened to the first message it hurt, in the words of the trace. */
  readonly because: string;
  /** Changes that were tried on the case as it was found, and prevent the harm there. */
  readonly remedies: readonly Remedied<P>[];
}

export interface Remedied<P = Location> {
  readonly advice: string;
  /** The rule whose page says more. */
  readonly rule: string | undefined;
  readonly changes: readonly Change<P>[];
}

export interface Change<P = Location> {
  readonly queueManager: string;
  /** `QLOCAL(ORDERS)`, `CHANNEL(CL.QM2)` or `QMGR`. */
  readonly object: string;
  readonly attribute: string;
  readonly from: string;
  readonly to: string;
  /** Where the attribute stands, else the definition that leaves it out. */
  readonly at: P | undefined;
}

export interface Counts {
  /** Moments that were seen, in all runs. */
  readonly moments: number;
  /** Of these, tried: the rest find the world in a shape that was tried already. */
  readonly tried: number;
  /** Pairs of moments that were tried. */
  readonly pairs: number;
}

/** What came of a piece of a campaign; pieces add up in any order. */
export interface Piece<S = Plan, P = Location> {
  readonly counts: Counts;
  readonly rows: readonly Row<S, P>[];
}

export interface Report<S = Plan, P = Location> extends Piece<S, P> {
  readonly version: 1;
  readonly scenario: string;
  readonly seed: number;
  readonly seeds: number;
  readonly failures: 1 | 2;
  readonly outageUs: number;
  /** Units of work there are in all, and which of them are in this report. */
  readonly units: number;
  readonly done: number;
  /** Which shards were asked for: `1/4`. Absent in the report of the whole. */
  readonly shards?: readonly string[];
  /** Absent in reports of pairs that tried the first moments only. */
  readonly pairMoments?: 'ends';
  /** What the run without any failure does, by its own account. */
  readonly healthy: {
    readonly put: number;
    readonly consumed: number;
    readonly violations: number;
    /** It was so long that it was ended here, and nothing fails later; absent when it was not. */
    readonly endedAtMs?: number;
  };
  readonly findings: readonly { readonly code: string; readonly detail: string }[];
}
