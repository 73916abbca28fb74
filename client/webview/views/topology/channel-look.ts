import type { Picture, PictureChannel } from '#core/sim/picture-types.ts';
import { linkKey } from '../../faults.ts';
import type { Selection } from '../../store.ts';
import type { SceneChannel } from './scene.ts';

/** How a channel's arrow is drawn. */
export const LOOKS = ['unused', 'idle', 'running', 'starting', 'retrying', 'stopped'] as const;
export type Look = (typeof LOOKS)[number];

export function lookOf(channel: SceneChannel, now: PictureChannel | undefined, picture: Picture): Look {
  if (picture.brokenLinks.has(linkKey(channel.from, channel.to))) return 'stopped';
  switch (now?.state) {
    case undefined:
      return 'unused';
    case 'INACTIVE':
      return now.sent > 0 || now.waiting > 0 ? 'idle' : 'unused';
    case 'RUNNING':
      return 'running';
    case 'RETRYING':
      return 'retrying';
    case 'STOPPED':
    case 'PAUSED':
      return 'stopped';
    default:
      return 'starting';
  }
}

export const selectionOf = ({ name, from, to }: SceneChannel): Selection => ({
  kind: 'channel',
  channel: name,
  from,
  to,
});

export const isSelected = (selection: Selection | undefined, { name, from }: SceneChannel): boolean =>
  selection?.kind === 'channel' && selection.channel === name && selection.from === from;

export type Emphasis = 'selected' | 'faint' | 'ordinary';

/** With a queue manager selected, only its own channels stand out; with a queue-sharing group, those of its members. */
export function emphasisOf(selection: Selection | undefined, channel: SceneChannel, picture: Picture): Emphasis {
  if (isSelected(selection, channel)) return 'selected';
  if (selection?.kind !== 'queue-manager') return 'ordinary';
  const { queueManager } = selection;
  const own = picture.queueManagers.get(queueManager)?.group?.members ?? [queueManager];
  return own.includes(channel.from) || own.includes(channel.to) ? 'ordinary' : 'faint';
}
