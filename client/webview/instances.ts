import type { Picture, PictureApplication } from '#core/sim/picture-types.ts';

/** Instances of one application together, all of them or those at one queue manager. */
export interface Instances {
  readonly count: number;
  readonly running: number;
  readonly state: PictureApplication['state'];
  readonly put: number;
  readonly consumed: number;
  readonly rejected: number;
}

export function instancesOf(picture: Picture, application: string, queueManager?: string): Instances {
  const only = picture.applications.get(application);
  // One program, as most are: no need to look at all of them.
  if (only !== undefined) {
    const isHere = queueManager === undefined || only.queueManager === queueManager;
    return isHere ? { ...only, count: 1, running: only.state === 'running' ? 1 : 0 } : nobody;
  }
  let [count, running, put, consumed, rejected] = [0, 0, 0, 0, 0];
  let state: PictureApplication['state'] = 'stopped';
  for (const one of picture.applications.values()) {
    if (one.application !== application || (queueManager !== undefined && one.queueManager !== queueManager)) continue;
    count++;
    put += one.put;
    consumed += one.consumed;
    rejected += one.rejected;
    if (one.state === 'running') running++;
    if (one.state === 'running' || (one.state === 'waiting' && state === 'stopped')) state = one.state;
  }
  return { count, running, state, put, consumed, rejected };
}

const nobody: Instances = { count: 0, running: 0, state: 'stopped', put: 0, consumed: 0, rejected: 0 };

/** `APP#3` is an instance of APP. */
export const isInstanceOf = (instance: string, application: string): boolean =>
  instance === application ||
  (instance.startsWith(`${application}#`) && /^\d+$/.test(instance.slice(application.length + 1)));
