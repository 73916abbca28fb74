import { writtenIn } from './parts/clone-groups.ts';
import { readingOf } from './parts/difference.ts';
import { oncePerPlace, otherInstances } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import { workloadOf } from './parts/workload.ts';
import type { Rule } from './rule.ts';

export const triggerDepthOnClones: Rule = {
  code: 'trigger-depth-on-clones',
  group: 'ordering',
  severity: 'warning',
  title: 'A queue that triggers at a depth has several instances.',
  docs: {
    behaviour:
      'With `TRIGTYPE(DEPTH)` a trigger message is written when TRIGDPTH messages are on *this* queue. In a cluster each instance counts its own ' +
      'share only.',
    harm:
      'A batch of TRIGDPTH messages is shared out, no instance reaches the depth, and no program is started: the messages wait until more come. ' +
      'If one does start, it finds a part of the batch.',
    remedy:
      'Trigger on `FIRST` and let the program wait for more, divide TRIGDPTH by the number of instances if a part of a batch is of use, or keep one instance.',
    exception: 'Traffic is steady, and the depth only serves to start a program seldom enough.',
    sources: [
      'IBM MQ 10.0, TriggerType: https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=queues-triggertype-mqlong',
      'IBM MQ 9.3, TriggerDepth: https://www.ibm.com/docs/en/ibm-mq/9.3.x?topic=queues-triggerdepth-mqlong',
      'The effect in a cluster follows from these; IBM does not spell it out.',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group) {
      if (!writtenIn(group).has('TRIGDPTH') || workloadOf(group) !== 'shared') return;
      const readings = group.instances.flatMap((instance) => {
        const depth = readingOf(instance, 'TRIGDPTH');
        const triggers = readingOf(instance, 'TRIGGER')?.value === 'TRIGGER';
        const byDepth = readingOf(instance, 'TRIGTYPE')?.value === 'DEPTH';
        return depth && triggers && byDepth && Number(depth.value) > 1 ? depth : [];
      });
      for (const { at, instance, value } of oncePerPlace(readings)) {
        const others = group.instances.filter((other) => other !== instance);
        yield {
          at,
          message:
            `${group.queue} on ${instance.queueManager.name} starts its program at ${value} messages, but the cluster shares them with ${list(others.map((o) => o.queueManager.name))}: ` +
            `each instance counts its own, so up to ${Number(value) - 1} messages wait on each with nothing started. TRIGTYPE(FIRST) avoids it.`,
          queueManager: instance.queueManager.name,
          related: otherInstances(group, instance),
          subject: subjectOf(group, 'TRIGDPTH'),
        };
      }
    },
  },
};
