import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { oncePerPlace } from './parts/places.ts';
import { sharingGroupsOf } from './parts/sharing-groups.ts';
import type { Rule } from './rule.ts';

export const sharedAndPrivateNameClash: Rule = {
  code: 'shared-and-private-name-clash',
  group: 'cluster',
  severity: 'error',
  title: 'A member of a queue-sharing group has a private queue with the name of a shared one.',
  docs: {
    behaviour:
      'A shared queue (`QSGDISP(SHARED)`) is there on every member of the queue-sharing group, whichever of them defined it. It can be defined although a member has a private queue, alias or remote queue of that name.',
    harm: 'Opening that name on the member fails with 2343: neither the shared nor the private queue can be used there.',
    remedy: 'Delete or rename one of the two.',
    mqSays: '2343 (MQRC_OBJECT_NOT_UNIQUE)',
    sources: [
      'IBM MQ 9.2, DEFINE queues: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085690_.html',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      for (const { name, members } of sharingGroupsOf(estate)) {
        const queues = members.flatMap(({ objects }) =>
          [...objects.all('queue')].filter((one) => one.isDefined && !one.nameIsOpen && !one.sharedFrom),
        );
        const shared = new Map(queues.filter((one) => dispositionOf(one) === 'SHARED').map((one) => [one.name, one]));
        const clashes = queues.flatMap((queue) => {
          const other = shared.get(queue.name);
          const isPrivate = queue.type !== 'QMODEL' && ['', 'QMGR'].includes(dispositionOf(queue));
          return other && other !== queue && isPrivate ? { queue, other, at: queue.nameAt } : [];
        });
        for (const { at, queue, other } of oncePerPlace(clashes)) {
          yield {
            at,
            message: `${queue.name} is private to ${queue.queueManager} here and shared in queue-sharing group ${name} by ${other.queueManager}: opening it on ${queue.queueManager} fails with 2343 (MQRC_OBJECT_NOT_UNIQUE).`,
            queueManager: queue.queueManager,
            related: [{ at: other.nameAt, message: `The shared queue, defined on ${other.queueManager}` }],
            subject: {
              cluster: undefined,
              queue: queue.name,
              attribute: 'QSGDISP',
              queueManagers: [queue.queueManager, other.queueManager],
            },
          };
        }
      }
    },
  },
};

/** Blank where the platform is not known to be z/OS, which means private. */
const dispositionOf = (queue: MqObject): string => effectiveText(queue, 'QSGDISP');
