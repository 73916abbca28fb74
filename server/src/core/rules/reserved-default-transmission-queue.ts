import { effective } from '#core/model/effective.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { Rule } from './rule.ts';

export const reservedDefaultTransmissionQueue: Rule = {
  code: 'reserved-default-transmission-queue',
  group: 'references',
  severity: 'error',
  title: 'The default transmission queue is one that is reserved for clusters.',
  docs: {
    behaviour:
      'DEFXMITQ takes the messages for queue managers that no transmission queue is named after. SYSTEM.CLUSTER.TRANSMIT.QUEUE is reserved for clusters, and MQ does not let it be the default one.',
    harm: 'The command is refused; where the name is set nevertheless, opening a queue that would use it fails with 2199.',
    remedy:
      'Name a transmission queue of your own that a sender channel empties, or leave DEFXMITQ blank: cluster queues need none.',
    mqSays: '3269 (MQRCCF_DEF_XMIT_Q_CLUS_ERROR), 2199 (MQRC_DEF_XMIT_Q_USAGE_ERROR)',
    sources: [
      'IBM MQ, 3269 MQRCCF_DEF_XMIT_Q_CLUS_ERROR: https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q047850_.html',
      'IBM MQ 9.2, 2199 MQRC_DEF_XMIT_Q_USAGE_ERROR: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tro.doc/q042420_.html',
    ],
  },
  check: {
    scope: 'object',
    among: ['queue-manager'],
    *run(attributes, { queueManager: { name } }) {
      const value = effective(attributes, 'DEFXMITQ');
      if (!value || value.isOpen || value.value !== reserved) return;
      const edit = setAttribute(attributes, 'DEFXMITQ', '', value);
      yield {
        at: attributePlace(attributes, 'DEFXMITQ'),
        message: `${reserved} is reserved for clusters and cannot be the default transmission queue of ${name}: MQ refuses this with 3269 (MQRCCF_DEF_XMIT_Q_CLUS_ERROR).`,
        queueManager: name,
        fixes: edit ? [{ title: 'Leave DEFXMITQ blank', edits: [edit] }] : [],
      };
    },
  },
};

const reserved = 'SYSTEM.CLUSTER.TRANSMIT.QUEUE';
