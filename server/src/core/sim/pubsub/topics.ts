import type { PlanObject } from '#core/scenario/plan.ts';

/** A topic object, as far as publications look at it. */
export interface TopicDefinition {
  readonly name: string;
  readonly topicString: string;
  /** Blank for one of its own queue manager. */
  readonly cluster: string;
  /** CLROUTE(TOPICHOST). */
  readonly isHostRouted: boolean;
  readonly isPublishEnabled: boolean;
  readonly isPersistent: boolean;
  readonly publicationScope: Scope;
  readonly subscriptionScope: Scope;
}

/** QMGR: not beyond the queue manager. Blank: as the topic above says. */
type Scope = 'ALL' | 'QMGR' | '';

/** What a producer opens. */
export const openedBy = ({ queue, topic }: { readonly queue: string; readonly topic?: string | undefined }): string =>
  topic ?? queue;

/** A subscription that somebody defined. */
export interface Subscription {
  readonly name: string;
  readonly topicString: string;
  /** WSCHEMA(CHAR): wildcards stand for characters, not for levels. */
  readonly isByCharacter: boolean;
  readonly queue: string;
  /** Blank for the subscription's own. */
  readonly queueManager: string;
  /** SUBSCOPE(QMGR) of its own. */
  readonly isLocal: boolean;
  /** When it was defined, and deleted, in mid-run. */
  readonly sinceUs?: number;
  readonly untilUs?: number;
}

export const readTopic = (object: PlanObject): TopicDefinition => ({
  name: object.name,
  topicString: textOf(object, 'TOPICSTR'),
  cluster: textOf(object, 'CLUSTER'),
  isHostRouted: textOf(object, 'CLROUTE') === 'TOPICHOST',
  isPublishEnabled: textOf(object, 'PUB') !== 'DISABLED',
  isPersistent: textOf(object, 'DEFPSIST') === 'YES',
  publicationScope: scopeOf(textOf(object, 'PUBSCOPE')),
  subscriptionScope: scopeOf(textOf(object, 'SUBSCOPE')),
});

const scopeOf = (text: string): Scope => (text === 'ALL' || text === 'QMGR' ? text : '');

/** TOPICSTR goes on where the string of TOPICOBJ ends. (IBM: Combining topic strings) */
export function readSubscription(object: PlanObject, topics: readonly TopicDefinition[]): Subscription {
  const base = topics.find(({ name }) => name === textOf(object, 'TOPICOBJ'))?.topicString ?? '';
  const rest = textOf(object, 'TOPICSTR');
  return {
    name: object.name,
    topicString: base === '' || rest === '' ? base + rest : `${base}/${rest}`,
    isByCharacter: textOf(object, 'WSCHEMA') === 'CHAR',
    queue: textOf(object, 'DEST'),
    queueManager: textOf(object, 'DESTQMGR'),
    isLocal: textOf(object, 'SUBSCOPE') === 'QMGR',
  };
}

/** Whether the topic string is the published one, or a point above it in the topic tree. */
export const covers = ({ topicString }: TopicDefinition, published: string): boolean =>
  topicString !== '' && (published === topicString || published.startsWith(`${topicString}/`));

/** Wildcards: `#` any number of levels, `+` one; with WSCHEMA(CHAR) `*` any characters, `?` one. (IBM: Wildcard schemes) */
export function isMatch({ topicString, isByCharacter }: Subscription, published: string): boolean {
  return isByCharacter
    ? matchFrom([...topicString], [...published], { many: '*', one: '?' })
    : matchFrom(topicString.split('/'), published.split('/'), { many: '#', one: '+' });
}

/** Which beginnings of the published string the pattern has matched so far, part by part. */
function matchFrom(
  pattern: readonly string[],
  published: readonly string[],
  { many, one }: { readonly many: string; readonly one: string },
): boolean {
  let reached = new Set([0]);
  for (const part of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === many) for (let to = at; to <= published.length; to++) next.add(to);
      else if (at < published.length && (part === one || part === published[at])) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(published.length);
}

const textOf = ({ attributes }: PlanObject, keyword: string): string => attributes[keyword]?.value.trim() ?? '';
