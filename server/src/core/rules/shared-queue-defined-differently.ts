import { effectiveText } from '#core/model/effective.ts';
import { differingDefinitions } from './parts/group-definitions.ts';
import type { Rule } from './rule.ts';

export const sharedQueueDefinedDifferently: Rule = {
  code: 'shared-queue-defined-differently',
  group: 'cluster',
  severity: 'warning',
  title: 'Members of a queue-sharing group define one shared queue in different ways.',
  docs: {
    behaviour:
      'The definition of a shared queue (`QSGDISP(SHARED)`) is kept once, in the shared repository in Db2, and all members of the queue-sharing group use that one. ' +
      'A `DEFINE` on another member finds it there: with `REPLACE` it writes over it for all members, without it is refused because the queue exists.',
    harm: 'Which attributes the queue has depends on which file ran last, and whoever reads the other file reads what is not true.',
    remedy:
      'Define the queue in one file that one member runs, or make the definitions equal. To change it from another member use `ALTER QLOCAL(…) QSGDISP(SHARED)`, which all members see.',
    exception:
      'The files are never run for the same group, or an attribute is named in `mayDiffer` in `mqsc.yaml` because it is set on purpose by whoever ran last.',
    sources: [
      'IBM MQ 8.0, QSGDisp: "a single instance of the object that is known to all queue managers in the queue-sharing group": https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_8.0.0/com.ibm.mq.ref.dev.doc/q103450_.html',
      'IBM MQ 9.3, Queue sharing groups: the definition is stored in the shared repository on Db2: https://www.ibm.com/docs/en/SSFKSJ_9.3.0/explorer/e_qsg.html',
    ],
  },
  check: {
    scope: 'estate',
    run: (estate, { mayDiffer }) =>
      differingDefinitions(
        {
          noun: 'queue',
          spaces: ['queue'],
          isOne: (object) => object.type === 'QLOCAL' && effectiveText(object, 'QSGDISP') === 'SHARED',
        },
        estate,
        mayDiffer,
      ),
  },
};
