import type { CommandBody } from '#core/syntax/tree.ts';
import { type ResolvedCommand, type ResolvedParameter, resolveCommand } from './parts/resolved-command.ts';
import type { LocalFix, Rule } from './rule.ts';

export const attributeOutOfPlace: Rule = {
  code: 'attribute-out-of-place',
  group: 'language',
  severity: 'error',
  title: 'A parameter stands too late in the command.',
  docs: {
    behaviour:
      'The order of parameters is free, with a few exceptions: on Multiplatforms `CHLTYPE` must follow the name of the channel directly, and `TYPE` of SET CHLAUTH the name of the profile. `REPLACE` may stand anywhere. z/OS has no such rule.',
    harm: 'MQ reads the parameters in between before it knows which type takes them, and may refuse the command.',
    remedy: 'Move the parameter directly behind the name; the quick fix does it.',
    exception: 'On z/OS (no finding when the queue manager is known to run there).',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: [
      'IBM MQ 9.2, 9.3, 10.0: DEFINE CHANNEL, notes of the syntax diagrams',
      'IBM MQ 9.1: Set Channel Authentication Record (says it of the PCF command, so SET CHLAUTH is only a warning)',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }, { platform }) {
      const command = resolveCommand(body);
      if (!command || platform === 'zos') return;
      const place = places.find(({ verbs, object }) => verbs.includes(command.verb) && object === command.object);
      if (!place) return;
      const late = command.parameters.find((one) => one.keyword === place.keyword);
      if (!late || isNextToName(body, command, late)) return;
      const fix = moveBehindName(body, command, late);
      yield {
        span: late.parameter.span,
        message: `${place.keyword} must directly follow the name of the ${place.what}, before any other parameter.`,
        ...(place.severity && { severity: place.severity }),
        ...(fix && { fixes: [fix] }),
      };
    },
  },
};

const places = [
  { verbs: ['DEFINE', 'ALTER'], object: 'CHANNEL', keyword: 'CHLTYPE', what: 'channel', severity: undefined },
  { verbs: ['SET'], object: 'CHLAUTH', keyword: 'TYPE', what: 'profile', severity: 'warning' as const },
];

/** (NO)REPLACE may stand before the name, which some generators of scripts make use of. */
const isNextToName = (body: CommandBody, { noun }: ResolvedCommand, late: ResolvedParameter): boolean =>
  noun !== undefined && body.parameters.indexOf(late.parameter) === body.parameters.indexOf(noun) + 1;

const moveBehindName = (
  body: CommandBody,
  { noun }: ResolvedCommand,
  { parameter }: ResolvedParameter,
): LocalFix | undefined => {
  const at = body.parameters.indexOf(parameter);
  const before = body.parameters[at - 1];
  if (!noun || !before) return undefined;
  const after = body.parameters[at + 1];
  const removed = after
    ? { start: parameter.span.start, end: after.span.start }
    : { start: before.span.end, end: parameter.span.end };
  const text = body.raw.slice(parameter.span.start, parameter.span.end);
  const gap = body.raw.slice(removed.start, removed.end).replace(text, '');
  if (!/^[\s,+-]*$/.test(gap) || text.includes('\n')) return undefined;
  return {
    title: `Move ${parameter.keyword} behind the name`,
    edits: [
      { span: { start: noun.span.end, end: noun.span.end }, newText: ` ${text}` },
      { span: removed, newText: '' },
    ],
  };
};
