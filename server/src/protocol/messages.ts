import type { PlayForward } from '#core/ide/answers.ts';
import type { CellName, CloneComparison, CloneName } from '#core/ide/clones/comparison.ts';
import type { CloneListing } from '#core/ide/clones/list-clones.ts';
import type { EstateNode } from '#core/ide/estate-tree/estate-node.ts';
import type { Plan } from '#core/scenario/plan.ts';
import type { RouteQuestion } from '#core/service-types.ts';
import type { Decision } from '#core/sim/trace.ts';
import type { Location } from '#core/text/span.ts';

/** Custom requests between the client and the server: `mqsc/<name>`. Types only. */
export interface Requests {
  'mqsc/plan': { params: PlanRequest; result: PlanReply };
  'mqsc/explain': { params: RouteQuestion; result: { decision: Decision | null; problem: string | null } };
  /** The plan as the text of a `*.mqsim.yaml`. */
  'mqsc/scenarioText': { params: { plan: Plan }; result: { text: string } };
  'mqsc/owner': {
    params: { uri: string; line: number; character: number };
    result: { queueManagers: string[]; reason: string } | null;
  };
  /** The queue managers of the estate that a file belongs to; without a file, of all estates. */
  'mqsc/queueManagers': { params: { near: string | null }; result: { queueManagers: string[] } };
  /** What all commands leave behind on a queue manager, as MQSC; `origins` are places in its text. */
  'mqsc/effective': {
    params: { queueManager: string; near: string | null };
    result: {
      text: string;
      origins: { range: PlaceRange; uri: string; at: PlaceRange['start'] }[];
    } | null;
  };
  /** All instances of a cluster queue or topic side by side; null when there are none any more. */
  'mqsc/compareClones': { params: CompareRequest; result: CloneComparison | null };
  /** The ways to make one value of a comparison equal to others. */
  'mqsc/cloneFixes': {
    params: { cell: CellName; near: string | null };
    result: { fixes: { title: string; edits: FileEdit[] }[] };
  };
  /** What can be compared; `here` is what the place in the editor is about. */
  'mqsc/clones': {
    params: { uri: string; line: number; character: number } | null;
    result: { clones: readonly CloneListing[]; here: readonly CloneName[] };
  };
  /** The first level of the estate's tree, or the children of a node. */
  'mqsc/estateChildren': { params: { id: string | null }; result: { nodes: readonly TreeNode[] } };
  /** Edits of the estate file that give a file to a queue manager; `folder` is where a first one would be. */
  'mqsc/assignFile': {
    params: { uri: string; queueManager: string; folder: string };
    result: {
      refused: string | null;
      estateFile: string;
      isNew: boolean;
      edits: { range: PlaceRange; newText: string }[];
      /** Entries whose globs take the file in as well. */
      staysWith: { name: string; glob: string }[];
    };
  };
  /** The estate file that governs a folder, or the text of a first one; null when nothing is inferred that it could say. */
  'mqsc/firstEstateFile': {
    params: { folder: string };
    result: { estateFile: string; isThere: boolean; text: string | null };
  };
  /** Names that "Explain Route…" offers. */
  'mqsc/names': {
    params: null;
    result: { queueManagers: string[]; clusterQueues: { queue: string; cluster: string; instances: string[] }[] };
  };
  /** Edits that rename one instance of a cluster queue and no other, or why there are none. */
  'mqsc/renameInstance': {
    params: { uri: string; line: number; character: number; newName: string };
    result: { refused: string | null; edits: FileEdit[] };
  };
  /** Where a `Location` of the core is, as the editor counts. */
  'mqsc/locate': {
    params: Location;
    result: { uri: string; range: PlaceRange } | null;
  };
}

/** As the editor counts: from 0, in UTF-16 units. */
export interface PlaceRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A change of a file. */
export interface FileEdit {
  readonly uri: string;
  readonly range: PlaceRange;
  readonly newText: string;
}

export interface TreeNode extends Omit<EstateNode, 'at'> {
  readonly at: { readonly uri: string; readonly range: PlaceRange } | null;
}

export interface CompareRequest extends CloneName {
  /** A file of the estate that is meant. */
  readonly near: string | null;
}

export type PlanRequest =
  | { readonly of: 'estate'; readonly queue?: string; readonly cluster?: string }
  | { readonly of: 'scenario'; readonly uri: string }
  | { readonly of: 'finding'; readonly finding: PlayForward };

export interface PlanReply {
  readonly plan: Plan | null;
  readonly problems: readonly string[];
  /** What the rules say about what the plan has in it; a failure campaign compares them with what happens. */
  readonly findings?: readonly PlanFinding[];
}

/** Server → client: the estate changed, in a way that a run would see, or only in what is found in it because the settings of rules changed. */
export interface Notifications {
  'mqsc/estateChanged': { readonly generation: number; readonly what: 'definitions' | 'rules' };
}

export interface PlanFinding {
  readonly code: string;
  readonly detail: string;
}

/** Extension host → panel. */
export type ToPanel =
  | {
      readonly type: 'show';
      readonly plan: Plan;
      readonly request: PlanRequest;
      readonly title: string;
      readonly findings?: readonly PlanFinding[];
    }
  /** Runs the failure campaign of the plan that was shown last. */
  | { readonly type: 'runCampaign' }
  /** The definitions changed in the editor; the panel offers to run this one with the same seed. */
  | { readonly type: 'changed'; readonly plan: Plan }
  | { readonly type: 'problems'; readonly problems: readonly string[] }
  | { readonly type: 'explain'; readonly decision: Decision; readonly question: RouteQuestion };

/** Panel → extension host. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly at: Location }
  | { readonly type: 'saveScenario'; readonly plan: Plan }
  | { readonly type: 'openRule'; readonly code: string }
  /** Kept by the editor so that the panel survives a reload. */
  | { readonly type: 'state'; readonly request: PlanRequest; readonly seed: number };

/** Extension host → the page that compares clones. */
export type ToComparePage =
  | { readonly type: 'compare'; readonly comparison: CloneComparison; readonly request: CompareRequest }
  /** No file defines an instance any more. */
  | { readonly type: 'gone'; readonly of: CloneName };

/** The page that compares clones → extension host. */
export type FromComparePage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly at: Location }
  | { readonly type: 'openRule'; readonly code: string }
  /** Offer the ways to make this value equal to others. */
  | { readonly type: 'change'; readonly cell: CellName }
  /** Choose another queue. */
  | { readonly type: 'choose' };
