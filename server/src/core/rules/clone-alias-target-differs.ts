import { effectiveText } from '#core/model/effective.ts';
import { cloneFindings, type Verdict } from './parts/clone-findings.ts';
import { differenceIn } from './parts/difference.ts';
import type { Clones, Rule } from './rule.ts';

export const cloneAliasTargetDiffers: Rule = {
  code: 'clone-alias-target-differs',
  group: 'clones',
  severity: 'warning',
  title: 'A clustered alias or remote queue stands for different queues on different queue managers.',
  docs: {
    behaviour:
      'A clustered alias or remote queue is advertised by its own name. What it stands for (TARGET and TARGTYPE, RNAME and RQMNAME) is not: each queue manager resolves it by its own definition when a message arrives.',
    harm: 'Messages of one application land in different queues, depending on the host that the cluster chose; where TARGTYPE differs, some are published and others queued.',
    remedy: 'Give it the same target on all queue managers; the light bulb does it.',
    exception:
      "Targets that differ in the queue manager's own name only (`QM1.IN`, `QM2.IN`) count as alike. Another RQMNAME is information only: gateways may lead to different partners on purpose. " +
      'The RQMNAME of queue manager aliases (RNAME blank) is not compared, nor is XMITQ, the way there.',
    sources: [
      'IBM MQ 9.2, DEFINE queues (TARGET and TARGTYPE are not cluster attributes): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085690_.html',
      'IBM MQ 9.2, MQWQR, the fields that are known of a queue elsewhere (what it stands for is not among them): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.dev.doc/q082640_.html',
      'IBM MQ, More than one instance of a queue: make the definitions of the instances identical.',
    ],
  },
  check: {
    scope: 'clone-group',
    get compares() {
      return pointers.map(({ keyword, severity }) => ({
        of: 'instance' as const,
        keyword,
        ...(severity && { severity }),
      }));
    },
    *run(group, { mayDiffer }) {
      const allowed = new Set(mayDiffer.map((one) => one.toUpperCase()));
      for (const { keyword, type, ...verdict } of pointers) {
        const alike = allowed.has(keyword) ? undefined : instancesOf(group, { type, keyword });
        const difference = alike && differenceIn(alike, keyword);
        if (difference) yield* cloneFindings(difference, verdict);
      }
    },
  },
};

interface Pointer extends Verdict {
  readonly keyword: string;
  readonly type: string;
}

const consequence = 'The cluster does not know what it stands for, so messages land in the one or the other.';

const pointers: readonly Pointer[] = [
  { type: 'QALIAS', keyword: 'TARGET', consequence },
  { type: 'QALIAS', keyword: 'TARGTYPE', consequence },
  { type: 'QREMOTE', keyword: 'RNAME', consequence },
  { type: 'QREMOTE', keyword: 'RQMNAME', severity: 'info', consequence },
];

/** The instances of one type; undefined when fewer than two are comparable. Where RNAME is blank it is a queue manager alias, whose RQMNAME may differ. */
const instancesOf = (group: Clones, { type, keyword }: Pick<Pointer, 'type' | 'keyword'>): Clones | undefined => {
  const instances = group.instances.filter(
    ({ object }) => object.type === type && (keyword !== 'RQMNAME' || effectiveText(object, 'RNAME') !== ''),
  );
  if (instances.length < 2) return undefined;
  return instances.length === group.instances.length ? group : { ...group, instances };
};
