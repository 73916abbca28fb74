import { effective } from '#core/model/effective.ts';
import { writtenText } from '#core/model/make-object.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { attributePlace } from './parts/attribute-place.ts';
import type { Rule } from './rule.ts';

export const sharedQueueWithoutStructure: Rule = {
  code: 'shared-queue-without-structure',
  group: 'cluster',
  severity: 'error',
  title: 'A shared queue has no coupling facility structure.',
  docs: {
    behaviour:
      'The messages of a queue with `QSGDISP(SHARED)`, and of the dynamic queues that a model queue with `DEFTYPE(SHAREDYN)` makes, are kept in the structure that CFSTRUCT names. It cannot be blank there.',
    harm: 'MQ refuses the command, and the queue does not exist.',
    remedy: 'Name the structure with `CFSTRUCT(…)`; it cannot be changed later without deleting the queue.',
    sources: [
      'MQSeries MQSC Command Reference (SC33-1369-13), DEFINE queues, CFSTRUCT: "On a local queue with QSGDISP(SHARED) or a model queue with a DEFTYPE(SHAREDYN), CFSTRUCT cannot be blank"',
    ],
  },
  check: {
    scope: 'object',
    among: ['queue'],
    *run(object, { queueManager }) {
      const because = sharing[object.type];
      if (!because || !object.isDefined || object.sharedFrom || isDefaultObject(object.name)) return;
      const [keyword, value] = because;
      if (writtenText(object, keyword)?.value !== value) return;
      const structure = effective(object, 'CFSTRUCT');
      if (structure?.isOpen || (structure && structure.value !== '')) return;
      yield {
        at: attributePlace(object, keyword),
        message: `${object.name} has ${keyword}(${value}) and no CFSTRUCT: MQ refuses it, because the structure that holds the messages cannot be blank.`,
        queueManager: queueManager.name,
      };
    },
  },
};

/** By type of queue, what makes its messages shared. */
const sharing: Readonly<Record<string, readonly [keyword: string, value: string]>> = {
  QLOCAL: ['QSGDISP', 'SHARED'],
  QMODEL: ['DEFTYPE', 'SHAREDYN'],
};
