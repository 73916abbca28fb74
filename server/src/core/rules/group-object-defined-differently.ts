import { effectiveText } from '#core/model/effective.ts';
import { differingDefinitions } from './parts/group-definitions.ts';
import type { Rule } from './rule.ts';

export const groupObjectDefinedDifferently: Rule = {
  code: 'group-object-defined-differently',
  group: 'cluster',
  severity: 'warning',
  title: 'Members of a queue-sharing group define one GROUP object or CF structure in different ways.',
  docs: {
    behaviour:
      'An object with `QSGDISP(GROUP)` is kept once, in the shared repository in Db2; each member of the queue-sharing group has a copy of it, and the copies are made anew when the one definition changes. A CF structure is never private either. ' +
      'A `DEFINE` on another member finds it there: with `REPLACE` it writes over it for all members, without it is refused because the object exists.',
    harm: 'Which attributes all members get depends on which file ran last.',
    remedy:
      'Define it in one file that one member runs, or make the definitions equal. What only one member needs is altered in its copy: `ALTER … QSGDISP(COPY)`, which stays until the definition of the group changes.',
    exception:
      'The files are never run for the same group, or an attribute is named in `mayDiffer` in `mqsc.yaml` because it is set on purpose by whoever ran last.',
    sources: [
      'IBM MQ 9.0, Private and global definitions on IBM MQ for z/OS: http://setgetweb.com/p/MQ90/adm/q022090_.htm',
      'IBM MQ 8.0, QSGDisp: https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_8.0.0/com.ibm.mq.ref.dev.doc/q103450_.html',
    ],
  },
  check: {
    scope: 'estate',
    run: (estate, { mayDiffer }) =>
      differingDefinitions(
        {
          noun: 'definition',
          spaces: [
            'queue',
            'channel',
            'client-channel',
            'namelist',
            'process',
            'topic',
            'authinfo',
            'stgclass',
            'cfstruct',
          ],
          isOne: (object) => object.type === 'CFSTRUCT' || effectiveText(object, 'QSGDISP') === 'GROUP',
        },
        estate,
        mayDiffer,
      ),
  },
};
