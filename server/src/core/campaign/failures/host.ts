import type { ListFailures } from './list-failures.ts';

/** All that runs there fails. A host with nothing but one queue manager fails as that queue manager does. */
export const hostFailures: ListFailures = ({ plan }) =>
  plan.hosts
    .filter(({ queueManagers, applications }) => queueManagers.length + applications.length > 1)
    .map(({ name: host }) => ({
      title: `Host ${host} fails`,
      element: { kind: 'host', host },
      begin: { do: 'fail-host', host },
      end: { do: 'start-host', host },
    }));
