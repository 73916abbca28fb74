import type { PlayForward } from '#core/ide/answers.ts';
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
  /** Names that "Explain Route…" offers. */
  'mqsc/names': {
    params: null;
    result: { queueManagers: string[]; clusterQueues: { queue: string; cluster: string; instances: string[] }[] };
  };
  /** Edits that rename one instance of a cluster queue and no other, or why there are none. */
  'mqsc/renameInstance': {
    params: { uri: string; line: number; character: number; newName: string };
    result: { refused: string | null; edits: { uri: string; range: PlaceRange; newText: string }[] };
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

export type PlanRequest =
  | { readonly of: 'estate'; readonly queue?: string; readonly cluster?: string }
  | { readonly of: 'scenario'; readonly uri: string }
  | { readonly of: 'finding'; readonly finding: PlayForward };

export interface PlanReply {
  readonly plan: Plan | null;
  readonly problems: readonly string[];
}

/** Server → client: the estate changed in a way that a run would see. */
export interface Notifications {
  'mqsc/estateChanged': { readonly generation: number };
}

/** Extension host → panel. */
export type ToPanel =
  | { readonly type: 'show'; readonly plan: Plan; readonly request: PlanRequest; readonly title: string }
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
