import type { ListFailures } from './list-failures.ts';

/** It stops; what it had not committed is backed out. */
export const applicationFailures: ListFailures = ({ plan }) =>
  plan.applications.map(({ name: application }) => ({
    title: `${application} stops`,
    element: { kind: 'application', application },
    begin: { do: 'stop-application', application },
    end: { do: 'start-application', application },
  }));
