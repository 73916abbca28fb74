import { attributeFacts } from '#core/facts/lookup.ts';
import type { EffectiveValue, MqObject } from '#core/model/model.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import type { TextEdit } from '#core/text/span.ts';

/**
 * The edit that gives the object this value for the attribute: in the command that decides it now, or, when it is a
 * default or came by LIKE, as a new parameter of the definition, laid out as the rest of it is. Undefined when there is
 * no definition to write into.
 */
export const setAttribute = (
  object: MqObject,
  keyword: string,
  value: string,
  current: EffectiveValue | undefined,
): TextEdit | undefined => {
  if (current?.origin.kind === 'written') return rewrite(object, keyword, value, current.origin);
  const { source, command } = object.definedBy;
  if (!object.isDefined || command.body.verbName !== 'DEFINE') return undefined;
  const added = addParameters(command, [printAttribute(object.type, keyword, value)]);
  return added && { source, ...added };
};

/** `DEFBIND(OPEN)`, `BOQNAME(' ')`, `NOSHARE`. */
export const printAttribute = (type: string, keyword: string, value: string): string =>
  isFlag(type, keyword) ? value : `${keyword}(${printValue(value)})`;

/** A blank value is written as one blank in quotes, as in IBM's own dumps. */
const printValue = (value: string): string => (value === '' ? "' '" : quoteIfNeeded(value));

const isFlag = (type: string, keyword: string): boolean => attributeFacts(type, keyword)?.type === 'flag';

const rewrite = (
  object: MqObject,
  keyword: string,
  value: string,
  { at, valueAt }: Extract<EffectiveValue['origin'], { kind: 'written' }>,
): TextEdit =>
  valueAt
    ? { ...valueAt, newText: printValue(value) }
    : { ...at, newText: printAttribute(object.type, keyword, value) };
