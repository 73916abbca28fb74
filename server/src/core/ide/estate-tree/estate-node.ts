import type { Severity } from '#core/rules/rule.ts';
import type { Location } from '#core/text/span.ts';
import type { CloneName } from '../clones/comparison.ts';

/** A line of the estate's tree, as plain data. Its children are asked for by its id. */
export interface EstateNode {
  /** Stays the same as long as the thing is there, so that an editor can keep what is unfolded. */
  readonly id: string;
  readonly kind: EstateNodeKind;
  readonly label: string;
  /** Short, behind the label. */
  readonly description: string;
  readonly tooltip: string;
  /** Type of an object: `QLOCAL`, `CLUSRCVR`; the name space for a folder of objects. */
  readonly type: string;
  readonly at: Location | undefined;
  readonly hasChildren: boolean;
  readonly findings: Tally;
  /** What commands on the node are about. */
  readonly queueManager: string | undefined;
  readonly clone: CloneName | undefined;
}

export type EstateNodeKind =
  | 'estate'
  | 'cluster'
  /** A folder of queue managers, cluster queues, objects of a kind, or files. */
  | 'folder'
  | 'queue-manager'
  | 'object'
  | 'clone-group'
  | 'instance'
  /** A file that nothing gives to a queue manager. */
  | 'file';

/** How many findings there are, hints left out, and how bad the worst is. */
export interface Tally {
  readonly count: number;
  readonly worst: Severity | undefined;
}
