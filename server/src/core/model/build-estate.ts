import type { EstateFile } from '#core/estate/estate-file.ts';
import { matchPath } from '#core/estate/match-path.ts';
import type { EstateFileProblem } from '#core/estate/read-estate-file.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import { type Steps, toTheEnd } from '#core/text/steps.ts';
import { assign } from './assign.ts';
import { buildQueueManager } from './build-queue-manager.ts';
import { findClusters } from './clusters.ts';
import type { Estate, EstateSettings, QueueManager } from './model.ts';
import { findOrdering } from './ordering.ts';
import { ownPartOf, shareInGroups } from './sharing-groups.ts';

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
export const buildEstate = (input: EstateInput): EstateAnswer => toTheEnd(buildInSteps(input));

/** The same, with a step for each queue manager. */
export function* buildInSteps({
  documents,
  estateFile,
  owners = new Map(),
  previous,
}: EstateInput): Steps<EstateAnswer> {
  const isIgnored = ({ source }: Document) =>
    estateFile?.ignore.some((glob) => matchPath(glob, estateFile.source, source)) ?? false;
  const present = new Map([...documents].filter((one) => !isIgnored(one)).map((one) => [one.source, one]));
  const { assignments, runs } = assign({
    documents: [...present.values()],
    estateFile,
    owners,
    previous: previous?.assignments,
  });
  const queueManagersAlone = new Map<string, QueueManager>();
  for (const [key, owned] of runs) {
    const before = ownPartOf(previous?.queueManagers.get(key));
    queueManagersAlone.set(key, buildQueueManager(owned, estateFile, before));
    yield queueManagersAlone.size / runs.size;
  }
  const queueSharingGroups = estateFile?.queueSharingGroups ?? noGroups;
  const queueManagers = shareInGroups(queueManagersAlone, queueSharingGroups);
  const { ordering, problems } = findOrdering(present, queueManagers.values(), estateFile);
  return {
    estate: {
      queueManagers,
      clusters: findClusters(queueManagers, estateFile, previous?.clusters),
      documents: present,
      assignments,
      ordering: isSameOrdering(previous?.ordering, ordering) ? previous.ordering : ordering,
      consumers: estateFile?.consumers ?? noConsumers,
      queueSharingGroups,
      settings: estateFile ? settingsOf(estateFile) : noSettings,
    },
    problems,
  };
}

const noSettings: EstateSettings = { rules: {}, ignore: [] };
const noConsumers: Estate['consumers'] = [];
const noGroups: Estate['queueSharingGroups'] = new Map();

/** The same object for the same reading of the file: what was found under it stays found. */
function settingsOf(estateFile: EstateFile): EstateSettings {
  const known = settingsByFile.get(estateFile) ?? { rules: estateFile.rules, ignore: estateFile.ignore };
  settingsByFile.set(estateFile, known);
  return known;
}

const settingsByFile = new WeakMap<EstateFile, EstateSettings>();

/** A list of equal needs is the same list, so that what rests on it need not be looked at again. */
const isSameOrdering = (
  before: Estate['ordering'] | undefined,
  now: Estate['ordering'],
): before is Estate['ordering'] =>
  before?.length === now.length &&
  before.every((one, index) => {
    const other = now[index];
    return (
      one.need === other?.need &&
      one.reason === other.reason &&
      one.queueManager === other.queueManager &&
      one.at.source === other.at.source &&
      one.at.span.start === other.at.span.start &&
      one.at.span.end === other.at.span.end &&
      one.queues.length === other.queues.length &&
      one.queues.every((queue, at) => queue === other.queues[at])
    );
  });
