import type { Location } from '#core/text/span.ts';

/** All instances of one cluster queue (or cluster topic) side by side, as plain data: one column a queue manager, one row an attribute. */
export interface CloneComparison {
  readonly of: CloneName;
  readonly hosts: readonly ComparedHost[];
  /** The instances themselves first, then what stands beside them. */
  readonly sections: readonly ComparedSection[];
}

export interface CloneName {
  readonly kind: 'queue' | 'topic';
  readonly name: string;
  readonly cluster: string;
}

/** A column. */
export interface ComparedHost {
  readonly queueManager: string;
  readonly host: string | undefined;
  readonly isFullRepository: boolean;
  /** Where the queue manager's name comes from, for people. */
  readonly reason: string;
  /** The name of its instance. */
  readonly at: Location;
}

export interface ComparedSection {
  /** `instances`, `receivers`, `queue-managers`, or the attribute that names the objects: `BOQNAME`. */
  readonly id: string;
  readonly title: string;
  /** The rows that differ first, and of these the important ones. */
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  /** The attribute; `Type` and `Object` for rows about the objects as a whole. */
  readonly keyword: string;
  readonly description: string;
  /**
   * How much it matters that the row is equal: errors of the clone rules are what must match, warnings what should; all
   * else may differ, and so does what the estate lets differ.
   */
  readonly importance: Importance;
  readonly isDifferent: boolean;
  /** The rules that report the difference. */
  readonly codes: readonly string[];
  /** One for each host. */
  readonly cells: readonly ComparedCell[];
}

export type Importance = 'must' | 'should' | 'may';

export interface ComparedCell {
  /** As MQ holds it; `''` is blank. */
  readonly text: string;
  /**
   * `written`: a command sets it; `like`: LIKE brought it; `default`; `open`: an insert or placeholder, compared with nothing; `unknown`: no file
   * tells; `missing`: there is no such object here; `none`: the object has no such attribute.
   */
  readonly state: 'written' | 'like' | 'default' | 'open' | 'unknown' | 'missing' | 'none';
  /** Where the value comes from, for people: `QM1.mqsc:12`, `LIKE(MODEL)`, `MQ 9.4`. */
  readonly from: string;
  /** What a click shows. */
  readonly at: Location | undefined;
  /** Not what most instances have; all are odd when no value has a majority. */
  readonly isOdd: boolean;
  /** There are fixes that make it equal to others. */
  readonly canChange: boolean;
}

/** Names one cell of a comparison, as long as the definitions have not changed too much. */
export interface CellName {
  readonly of: CloneName;
  readonly section: string;
  readonly keyword: string;
  readonly queueManager: string;
}
