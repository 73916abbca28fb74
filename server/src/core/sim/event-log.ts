import { type EventKind, eventShapes, type FieldKind } from './event-shapes.ts';
import type { TraceEvent } from './trace.ts';

/**
 * The events of a run in columns: about thirty bytes an event, no objects, so a million of them are posted from a thread to
 * another in no time. `eventAt` makes the object when somebody looks.
 */
export interface EventLog {
  length: number;
  /** Index in `eventKinds`. */
  kind: Uint8Array;
  atUs: Float64Array;
  /** Where the fields of each event begin in `fields`. */
  start: Uint32Array;
  /** One number a field, two for a time; a list is its length and its items; a text its place in `texts`; -1 is missing. */
  fields: Int32Array;
  fieldCount: number;
  /** Each text once. */
  readonly texts: string[];
}

/** An event log that grows: where each text stands is known. */
export interface EventRecorder {
  readonly log: EventLog;
  readonly textNumbers: Map<string, number>;
}

export const eventKinds = Object.keys(eventShapes) as readonly EventKind[];

export function makeEventRecorder(): EventRecorder {
  const log: EventLog = {
    length: 0,
    kind: new Uint8Array(256),
    atUs: new Float64Array(256),
    start: new Uint32Array(256),
    fields: new Int32Array(2048),
    fieldCount: 0,
    texts: [],
  };
  return { log, textNumbers: new Map() };
}

/** A recorder that goes on after the first `length` events of a log. */
export function continueRecorder(log: EventLog, length: number, textCount: number): EventRecorder {
  const recorder = makeEventRecorder();
  const texts = log.texts.slice(0, textCount);
  const fieldCount = length < log.length ? (log.start[length] ?? 0) : log.fieldCount;
  Object.assign(recorder.log, {
    length,
    kind: log.kind.slice(0, Math.max(256, length)),
    atUs: log.atUs.slice(0, Math.max(256, length)),
    start: log.start.slice(0, Math.max(256, length)),
    fields: log.fields.slice(0, Math.max(2048, fieldCount)),
    fieldCount,
    texts,
  });
  texts.forEach((text, number) => {
    recorder.textNumbers.set(text, number);
  });
  return recorder;
}

export function recordEvent(recorder: EventRecorder, event: TraceEvent): void {
  begin(recorder.log, event.kind, event.atUs);
  const values = event as unknown as Readonly<Record<string, unknown>>;
  for (const [field, kind] of shapeOf(event.kind)) addField(recorder, kind, values[field]);
}

/** The event at a place in the log. */
export function eventAt(log: EventLog, at: number): TraceEvent | undefined {
  const kind = at < 0 || at >= log.length ? undefined : eventKinds[log.kind[at] ?? 0];
  if (kind === undefined) return undefined;
  const event: Record<string, unknown> = { kind, atUs: log.atUs[at] ?? 0 };
  const reader = { log, next: log.start[at] ?? 0 };
  for (const [field, fieldKind] of shapeOf(kind)) event[field] = readField(reader, fieldKind);
  return event as unknown as TraceEvent;
}

/** Whether two logs have the same event at a place; their texts may be numbered differently. */
export function isSameEvent(first: EventLog, second: EventLog, at: number): boolean {
  if (first.kind[at] !== second.kind[at] || first.atUs[at] !== second.atUs[at]) return false;
  const kind = at < first.length ? eventKinds[first.kind[at] ?? 0] : undefined;
  if (kind === undefined) return at >= second.length;
  let here = first.start[at] ?? 0;
  let there = second.start[at] ?? 0;
  for (const [, fieldKind] of shapeOf(kind)) {
    const width = widthOf(fieldKind, first.fields[here] ?? 0);
    const isText = isInTexts(fieldKind);
    for (let i = 0; i < width; i++) {
      const one = first.fields[here++] ?? 0;
      const other = second.fields[there++] ?? 0;
      if (isText ? first.texts[one] !== second.texts[other] : one !== other) return false;
    }
  }
  return true;
}

/** An event as a row for a file: its kind, its time, its fields. Texts are their numbers, what is missing is null. */
export function eventRow(log: EventLog, at: number): readonly unknown[] {
  const kind = eventKinds[log.kind[at] ?? 0] ?? 'note';
  const row: unknown[] = [kind, log.atUs[at] ?? 0];
  const reader = { log, next: log.start[at] ?? 0 };
  for (const [, fieldKind] of shapeOf(kind)) {
    const number = isInTexts(fieldKind) ? log.fields[reader.next++] : readField(reader, fieldKind);
    row.push(number === missing || number === undefined ? null : number);
  }
  return row;
}

/** Takes in a row of a file; false when it is none. */
export function addEventRow(recorder: EventRecorder, row: readonly unknown[]): boolean {
  const kind = eventKinds.find((each) => each === row[0]);
  if (kind === undefined || typeof row[1] !== 'number') return false;
  begin(recorder.log, kind, row[1]);
  for (const [i, [, fieldKind]] of shapeOf(kind).entries()) {
    const value = row[i + 2] ?? undefined;
    addField(recorder, isInTexts(fieldKind) ? 'number?' : fieldKind, value);
  }
  return true;
}

export const eventsOf = (log: EventLog): readonly TraceEvent[] =>
  Array.from({ length: log.length }, (_, at) => eventAt(log, at) as TraceEvent);

/** A log without room to grow. */
export const trimmed = (log: EventLog): EventLog => ({
  ...log,
  kind: log.kind.slice(0, log.length),
  atUs: log.atUs.slice(0, log.length),
  start: log.start.slice(0, log.length),
  fields: log.fields.slice(0, log.fieldCount),
});

const kindNumbers = Object.fromEntries(eventKinds.map((kind, number) => [kind, number])) as Record<EventKind, number>;

const shapes = new Map(
  eventKinds.map((kind) => [kind, Object.entries(eventShapes[kind]) as [string, FieldKind][]] as const),
);
const shapeOf = (kind: EventKind): readonly (readonly [string, FieldKind])[] => shapes.get(kind) ?? [];

function begin(log: EventLog, kind: EventKind, atUs: number): void {
  if (log.length === log.kind.length) grow(log);
  const at = log.length++;
  log.kind[at] = kindNumbers[kind];
  log.atUs[at] = atUs;
  log.start[at] = log.fieldCount;
}

const isInTexts = (kind: FieldKind): boolean =>
  kind === 'text' || kind === 'text?' || kind === 'data' || kind === 'data?';

/** Numbers that a field takes, given the first of them. */
const widthOf = (kind: FieldKind, first: number): number => (kind === 'time' ? 2 : kind === 'numbers' ? first + 1 : 1);

const missing = -1;
const timeHalf = 2 ** 30;

function addField(recorder: EventRecorder, kind: FieldKind, value: unknown): void {
  const { log } = recorder;
  if (value === undefined) {
    add(log, missing);
    return;
  }
  switch (kind) {
    case 'number':
    case 'number?':
      add(log, Number(value));
      break;
    case 'flag':
      add(log, value === true ? 1 : 0);
      break;
    case 'time':
      add(log, Math.floor(Number(value) / timeHalf));
      add(log, Number(value) % timeHalf);
      break;
    case 'numbers': {
      const numbers: readonly unknown[] = Array.isArray(value) ? value : [];
      add(log, numbers.length);
      for (const each of numbers) add(log, Number(each));
      break;
    }
    case 'data':
    case 'data?':
      add(log, numberOf(recorder, JSON.stringify(value)));
      break;
    default:
      add(log, numberOf(recorder, String(value)));
  }
}

function readField(reader: { readonly log: EventLog; next: number }, kind: FieldKind): unknown {
  const { log } = reader;
  const first = log.fields[reader.next++] ?? missing;
  switch (kind) {
    case 'number':
      return first;
    case 'number?':
      return first === missing ? undefined : first;
    case 'flag':
      return first === 1;
    case 'time':
      return first * timeHalf + (log.fields[reader.next++] ?? 0);
    case 'numbers': {
      reader.next += first;
      return Array.from(log.fields.subarray(reader.next - first, reader.next));
    }
    case 'data':
    case 'data?':
      return first === missing ? undefined : JSON.parse(log.texts[first] ?? 'null');
    default:
      return first === missing ? undefined : (log.texts[first] ?? '');
  }
}

function add(log: EventLog, number: number): void {
  if (log.fieldCount === log.fields.length) {
    const bigger = new Int32Array(log.fields.length * 2);
    bigger.set(log.fields);
    log.fields = bigger;
  }
  log.fields[log.fieldCount++] = number;
}

function numberOf({ log, textNumbers }: EventRecorder, text: string): number {
  const known = textNumbers.get(text);
  if (known !== undefined) return known;
  const number = log.texts.push(text) - 1;
  textNumbers.set(text, number);
  return number;
}

function grow(log: EventLog): void {
  const capacity = log.kind.length * 2;
  const kind = new Uint8Array(capacity);
  const atUs = new Float64Array(capacity);
  const start = new Uint32Array(capacity);
  kind.set(log.kind);
  atUs.set(log.atUs);
  start.set(log.start);
  Object.assign(log, { kind, atUs, start });
}
