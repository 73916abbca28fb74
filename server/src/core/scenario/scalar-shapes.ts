import { parsed } from './shape.ts';
import { printBandwidth, printDuration, printSize, readBandwidth, readDuration, readRate, readSize } from './units.ts';

const channelConditions: readonly string[] = [
  'in-doubt',
  'INACTIVE',
  'BINDING',
  'INITIALIZING',
  'STARTING',
  'RUNNING',
  'STOPPING',
  'RETRYING',
  'REQUESTING',
  'PAUSED',
  'STOPPED',
  'SWITCHING',
];

export const duration = parsed(
  { type: ['string', 'integer'], pattern: '^\\d+(\\.\\d+)?\\s*(us|ms|s|min|h|d)$|^0$' },
  readDuration,
  'A time such as 100ms, 5s or 2min is expected',
  printDuration,
);
export const size = parsed(
  { type: ['string', 'integer'], pattern: '^\\d+(\\.\\d+)?\\s*(B|KB|MB|GB)$|^0$' },
  readSize,
  'A size such as 512B, 4KB or 1MB is expected',
  printSize,
);
export const bandwidth = parsed(
  { type: ['string', 'integer'], pattern: '^\\d+(\\.\\d+)?\\s*(B|KB|MB|GB)/s$|^0$|^unlimited$' },
  readBandwidth,
  'A bandwidth such as 100MB/s, or unlimited, is expected',
  printBandwidth,
);
export const rate = parsed(
  { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*/\\s*(us|ms|s|min|h|d)$' },
  readRate,
  'A rate such as 10/s or 30/min is expected',
);
export const share = parsed(
  { type: 'number', minimum: 0, maximum: 1 },
  (written) => (/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(written) ? Number(written) : undefined),
  'A number from 0 to 1 is expected',
);
export const expiry = parsed(
  { type: ['string', 'integer'], pattern: '^\\d+(\\.\\d+)?\\s*(us|ms|s|min|h|d)$|^none$' },
  (written) => (written === 'none' ? 0 : readDuration(written)),
  'A time such as 30s, or none, is expected',
  (us) => (us === 0 ? 'none' : printDuration(us)),
);
/** -1 for never. */
export const patience = parsed(
  { type: ['string', 'integer'], pattern: '^\\d+(\\.\\d+)?\\s*(us|ms|s|min|h|d)$|^0$|^never$' },
  (written) => (written === 'never' ? -1 : readDuration(written)),
  'A time such as 10s, or never, is expected',
  (us) => (us === -1 ? 'never' : printDuration(us)),
);
export const priority = parsed<'as-q-def' | number>(
  { enum: ['as-q-def', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
  (written) => (written === 'as-q-def' ? written : /^\d$/.test(written) ? Number(written) : undefined),
  'A priority from 0 to 9, or as-q-def, is expected',
);
export const mqVersion = parsed(
  { type: ['string', 'number'], pattern: '^\\d+(\\.\\d+)*$' },
  (written) => (/^\d+(\.\d+)*$/.test(written) ? written : undefined),
  'A version such as "9.4" is expected',
);
/** A state of a channel, or `in-doubt`, in any case; the states come out in capitals, as MQ writes them. */
export const channelCondition = parsed(
  { type: 'string' },
  (written) => channelConditions.find((each) => each.toUpperCase() === written.toUpperCase()),
  `One of ${channelConditions.join(', ')} is expected`,
);

export const trueOrFalse = parsed(
  { type: 'boolean' },
  (written) => (written === 'true' ? true : written === 'false' ? false : undefined),
  'true or false is expected',
);
