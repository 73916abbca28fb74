import type { NameSpace, QueueManager } from '#core/model/model.ts';
import { absentReferences } from './parts/absent-references.ts';
import { originOf, type Reference } from './parts/references.ts';
import type { Rule } from './rule.ts';

export const undefinedStorageClass: Rule = {
  code: 'undefined-storage-class',
  group: 'references',
  severity: 'warning',
  title: 'A storage class of a z/OS queue is not defined.',
  docs: {
    behaviour:
      'On z/OS STGCLASS says on which page set the messages of a queue are stored. DEFINE accepts a name that does not exist yet.',
    harm: 'MQPUT to the queue fails.',
    remedy: 'Define the storage class, or correct the name.',
    exception:
      'It is defined in another input data set (CSQINP2). Nothing is said unless the files define storage classes and look complete, or a name almost like it exists.',
    mqSays: '2105 (MQRC_STORAGE_CLASS_ERROR)',
    sources: [
      'IBM MQ for z/OS, DEFINE STGCLASS',
      'IBM MQ, 2105 (MQRC_STORAGE_CLASS_ERROR); that DEFINE does not check the name rests on memory',
    ],
  },
  check: absentReferences(['STGCLASS'], {
    what: 'storage class',
    consequence: 'Messages cannot be put to the queue (2105).',
    applies: (reference, { ask }) => isWritten(reference) && ask((_, own) => definesSome(own(), 'stgclass')),
  }),
};

/** Defaults and the classes of IBM's own samples are there without being seen. */
const isWritten = (reference: Reference): boolean =>
  originOf(reference) !== undefined &&
  !['DEFAULT', 'NODEFINE', 'REMOTE', 'SYSLNGLV', 'SYSVOLAT'].includes(reference.name);

const definesSome = ({ objects }: QueueManager, space: NameSpace): boolean =>
  [...objects.all(space)].some(({ isDefined }) => isDefined);
