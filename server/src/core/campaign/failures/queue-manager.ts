import type { ListFailures } from './list-failures.ts';

/** It crashes, or is ended in a controlled way. */
export const queueManagerFailures: ListFailures = ({ plan }) =>
  plan.queueManagers.flatMap(({ name: queueManager }) => {
    const element = { kind: 'queue-manager', queueManager } as const;
    const end = { do: 'start-queue-manager', queueManager } as const;
    return [
      { title: `${queueManager} crashes`, element, begin: { do: 'fail-queue-manager', queueManager }, end },
      { title: `${queueManager} is ended`, element, begin: { do: 'stop-queue-manager', queueManager }, end },
    ];
  });
