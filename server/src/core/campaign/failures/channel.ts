import { commandAction } from '../command.ts';
import { type ListFailures, lanes } from './list-failures.ts';

/** STOP CHANNEL at the sending end, in both modes. */
export const channelFailures: ListFailures = (scene) =>
  lanes(scene).flatMap((lane) => {
    const { from, channel } = lane;
    const element = { kind: 'channel', ...lane } as const;
    const end = commandAction(from, 'START', 'CHANNEL', channel);
    return [
      {
        title: `${from} stops channel ${channel}`,
        element,
        begin: commandAction(from, 'STOP', 'CHANNEL', channel),
        end,
      },
      {
        title: `${from} stops channel ${channel} by force`,
        element,
        begin: commandAction(from, 'STOP', 'CHANNEL', channel, { MODE: 'FORCE' }),
        end,
      },
    ];
  });
