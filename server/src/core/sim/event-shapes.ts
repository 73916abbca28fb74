import type { TraceEvent } from './trace.ts';

/**
 * The fields of each kind of event, in the order in which they stand in a trace. A kind or a field that is missing here, or
 * has another type, does not compile.
 *
 * `text` is a text, `number` a whole number below 2 ** 31, `time` microseconds, `flag` true or false, `numbers` a list, `data`
 * anything that JSON can hold; those with `?` may be missing.
 */
export const eventShapes = {
  'queue-manager': { queueManager: 'text', state: 'text', reason: 'text' },
  application: { application: 'text', state: 'text', reason: 'text' },
  connection: { application: 'text', queueManager: 'text', reason: 'text' },
  takeover: { queueManager: 'text', from: 'text', host: 'text' },
  transaction: { message: 'number', application: 'text', state: 'text', reason: 'text' },
  structure: { queueSharingGroup: 'text', structure: 'text', state: 'text' },
  link: { from: 'text', to: 'text', state: 'text' },
  channel: { channel: 'text', from: 'text', to: 'text', state: 'text', reason: 'text' },
  open: {
    application: 'text',
    queueManager: 'text',
    queue: 'text',
    bound: 'text?',
    reason: 'number',
    decision: 'number?',
  },
  rejected: {
    application: 'text',
    queueManager: 'text',
    queue: 'text',
    call: 'text',
    reason: 'number',
    decision: 'number?',
  },
  put: {
    message: 'number',
    application: 'text',
    queueManager: 'text',
    queue: 'text',
    persistent: 'flag',
    bound: 'flag',
    copyOf: 'number?',
    decision: 'number?',
  },
  commit: { messages: 'numbers', application: 'text', queueManager: 'text' },
  enqueue: {
    message: 'number',
    queueManager: 'text',
    queue: 'text',
    role: 'text',
    target: 'data?',
    reason: 'text',
    decision: 'number?',
  },
  send: { message: 'number', channel: 'text', from: 'text', to: 'text', untilUs: 'time' },
  return: { message: 'number', queueManager: 'text', queue: 'text', channel: 'text', to: 'text', reason: 'text' },
  'in-doubt': { messages: 'numbers', channel: 'text', from: 'text', to: 'text', isInDoubt: 'flag' },
  get: { message: 'number', application: 'text', queueManager: 'text', queue: 'text', untilUs: 'time' },
  consumed: { message: 'number', application: 'text', queueManager: 'text', queue: 'text' },
  backout: { message: 'number', application: 'text', queueManager: 'text', queue: 'text', count: 'number' },
  gone: { message: 'number', how: 'text', queueManager: 'text', reason: 'text' },
  command: { queueManager: 'text', command: 'text', result: 'text' },
  note: { queueManager: 'text?', text: 'text', message: 'number?' },
  violation: { violation: 'data' },
} as const satisfies Shapes;

export type EventKind = TraceEvent['kind'];

export type FieldKind = 'text' | 'text?' | 'number' | 'number?' | 'time' | 'flag' | 'numbers' | 'data' | 'data?';

type Shapes = {
  readonly [Kind in EventKind]: ShapeOf<Extract<TraceEvent, { readonly kind: Kind }>>;
};

type ShapeOf<Event> = {
  readonly [Field in Exclude<keyof Event, 'kind' | 'atUs'>]: FieldKindOf<Event[Field]>;
};

type FieldKindOf<Value> = undefined extends Value
  ? `${OptionalKindOf<Exclude<Value, undefined>>}?`
  : RequiredKindOf<Value>;

type OptionalKindOf<Value> = Value extends string ? 'text' : Value extends number ? 'number' : 'data';

type RequiredKindOf<Value> = Value extends string
  ? 'text'
  : Value extends boolean
    ? 'flag'
    : Value extends number
      ? 'number' | 'time'
      : Value extends readonly number[]
        ? 'numbers'
        : 'data';
