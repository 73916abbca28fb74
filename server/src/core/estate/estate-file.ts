import type { Location, SourceId } from '#core/text/span.ts';

/** What `mqsc.yaml` says, checked and typed; parts that were wrong are left out. Names are as written. */
export interface EstateFile {
  readonly source: SourceId;
  readonly queueManagers: readonly QueueManagerEntry[];
  readonly uniformClusters: readonly UniformClusterEntry[];
  readonly queueSharingGroups: ReadonlyMap<string, readonly string[]>;
  readonly consumers: readonly ConsumerEntry[];
  readonly ordering: readonly OrderingEntry[];
  readonly rules: Readonly<Record<string, RuleEntry>>;
  /** Globs of files that are no part of the estate. */
  readonly ignore: readonly string[];
}

export interface QueueManagerEntry {
  readonly name: string;
  readonly at: Location;
  /** Globs relative to the estate file's folder, in the order in which their files apply. */
  readonly files: readonly string[];
  /** One of the schema's words. */
  readonly platform: string | undefined;
  readonly mqVersion: string | undefined;
  readonly host: string | undefined;
  /** For `+NAME+` inserts. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface UniformClusterEntry {
  readonly name: string;
  readonly at: Location;
  readonly members: readonly string[];
  readonly fullRepositories: readonly string[];
  readonly files: readonly string[];
}

export interface ConsumerEntry {
  readonly application: string;
  readonly host: string | undefined;
  readonly queueManager: string;
  readonly queue: string;
}

export const orderingNeeds = [
  'sequence',
  'group',
  'same-queue-manager',
  'complete-batch',
  'reply-to-requester',
] as const;

export interface OrderingEntry {
  readonly at: Location;
  readonly needs: (typeof orderingNeeds)[number];
  readonly queues: readonly string[];
  readonly reason: string;
}

export interface RuleEntry {
  readonly severity?: 'off' | 'hint' | 'info' | 'warning' | 'error';
  readonly mayDiffer?: readonly string[];
}
