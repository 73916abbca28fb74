import type { Estate, MqObject } from '#core/model/model.ts';
import { findAbsent } from './parts/absent-references.ts';
import { clusterTopicsOf } from './parts/cluster-topics.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const undefinedSubscriptionTopic: Rule = {
  code: 'undefined-subscription-topic',
  group: 'references',
  severity: 'warning',
  title: 'The topic object of a subscription is not defined.',
  docs: {
    behaviour:
      'TOPICOBJ of a SUB names a topic object on the same queue manager. The topic string of the subscription is that of the object, or begins with it where TOPICSTR is given as well.',
    harm: 'Without the object the topic string is not known: DEFINE SUB fails, and the subscription does not exist. (From memory.)',
    remedy: 'Define the topic object before the subscription, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it, or it is a topic of a cluster. Nothing is said unless the files of the queue manager look complete or a name almost like it exists.',
    sources: [
      'IBM MQ 9.2, DEFINE SUB: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085760_.html',
      'IBM MQ 9.0, Combining topic strings: https://www.ibm.com/docs/en/ibm-mq/9.0?topic=topics-combining-topic-strings',
    ],
  },
  check: { scope: 'object', among: ['subscription'], run: findAll },
};

function findAll(subscription: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  return findAbsent(subscription, context, ['TOPICOBJ'], {
    what: 'topic object',
    consequence: 'Its topic string is not known.',
    applies: ({ name }, { ask }) => !ask((estate) => isClusterTopic(name, estate)),
  });
}

const isClusterTopic = (name: string, estate: Estate): boolean =>
  clusterTopicsOf(estate).some(({ queue }) => queue === name);
