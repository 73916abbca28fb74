import { effective } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { EstateFinding, ObjectContext, Rule, Severity } from './rule.ts';

export const topicStringHardToMatch: Rule = {
  code: 'topic-string-hard-to-match',
  group: 'references',
  severity: 'info',
  title: 'A topic string has an empty level, or a wildcard where MQ reads none.',
  docs: {
    behaviour:
      'Each `/` of a topic string begins a level of the topic tree. `//`, and `/` at the end, make a level without a name: `Sport//Results` and `Sport/` are other topics than `Sport/Results` and `Sport`. MQ itself puts a `/` between the string of TOPICOBJ and the TOPICSTR of a subscription. In TOPICSTR of a topic object `#`, `+`, `*` and `?` are characters like others, not wildcards. The page on DEFINE TOPIC says that the string cannot end with `/`; the container image of IBM defines `dev/`, so that is no more than a hint.',
    harm: 'Publications and subscriptions that look alike do not meet. A topic with `#` or `+` as a level cannot be subscribed to by itself with topic wildcards: the subscription gets what is published to other topics as well.',
    remedy: 'Leave out the `/` too many (the light bulb does it), and keep wildcards for subscriptions.',
    exception:
      'The applications use exactly these strings. A `/` at the beginning, which makes an empty first level too, is so usual that nothing is said of it.',
    sources: [
      'IBM MQ 8.0, Topic strings (empty levels, `#` and `+` in topics that are published to): https://www.ibm.com/docs/en/ibm-mq/8.0?topic=topics-topic-strings',
      'IBM MQ 7.5, Using topic strings (TOPICSTR of an object and of an application, the empty node between them): https://www.ibm.com/docs/SSFKSJ_7.5.0/com.ibm.mq.ref.dev.doc/q100210_.html',
      'IBM MQ 9.0, Combining topic strings (TOPICOBJ and TOPICSTR of DEFINE SUB): https://www.ibm.com/docs/en/ibm-mq/9.0?topic=topics-combining-topic-strings',
      'IBM MQ 9.4, DEFINE TOPIC: TOPICSTR; and the file 10-dev.mqsc.tpl of https://github.com/ibm-messaging/mq-container',
      'IBM MQ 9.0, Topic objects (wildcards are normal characters there): http://setgetweb.com/p/MQ90/pro/q003320_.htm',
    ],
  },
  check: { scope: 'object', among: ['topic', 'subscription'], run: findOdd },
};

function* findOdd(object: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  const value = effective(object, 'TOPICSTR');
  if (object.isSystem || value?.origin.kind !== 'written' || value.isOpen || value.value === '') return;
  const text = value.value;
  const odd = oddEnd(object, text) ?? oddStart(object, text, context) ?? oddMiddle(text) ?? oddWildcard(object, text);
  if (!odd) return;
  const edit = odd.meant === undefined ? undefined : setAttribute(object, 'TOPICSTR', odd.meant, value);
  yield {
    at: attributePlace(object, 'TOPICSTR'),
    message: odd.message,
    ...(odd.severity && { severity: odd.severity }),
    queueManager: context.queueManager.name,
    fixes: edit && odd.meant !== undefined ? [{ title: `Make it ${odd.meant}`, edits: [edit] }] : [],
  };
}

interface Odd {
  readonly message: string;
  readonly severity?: Severity;
  /** The string without the level too many. */
  readonly meant?: string;
}

function oddEnd({ type }: MqObject, text: string): Odd | undefined {
  const meant = text.replace(/\/+$/, '');
  if (meant === text || meant === '') return undefined;
  const message = `${text} ends with an empty level: it is another topic than ${meant}.`;
  return { message, meant, ...(type === 'TOPIC' && { severity: 'hint' }) };
}

/** MQ separates the strings of the topic object and of the subscription by itself. */
function oddStart(object: MqObject, text: string, { find }: ObjectContext): Odd | undefined {
  const name = object.type === 'SUB' && text.startsWith('/') ? effective(object, 'TOPICOBJ') : undefined;
  const topic = name && !name.isOpen ? find('topic', name.value) : undefined;
  const before = topic && effective(topic, 'TOPICSTR');
  if (!topic || !before || before.isOpen || before.value === '') return undefined;
  return {
    message: `MQ puts a / between the topic string of ${topic.name} and this one: ${before.value}/${text} has an empty level.`,
    severity: 'warning',
    meant: text.replace(/^\/+/, ''),
  };
}

const oddMiddle = (text: string): Odd | undefined =>
  /[^/]\/\/+[^/]/.test(text)
    ? {
        message: `${text} has an empty level: it is another topic than ${text.replace(/([^/])\/\/+/g, '$1/')}.`,
        meant: text.replace(/([^/])\/\/+/g, '$1/'),
      }
    : undefined;

function oddWildcard({ type }: MqObject, text: string): Odd | undefined {
  const wildcard = type === 'TOPIC' ? text.split('/').find((level) => level === '#' || level === '+') : undefined;
  if (wildcard === undefined) return undefined;
  return {
    message: `In a topic object ${wildcard} is no wildcard: this is one topic whose level is called ${wildcard}, and a subscription to it gets others as well.`,
  };
}
