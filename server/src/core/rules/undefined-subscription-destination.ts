import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { findAbsent } from './parts/absent-references.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const undefinedSubscriptionDestination: Rule = {
  code: 'undefined-subscription-destination',
  group: 'references',
  severity: 'warning',
  title: 'The destination queue of a subscription is not defined.',
  docs: {
    behaviour: 'DEST of a SUB is the queue that publications are put to, on this queue manager or on DESTQMGR.',
    harm: 'The subscription gets nothing: publications for it go to the dead-letter queue, or make the publisher fail.',
    remedy: 'Define the queue before the subscription, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it, or it is a cluster queue. Nothing is said unless the files of the queue manager look complete or a name almost like it exists.',
    sources: ['IBM MQ 9.0, DEFINE SUB; where publications go without it rests on memory'],
  },
  check: { scope: 'object', among: ['subscription'], run: findAll },
};

function findAll(subscription: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  return findAbsent(subscription, context, ['DEST'], {
    what: 'queue',
    consequence: 'Publications have nowhere to go.',
    orInCluster: 'yes',
    applies: ({ object }, { queueManager }) => ['', queueManager.name].includes(effectiveText(object, 'DESTQMGR')),
  });
}
