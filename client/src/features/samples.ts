/** A sample cluster that ships with the extension. */
export interface Sample {
  readonly folder: string;
  readonly label: string;
  readonly detail: string;
  /** The file to show first. */
  readonly first: string;
  readonly files: readonly string[];
}

/** The files by name: in VS Code for the Web an extension's folder cannot be listed. A test holds the list to the folder. */
export const samples: readonly Sample[] = [
  {
    folder: 'figure-1',
    label: 'One queue on two queue managers',
    detail: 'Four queue managers; Q3 has two instances that differ, and one queue that relies on order.',
    first: 'QM2.mqsc',
    files: [
      'mqsc.yaml',
      'README.md',
      'QM1.mqsc',
      'QM2.mqsc',
      'QM3.mqsc',
      'QM4.mqsc',
      'scenarios/bound-messages-wait.mqsim.yaml',
      'scenarios/last-instance-to-dead-letter-queue.mqsim.yaml',
      'scenarios/local-instance-first.mqsim.yaml',
      'scenarios/messages-in-flight.mqsim.yaml',
      'scenarios/prices-overtake.mqsim.yaml',
      'scenarios/qm2-fails.mqsim.yaml',
      'scenarios/steady.mqsim.yaml',
    ],
  },
  {
    folder: 'cloned-servers',
    label: 'Cloned application servers',
    detail: 'Two hosts with the same listener, one that only distributes, and a scenario for each way to fail.',
    first: 'QM1.mqsc',
    files: [
      'mqsc.yaml',
      'README.md',
      'common.mqsc',
      'QM1.mqsc',
      'QM2.mqsc',
      'QM3.mqsc',
      'scenarios/1-application-server-down.mqsim.yaml',
      'scenarios/2-queue-manager-fails.mqsim.yaml',
      'scenarios/3-distributor-fails.mqsim.yaml',
      'scenarios/4-host-fails.mqsim.yaml',
      'scenarios/5-in-doubt.mqsim.yaml',
      'scenarios/6-poison-message.mqsim.yaml',
      'scenarios/7-listener-waits-for-its-queue-manager.mqsim.yaml',
      'scenarios/8-transaction-in-doubt.mqsim.yaml',
      'scenarios/9-standby-takes-over.mqsim.yaml',
      'scenarios/10-monitor-steers-away.mqsim.yaml',
    ],
  },
  {
    folder: 'uniform-cluster',
    label: 'A uniform cluster',
    detail: 'Four queue managers that are alike, and twelve instances of an application that move between them.',
    first: 'uniform.mqsc',
    files: [
      'mqsc.yaml',
      'README.md',
      'uniform.mqsc',
      'QMGR1.mqsc',
      'QMGR2.mqsc',
      'QMGR3.mqsc',
      'QMGR4.mqsc',
      'scenarios/a-member-fails.mqsim.yaml',
      'scenarios/a-member-is-suspended.mqsim.yaml',
      'scenarios/a-member-joins.mqsim.yaml',
    ],
  },
];
