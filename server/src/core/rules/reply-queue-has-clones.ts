import { because, instancesWith, needsOf } from './parts/ordering-needs.ts';
import { otherInstances } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import { workloadOf } from './parts/workload.ts';
import type { Clones, EstateFinding, Rule, UnitContext } from './rule.ts';

export const replyQueueHasClones: Rule = {
  code: 'reply-queue-has-clones',
  group: 'ordering',
  severity: 'warning',
  title: 'A queue for replies has several instances, so a reply may not come back to who asked.',
  docs: {
    behaviour:
      'The one who asked waits for the reply on its own queue manager; a get never looks at another instance. A reply that is put with the queue manager of the request (ReplyToQMgr) goes there, ' +
      'one that is put by the queue’s name alone goes to any instance.',
    harm: 'The reply waits on another queue manager, where nobody waits for it, and the requester times out. It shows itself for a share of the requests only.',
    remedy:
      'Do not put reply queues into the cluster: MQ finds the way back by ReplyToQMgr without that. Or give each requester’s queue manager a reply queue with a name of its own.',
    exception:
      'All repliers name the ReplyToQMgr. A queue that is only called so (REPLY, REPLIES, RESPONSE as a part of its name) gives information, a declared one (`* @ordering reply-to-requester: reason`) a warning.',
    sources: [
      'IBM MQ 10.0, Configuring request/reply to a cluster: https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=clusters-configuring-requestreply-cluster',
      'IBM MQ 9.3, Handling message affinities: https://www.ibm.com/docs/en/ibm-mq/9.3?topic=clusters-handling-message-affinities',
    ],
  },
  check: {
    scope: 'clone-group',
    run: check,
  },
};

function* check(group: Clones, { declared }: UnitContext): Iterable<EstateFinding> {
  const [need] = needsOf(declared, group, ['reply-to-requester']);
  if ((!need && !isCalledReply(group.queue)) || workloadOf(group) === 'ranked') return;
  const names = list(group.instances.map(({ queueManager }) => queueManager.name));
  const told = need ? instancesWith(group, need) : group.instances.slice(0, 1);
  for (const here of told) {
    yield {
      at: here.object.nameAt,
      message:
        `${need ? `Replies on ${group.queue} must come back to who asked${because(need)}` : `${group.queue} seems to be for replies`}, but ${names} each host an instance: ` +
        'a reply that does not name the queue manager of its request goes to any of them.',
      ...(!need && { severity: 'info' }),
      queueManager: here.queueManager.name,
      related: [
        ...(need ? [{ at: need.at, message: `${need.need} is declared here` }] : []),
        ...otherInstances(group, here),
      ],
      subject: subjectOf(group),
    };
  }
}

const isCalledReply = (queue: string): boolean => /(?:^|[._/])(?:REPLY|REPLIES|RESPONSES?)(?:[._/]|$)/i.test(queue);
