import type { CloneGroup } from '#core/model/model.ts';
import { cloneFindings } from './parts/clone-findings.ts';
import { cloneGroupsOf } from './parts/clone-groups.ts';
import { differenceIn } from './parts/difference.ts';
import type { Rule } from './rule.ts';

export const cloneAliasTargetDiffers: Rule = {
  code: 'clone-alias-target-differs',
  group: 'clones',
  severity: 'warning',
  title: 'A clustered alias stands for different queues on different queue managers.',
  docs: {
    behaviour:
      'A clustered alias is advertised by its own name. What it stands for (TARGET, TARGTYPE) is not: each queue manager resolves it by its own definition when a message arrives.',
    harm: 'Messages of one application land in different queues, depending on the host that the cluster chose; where TARGTYPE differs, some are published and others queued.',
    remedy: 'Give the alias the same target on all queue managers; the light bulb does it.',
    exception: "Targets that differ in the queue manager's own name only (`QM1.IN`, `QM2.IN`) count as alike.",
    sources: [
      'IBM MQ 9.2, DEFINE queues (TARGET and TARGTYPE are not cluster attributes): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085690_.html',
      'IBM MQ, More than one instance of a queue: make the definitions of the instances identical.',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate, { mayDiffer }) {
      for (const group of cloneGroupsOf(estate)) {
        const instances = group.instances.filter(({ object }) => object.type === 'QALIAS');
        if (instances.length < 2) continue;
        const aliases: CloneGroup = instances.length === group.instances.length ? group : { ...group, instances };
        for (const keyword of ['TARGET', 'TARGTYPE']) {
          if (mayDiffer.some((one) => one.toUpperCase() === keyword)) continue;
          const difference = differenceIn(aliases, keyword);
          if (difference)
            yield* cloneFindings(difference, {
              consequence:
                'The cluster does not know what the alias stands for, so messages land in the one or the other.',
            });
        }
      }
    },
  },
};
