import { effective } from '#core/model/effective.ts';
import { writtenText } from '#core/model/make-object.ts';
import type { MqObject } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const clusterChannelNameMisplaced: Rule = {
  code: 'cluster-channel-name-misplaced',
  group: 'cluster',
  severity: 'error',
  title: 'CLCHNAME is set on a queue that cannot be a cluster transmission queue.',
  docs: {
    behaviour:
      'CLCHNAME names the cluster senders that take their messages from this queue. It needs `USAGE(XMITQ)`; on z/OS also `INDXTYPE(CORRELID)`, and the queue may not be a shared one.',
    harm: 'MQ refuses the command: the queue is not defined, or stays as it was, and the channels go on using the transmission queue that they had.',
    remedy:
      'Give the queue `USAGE(XMITQ)` (the light bulb does it), on z/OS `INDXTYPE(CORRELID)` as well, or remove CLCHNAME.',
    mqSays: '3363 (MQRCCF_CLUS_XMIT_Q_USAGE_ERROR)',
    sources: [
      'IBM MQ, 3363 MQRCCF_CLUS_XMIT_Q_USAGE_ERROR: https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q048180_.html',
    ],
  },
  check: { scope: 'object', among: ['queue'], run: findMisplaced },
};

function* findMisplaced(object: MqObject, { queueManager }: ObjectContext): Iterable<EstateFinding> {
  if (object.type !== 'QLOCAL' || !object.isDefined || isDefaultObject(object.name)) return;
  if (!writtenText(object, 'CLCHNAME')?.value) return;
  const [fault] = needs(object, queueManager).filter(({ keyword, isMet }) => {
    const value = effective(object, keyword);
    return value && !value.isOpen && !isMet(value.value);
  });
  if (!fault) return;
  const now = effective(object, fault.keyword);
  const edit = fault.value === undefined ? undefined : setAttribute(object, fault.keyword, fault.value, now);
  yield {
    at: attributePlace(object, 'CLCHNAME'),
    message: `${object.name} has CLCHNAME but ${fault.keyword}(${now?.value}): MQ refuses this with 3363 (MQRCCF_CLUS_XMIT_Q_USAGE_ERROR).`,
    queueManager: queueManager.name,
    fixes: edit ? [{ title: `Make ${fault.keyword}(${fault.value}) on ${object.name}`, edits: [edit] }] : [],
  };
}

interface Need {
  readonly keyword: string;
  readonly isMet: (value: string) => boolean;
  /** What would do; undefined when nothing can be written without knowing more. */
  readonly value: string | undefined;
}

const needs = (object: MqObject, { isPlatformKnown }: ObjectContext['queueManager']): readonly Need[] => [
  { keyword: 'USAGE', isMet: (value) => value === 'XMITQ', value: 'XMITQ' },
  ...(object.platform === 'zos' && isPlatformKnown
    ? [
        { keyword: 'INDXTYPE', isMet: (value: string) => value === 'CORRELID', value: 'CORRELID' },
        { keyword: 'QSGDISP', isMet: (value: string) => value !== 'SHARED', value: undefined },
      ]
    : []),
];
