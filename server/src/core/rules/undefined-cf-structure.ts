import { effectiveText } from '#core/model/effective.ts';
import { absentReferences } from './parts/absent-references.ts';
import { originOf } from './parts/references.ts';
import type { Rule } from './rule.ts';

export const undefinedCfStructure: Rule = {
  code: 'undefined-cf-structure',
  group: 'references',
  severity: 'warning',
  title: 'The coupling facility structure of a shared queue is not defined.',
  docs: {
    behaviour:
      'CFSTRUCT names the coupling facility structure that holds the messages of a shared queue (z/OS). It needs a CFSTRUCT definition in the queue-sharing group and a structure in the coupling facility.',
    harm: 'The shared queue cannot be used: opening it or putting to it fails on every queue manager of the group.',
    remedy: 'Define the structure (`DEFINE CFSTRUCT`), or correct the name.',
    exception:
      'Another member of the queue-sharing group or another file defines it. Nothing is said unless the files define structures and look complete, or a name almost like it exists.',
    mqSays: '2349 (MQRC_CF_STRUC_ERROR), where the coupling facility has no structure of that name either',
    sources: [
      'IBM MQ, 2349 (MQRC_CF_STRUC_ERROR): https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q043780_.html',
      'IBM MQ for z/OS, DEFINE CFSTRUCT; what happens without it rests on memory',
    ],
  },
  check: absentReferences(['CFSTRUCT'], {
    what: 'CF structure',
    consequence: 'The shared queue cannot be used.',
    applies: (reference, { ask }) =>
      originOf(reference) !== undefined &&
      // A private queue keeps its messages on a page set, whatever CFSTRUCT says.
      (reference.object.type === 'QMODEL' || effectiveText(reference.object, 'QSGDISP') === 'SHARED') &&
      ask((_, own) => [...own().objects.all('cfstruct')].some(({ isDefined }) => isDefined)),
  }),
};
