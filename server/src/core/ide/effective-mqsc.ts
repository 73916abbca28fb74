import { attributeFacts, positiveKeyword } from '#core/facts/lookup.ts';
import type { EffectiveValue, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { quoted, quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import type { Location, Span } from '#core/text/span.ts';
import type { Placer } from './resolution-markdown.ts';

/** MQSC that nobody wrote, with the places that its comments name. */
export interface EffectiveMqsc {
  readonly text: string;
  readonly origins: readonly { readonly span: Span; readonly target: Location }[];
}

/**
 * What all commands of a queue manager leave behind, as MQSC that reads back to the same objects. Only what commands or
 * LIKE set is written: the rest is MQ's default. The comment above each command tells where the object is defined, and
 * where those of its values come from that another command gave it.
 */
export function effectiveMqsc(queueManager: QueueManager, place: Placer): EffectiveMqsc {
  const page: Page = { text: '', origins: [], place };
  const { name, reason, platform, version, attributes } = queueManager;
  page.text += `* Effective definitions of ${name} (${reason}; ${platform}, MQ ${version}).\n`;
  page.text += '* What an object does not say here has its default.\n';
  page.text += `* @qmgr ${name}\n`;
  if (attributes.written.size > 0) printObject(attributes, page);
  for (const object of objectsOf(queueManager)) printObject(object, page);
  return { text: page.text, origins: page.origins };
}

interface Page {
  text: string;
  readonly origins: { readonly span: Span; readonly target: Location }[];
  readonly place: Placer;
}

/** Default objects come last: what a DEFINE below them leaves out would be taken from them. */
function objectsOf({ objects }: QueueManager): readonly MqObject[] {
  const all = spaces.flatMap((space) => [...objects.all(space)]);
  return [...all.filter(({ name }) => !isDefaultObject(name)), ...all.filter(({ name }) => isDefaultObject(name))];
}

const spaces: readonly NameSpace[] = [
  'namelist',
  'stgclass',
  'cfstruct',
  'process',
  'queue',
  'channel',
  'client-channel',
  'listener',
  'service',
  'authinfo',
  'comminfo',
  'topic',
  'subscription',
  'chlauth',
  'authrec',
  'policy',
  'other',
];

function printObject(object: MqObject, page: Page): void {
  page.text += '\n';
  printOrigins(object, page);
  const parameters = [...object.written]
    .toSorted(([one], [other]) => Number(other === 'CHLTYPE') - Number(one === 'CHLTYPE'))
    .map(([keyword, value]) => printParameter(object.type, keyword, value));
  page.text += `${layOut([headOf(object), ...parameters])}\n`;
}

function headOf({ type, name, isDefined }: MqObject): string {
  if (type === 'QMGR') return 'ALTER QMGR';
  if (type === 'AUTHREC') return 'SET AUTHREC';
  const verb = type === 'CHLAUTH' || type === 'POLICY' ? 'SET' : isDefined ? 'DEFINE' : 'ALTER';
  return `${verb} ${type}(${quoteIfNeeded(name)})`;
}

/** One comment for the command that made the object, and one for each other place that its values come from. */
function printOrigins(object: MqObject, page: Page): void {
  const made = object.definedBy;
  if (object.type !== 'QMGR') {
    const isKnown = object.isDefined || object.type === 'CHLAUTH' || object.type === 'AUTHREC';
    page.text += `* ${isKnown ? '' : 'not all of it is known: '}`;
    link(page, { source: made.source, span: { start: made.command.start, end: made.command.end } });
    page.text += '\n';
  }
  const later = [...object.written].filter(
    ([, { origin }]) => object.type === 'QMGR' || origin.kind !== 'written' || origin.command.command !== made.command,
  );
  for (const group of Map.groupBy(later, ([, { origin }]) => originKey(origin)).values()) {
    const origin = group[0]?.[1].origin;
    if (!origin || origin.kind === 'default') continue;
    page.text += `* ${group.map(([keyword]) => keyword).join(', ')}: `;
    if (origin.kind === 'like') page.text += `LIKE(${origin.object}) `;
    if (origin.at) link(page, origin.at);
    page.text += '\n';
  }
}

function originKey(origin: EffectiveValue['origin']): string {
  if (origin.kind === 'written') return `${origin.command.source} ${origin.command.command.start}`;
  return origin.kind === 'like' ? `like ${origin.object}` : 'default';
}

function link(page: Page, target: Location): void {
  const start = page.text.length;
  page.text += page.place(target.source, target.span.start);
  page.origins.push({ span: { start, end: page.text.length }, target });
}

function printParameter(type: string, keyword: string, { value }: EffectiveValue): string {
  const kind = attributeFacts(type, keyword)?.type ?? '';
  if (kind === 'flag' && positiveKeyword(type, value) === keyword) return value;
  const items = value.split(',');
  const isList = kind.endsWith('List') && items.every((item) => item !== '' && item === item.trim());
  return `${keyword}(${isList ? items.map(quoteIfNeeded).join(', ') : value.includes(',') ? quoted(value) : quoteIfNeeded(value)})`;
}

/** On one line as long as that is easy to read, else one parameter to a line. */
function layOut(parts: readonly string[]): string {
  const line = parts.join(' ');
  return line.length <= LINE ? line : parts.join(' +\n   ');
}

const LINE = 80;
