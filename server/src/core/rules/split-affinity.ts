import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Estate, OrderingNeed } from '#core/model/model.ts';
import { clusteredQueuesOf } from './parts/clone-groups.ts';
import { because } from './parts/ordering-needs.ts';
import { subjectOf } from './parts/subject.ts';
import { distinct, list } from './parts/words.ts';
import { workloadOf } from './parts/workload.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const splitAffinity: Rule = {
  code: 'split-affinity',
  group: 'ordering',
  severity: 'error',
  title: 'Queues whose messages belong on one queue manager lead to different ones.',
  docs: {
    behaviour:
      'The workload algorithm chooses an instance for each queue by itself, at each open or for each message. It knows nothing of messages on another queue, or of an earlier open, that belong to this one.',
    harm: 'The parts of what belongs together arrive on different queue managers, where the program that needs both finds one.',
    remedy:
      'Take the dependency out (state in the message or in a database); or host the queues on one queue manager; or let the programs name the queue manager when they open the queues.',
    exception:
      'The programs do name the queue manager: say so with `* @ignore split-affinity: reason`. It is given only for `needs: same-queue-manager`.',
    sources: [
      'IBM MQ 9.3, Handling message affinities: https://www.ibm.com/docs/en/ibm-mq/9.3?topic=clusters-handling-message-affinities',
      'IBM MQ 7.5, MQOPEN and clusters: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.dev.doc/q027030_.htm',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      for (const need of estate.ordering) {
        if (need.need !== 'same-queue-manager') continue;
        const finding = judge(need, estate);
        if (finding) yield finding;
      }
    },
  },
};

const judge = (need: OrderingNeed, estate: Estate): EstateFinding | undefined => {
  const groups = clusteredQueuesOf(estate).filter(({ queue }) => need.queues.includes(queue));
  const [first] = groups;
  const hosts = distinct(groups.flatMap(hostsOf));
  if (!first || hosts.length < 2) return undefined;
  const isOneQueue = need.queues.length === 1;
  const bindings = distinct(first.instances.map(({ object }) => effectiveText(object, 'DEFBIND')));
  // The messages of one open handle stay together: all that a single queue can promise.
  if (isOneQueue && bindings.every((binding) => binding === 'OPEN')) return undefined;
  const spread = isOneQueue
    ? `DEFBIND(${bindings.join(', ')}) lets each message go to any of ${list(hosts)}`
    : `${groups.map((group) => `${group.queue} is on ${list(hostsOf(group))}`).join(', ')}: each is chosen by itself`;
  const declared = groups
    .flatMap(({ instances }) => instances)
    .find((one) => one.queueManager.name === need.queueManager);
  const here = declared ?? first.instances[0];
  if (!here) return undefined;
  return {
    at: here.object.nameAt,
    message: `${isOneQueue ? `The messages on ${first.queue}` : `The messages on ${list(need.queues)}`} belong on one queue manager${because(need)}, but ${spread}.`,
    queueManager: here.queueManager.name,
    related: [
      { at: need.at, message: `${need.need} is declared here` },
      ...groups.flatMap(({ queue, instances }) =>
        instances
          .filter(({ object }) => object !== here.object)
          .map(({ object, queueManager }) => ({ at: object.nameAt, message: `${queue} on ${queueManager.name}` })),
      ),
    ],
    subject: { ...subjectOf(first, 'DEFBIND'), queueManagers: hosts },
  };
};

/** The hosts that get messages. */
const hostsOf = ({ instances, ...group }: CloneGroup): readonly string[] => {
  const used =
    workloadOf({ ...group, instances }) === 'ranked'
      ? [...instances].sort((a, b) => rankOf(b.object) - rankOf(a.object)).slice(0, 1)
      : instances;
  return used.map(({ queueManager }) => queueManager.name);
};

const rankOf = (object: CloneGroup['instances'][number]['object']): number =>
  Number(effectiveText(object, 'CLWLRANK')) || 0;
