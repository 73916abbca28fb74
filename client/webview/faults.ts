import type { PlanAction } from '#core/scenario/plan.ts';
import type { Picture } from '#core/sim/picture-types.ts';
import { instancesOf } from './instances.ts';
import type { Selection } from './store.ts';

/** Something that a person can do to the run at the moment shown. */
export interface FaultChoice {
  readonly label: string;
  readonly action: PlanAction;
  readonly isRepair: boolean;
}

/** What can be done to a thing now; the first choice is the one of the power button. */
export function faultsFor(picture: Picture, selection: Selection): readonly FaultChoice[] {
  switch (selection.kind) {
    case 'queue-manager':
    case 'queue':
      return queueManagerFaults(picture, selection.queueManager);
    case 'channel':
      return linkFaults(picture, selection.from, selection.to);
    case 'application':
      return applicationFaults(picture, selection.application);
    default:
      return [];
  }
}

/** An action in words: `Fail QM2`. */
export function actionLabel(action: PlanAction): string {
  switch (action.do) {
    case 'fail-queue-manager':
      return `Fail ${action.queueManager}`;
    case 'stop-queue-manager':
      return `End ${action.queueManager}`;
    case 'switch-over':
      return `Switch ${action.queueManager} over`;
    case 'start-queue-manager':
      return `Start ${action.queueManager}`;
    case 'fail-host':
      return `Fail host ${action.host}`;
    case 'start-host':
      return `Start host ${action.host}`;
    case 'break-link':
      return `Break the link ${action.from} – ${action.to}`;
    case 'repair-link':
      return `Repair the link ${action.from} – ${action.to}`;
    case 'stop-application':
      return `Stop ${action.application}`;
    case 'start-application':
      return `Start ${action.application}`;
    case 'inquire':
      return `${action.queueManager}: MQINQ of ${action.queue}`;
    case 'resolve-transactions':
      return `${action.action === 'commit' ? 'Commit' : 'Back out'} transactions of ${action.application} by hand`;
    case 'fail-structure':
      return `Fail structure ${action.structure}`;
    case 'mqsc':
      return `${action.queueManager}: ${action.command}`;
  }
}

/** As `Picture.brokenLinks` names a pair. */
export const linkKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

const choice = (action: PlanAction): FaultChoice => ({
  label: actionLabel(action),
  action,
  isRepair: action.do.startsWith('start-') || action.do.startsWith('repair-'),
});

function queueManagerFaults(picture: Picture, queueManager: string): readonly FaultChoice[] {
  const { state, group, hasStandby } = picture.queueManagers.get(queueManager) ?? {};
  if (group !== undefined)
    return group.structures
      .filter((each) => !group.failedStructures.includes(each))
      .map((structure) => choice({ do: 'fail-structure', queueSharingGroup: queueManager, structure }));
  if (state === undefined) return [];
  if (state === 'down') return [choice({ do: 'start-queue-manager', queueManager })];
  return [
    choice({ do: 'fail-queue-manager', queueManager }),
    choice({ do: 'stop-queue-manager', queueManager }),
    ...(hasStandby && state === 'running' ? [choice({ do: 'switch-over', queueManager })] : []),
  ];
}

function linkFaults(picture: Picture, from: string, to: string): readonly FaultChoice[] {
  return picture.brokenLinks.has(linkKey(from, to))
    ? [choice({ do: 'repair-link', from, to })]
    : [choice({ do: 'break-link', from, to })];
}

function applicationFaults(picture: Picture, application: string): readonly FaultChoice[] {
  return instancesOf(picture, application).state === 'stopped'
    ? [choice({ do: 'start-application', application })]
    : [choice({ do: 'stop-application', application })];
}
