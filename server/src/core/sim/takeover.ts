import { note } from './notes.ts';
import { startQueueManager } from './queue-manager.ts';
import type { QueueManager, World } from './world.ts';

/** A standby has noticed the failure. A controlled end hands over to nobody, unless it is a switch-over. It runs again, on the host of its standby; the host that it failed on is the next standby's. */
export function takeOver(world: World, qm: QueueManager, failure: number): void {
  const { standby, host: before } = qm;
  if (standby === undefined || qm.state !== 'down' || failure !== qm.failures) return;
  const host = standby.host ?? before;
  if (host !== undefined && world.downHosts.has(host)) {
    note(world, qm.name, `${qm.name} is not taken over: host ${host} is down as well.`);
    return;
  }
  if (host !== undefined && host !== before) {
    qm.host = host;
    qm.standby = { ...standby, host: before };
    world.record?.({ kind: 'takeover', atUs: world.nowUs, queueManager: qm.name, from: before ?? '', host });
  }
  // A replica has the log, and what is logged is persistent. (IBM: Persistence for MQMD, 9.3: whatever NPMCLASS says.)
  if (standby.isNativeHa) qm.lastEnd = 'other-leader';
  startQueueManager(world, qm, host === before ? 'was started again by itself' : `was taken over on ${host}`);
}
