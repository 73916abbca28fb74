import type { Estate } from '#core/model/model.ts';
import type { PlanAnswer } from '#core/service-types.ts';
import type { PlanReply, PlanRequest, Requests } from '#protocol/messages.ts';
import { assignFile, firstEstateFile } from './assign-file.ts';
import { canonicalUri } from './canonical-uri.ts';
import { cloneFixes, clones, compareClones } from './clones.ts';
import type { Context } from './context.ts';
import { effectiveDefinitions } from './effective-definitions.ts';
import { estateChildren } from './estate-children.ts';
import { renameInstance } from './rename-instance.ts';

/** Answers what the protocol itself has no request for. One entry for each of `Requests`. */
export const customRequests: {
  readonly [Name in keyof Requests]: (context: Context, params: Requests[Name]['params']) => Requests[Name]['result'];
} = {
  'mqsc/plan': ({ service }, request) => {
    const answer = planOf(service, request);
    return {
      ...reply(answer),
      ...(answer.plan && { findings: service.findingsOfPlan(answer.plan, sourceOf(request)) }),
    };
  },
  'mqsc/explain': ({ service }, question) => {
    const { decision, problem } = service.explain(question);
    return { decision: decision ?? null, problem: problem ?? null };
  },
  'mqsc/scenarioText': ({ service }, { plan }) => ({ text: service.scenarioText(plan) }),
  'mqsc/owner': ({ service, texts }, { uri, line, character }) => {
    const source = canonicalUri(uri);
    const document = texts.document(source);
    const owner = document && service.owner(source, document.offsetAt({ line, character }));
    return owner ? { queueManagers: [...owner.queueManagers], reason: owner.reason } : null;
  },
  'mqsc/queueManagers': ({ service }, { near }) => {
    const estates = near === null ? service.estates() : [service.estate(canonicalUri(near))];
    const names = estates.flatMap(({ queueManagers }) => [...queueManagers.values()].map(({ name }) => name));
    return { queueManagers: [...new Set(names)].sort() };
  },
  'mqsc/effective': effectiveDefinitions,
  'mqsc/assignFile': assignFile,
  'mqsc/firstEstateFile': firstEstateFile,
  'mqsc/compareClones': compareClones,
  'mqsc/cloneFixes': cloneFixes,
  'mqsc/clones': clones,
  'mqsc/estateChildren': estateChildren,
  'mqsc/names': ({ service }) => namesOf(service.estate()),
  'mqsc/renameInstance': renameInstance,
  'mqsc/locate': ({ texts }, { source, span }) =>
    texts.document(source) === undefined ? null : { uri: texts.uriOf(source), range: texts.rangeOf(source, span) },
};

function planOf(service: Context['service'], request: PlanRequest): PlanAnswer {
  if (request.of === 'scenario') return service.planOfScenario(canonicalUri(request.uri));
  if (request.of === 'finding') return service.planOfFinding(request.finding);
  const { queue, cluster } = request;
  return service.planOfEstate({ ...(queue !== undefined && { queue }), ...(cluster !== undefined && { cluster }) });
}

/** A source of the estate that the plan is of. */
function sourceOf(request: PlanRequest): string | undefined {
  if (request.of === 'scenario') return canonicalUri(request.uri);
  return request.of === 'finding' ? request.finding.source : undefined;
}

const reply = ({ plan, problems }: PlanAnswer): PlanReply => ({
  plan: plan ?? null,
  problems: problems.map(({ message }) => message),
});

function namesOf({ queueManagers, clusters }: Estate): Requests['mqsc/names']['result'] {
  return {
    queueManagers: [...queueManagers.values()].map(({ name }) => name).sort(),
    clusterQueues: [...clusters.values()].flatMap((cluster) =>
      [...cluster.cloneGroups.values()].map((group) => ({
        queue: group.queue,
        cluster: cluster.name,
        instances: group.instances.map(({ queueManager }) => queueManager.name),
      })),
    ),
  };
}
