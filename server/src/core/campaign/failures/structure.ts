import { commandAction } from '../command.ts';
import type { ListFailures } from './list-failures.ts';

/** A structure of the coupling facility fails; RECOVER CFSTRUCT at the first member brings it back. */
export const structureFailures: ListFailures = ({ plan }) =>
  (plan.queueSharingGroups ?? []).flatMap(({ name: queueSharingGroup, members, structures }) => {
    const [first] = members;
    if (first === undefined) return [];
    const ofQueues = plan.queueManagers
      .filter(({ name }) => members.includes(name))
      .flatMap(({ queues }) => queues.map(({ attributes }) => attributes.CFSTRUCT?.value.trim() ?? ''));
    const names = new Set([...structures, ...ofQueues].filter((name) => name !== ''));
    return [...names].map((structure) => ({
      title: `Structure ${structure} of ${queueSharingGroup} fails`,
      element: { kind: 'structure', queueSharingGroup, structure },
      begin: { do: 'fail-structure', queueSharingGroup, structure },
      end: commandAction(first, 'RECOVER', 'CFSTRUCT', structure),
    }));
  });
