import type { EstateFile } from '#core/estate/estate-file.ts';
import { matchPath } from '#core/estate/match-path.ts';
import type { EstateFileProblem } from '#core/estate/read-estate-file.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import { assign } from './assign.ts';
import { buildQueueManager } from './build-queue-manager.ts';
import { findClusters } from './clusters.ts';
import type { Estate, EstateSettings, QueueManager } from './model.ts';
import { findOrdering } from './ordering.ts';

export interface EstateInput {
  readonly documents: Iterable<Document>;
  readonly estateFile?: EstateFile | undefined;
  /** Queue managers that somebody assigned to whole sources; they come before everything that text or names tell. */
  readonly owners?: ReadonlyMap<SourceId, string>;
  /** The estate before the edit: queue managers whose text did not change are taken from it as they are. */
  readonly previous?: Estate | undefined;
}

export interface EstateAnswer {
  readonly estate: Estate;
  /** Faults in what estate comments say. */
  readonly problems: readonly EstateFileProblem[];
}

/** Makes the estate: assigns each piece of MQSC to its queue managers, runs it there, and joins them to clusters. */
export function buildEstate({ documents, estateFile, owners = new Map(), previous }: EstateInput): EstateAnswer {
  const isIgnored = ({ source }: Document) =>
    estateFile?.ignore.some((glob) => matchPath(glob, estateFile.source, source)) ?? false;
  const present = new Map([...documents].filter((one) => !isIgnored(one)).map((one) => [one.source, one]));
  const { assignments, runs } = assign({ documents: [...present.values()], estateFile, owners });
  const queueManagers = new Map<string, QueueManager>();
  for (const [key, owned] of runs)
    queueManagers.set(key, buildQueueManager(owned, estateFile, previous?.queueManagers.get(key)));
  const { ordering, problems } = findOrdering(present, queueManagers.values(), estateFile);
  return {
    estate: {
      queueManagers,
      clusters: findClusters(queueManagers, estateFile, previous?.clusters),
      documents: present,
      assignments,
      ordering,
      consumers: estateFile?.consumers ?? [],
      queueSharingGroups: estateFile?.queueSharingGroups ?? new Map(),
      settings: estateFile ? { rules: estateFile.rules, ignore: estateFile.ignore } : noSettings,
    },
    problems,
  };
}

const noSettings: EstateSettings = { rules: {}, ignore: [] };
