import { cloneFindings, type Verdict } from './parts/clone-findings.ts';
import { clusterTopicsOf } from './parts/cluster-topics.ts';
import { differenceIn } from './parts/difference.ts';
import type { Rule } from './rule.ts';

export const cloneTopicDiffers: Rule = {
  code: 'clone-topic-differs',
  group: 'clones',
  severity: 'warning',
  title: 'Queue managers define one cluster topic differently.',
  docs: {
    behaviour:
      'A topic object with CLUSTER is made known to all members. When several members define one of the same name, each queue manager of the cluster uses one of ' +
      'the definitions; which one is neither fixed nor the same everywhere. Those that differ in CLROUTE exclude each other: the later one is refused or marked invalid.',
    harm: 'Publications on one topic are persistent, delivered or routed by one definition here and by another there, and it changes when a member comes or goes.',
    remedy:
      'Make the definitions alike (the light bulb does it), or define the topic on one queue manager. To change CLROUTE, take the topic out of the cluster first.',
    exception:
      'For a short time, while definitions are moved. PUB and SUB are information only, DESCR is a hint. Attributes that differ on purpose go into `mqsc.yaml`: `clone-topic-differs: { mayDiffer: [PUB] }`.',
    mqSays:
      '3368 (MQRCCF_CLUSTER_TOPIC_CONFLICT) for CLROUTE; known from memory: AMQ9465, AMQ9466 (CSQX465I, CSQX466I on z/OS), cluster topic defined inconsistently',
    sources: [
      'IBM MQ, Multiple cluster topic definitions of the same name: https://ibm.com/support/knowledgecenter/en/SSFKSJ_latest/plan/q005240_.html',
      'IBM MQ 10.0, Routing for publish/subscribe clusters: Notes on behavior (one CLROUTE, MQRCCF_CLUSTER_TOPIC_CONFLICT): https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=problems-routing-publishsubscribe-clusters-notes-behavior',
      '3368 stands in the MQ header files (`cmqcfc.h`). That AMQ9465 and AMQ9466 are the warnings of the first page, and which attributes they compare, is known from memory only; the severity of each attribute is a judgement.',
    ],
  },
  check: {
    scope: 'estate',
    get compares() {
      return [...verdicts].map(([keyword, { severity }]) => ({
        of: 'topic' as const,
        keyword,
        ...(severity && { severity }),
      }));
    },
    *run(estate, { mayDiffer }) {
      const allowed = new Set(mayDiffer.map((keyword) => keyword.toUpperCase()));
      for (const group of clusterTopicsOf(estate).filter(({ instances }) => instances.length > 1))
        for (const [keyword, verdict] of verdicts) {
          const difference = allowed.has(keyword) ? undefined : differenceIn(group, keyword);
          if (difference) yield* cloneFindings(difference, verdict);
        }
    },
  },
};

const defaults = { consequence: 'Publications take it from the one or the other definition.' };
const subscriptions = { consequence: 'Whether a subscription is let in, and reached, depends on the definition used.' };
const delivery = { consequence: 'What happens when a subscriber cannot be given a publication depends on it.' };

const verdicts: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  [
    'TOPICSTR',
    { severity: 'error', consequence: 'One name stands for two places in the topic tree, and each member knows one.' },
  ],
  [
    'CLROUTE',
    {
      severity: 'error',
      consequence:
        'A cluster topic has one way of routing: MQ refuses the later definition (MQRCCF_CLUSTER_TOPIC_CONFLICT) or marks it invalid.',
    },
  ],
  ['DEFPSIST', defaults],
  ['DEFPRTY', defaults],
  ['DEFPRESP', defaults],
  ['CAPEXPRY', defaults],
  ['CUSTOM', defaults],
  ['DURSUB', subscriptions],
  ['PUBSCOPE', subscriptions],
  ['SUBSCOPE', subscriptions],
  ['WILDCARD', subscriptions],
  ['PROXYSUB', subscriptions],
  ['NPMSGDLV', delivery],
  ['PMSGDLV', delivery],
  ['USEDLQ', delivery],
  [
    'PUB',
    {
      severity: 'info',
      consequence: 'Whether programs may publish depends on the definition that their queue manager uses.',
    },
  ],
  [
    'SUB',
    {
      severity: 'info',
      consequence: 'Whether programs may subscribe depends on the definition that their queue manager uses.',
    },
  ],
  ['DESCR', { severity: 'hint', consequence: 'DISPLAY TCLUSTER shows the one or the other.' }],
]);
