import { allObjects, allVerbs, commandsOfVerb } from '#core/facts/lookup.ts';
import { similar } from '#core/facts/similar.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import { isBeyondFacts, isPlainKeyword, resolveCommand } from './parts/resolved-command.ts';
import type { LocalFinding, Rule } from './rule.ts';

export const unknownCommand: Rule = {
  code: 'unknown-command',
  group: 'language',
  severity: 'error',
  title: 'MQ has no such command.',
  docs: {
    behaviour:
      'A command starts with one of some twenty verbs, then an object type that goes with the verb. The short forms are fixed words: `DEF` is one, `DEFI` is not, and `DELETE` has none.',
    harm: 'MQ refuses the command and goes on with the next one, so that the object is missing afterwards.',
    remedy: 'Correct the verb or the object type.',
    exception: 'The level of MQ is newer than these facts (9.4): then the finding is a warning.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below; AMQ8426 lists the valid verbs',
    sources: [
      'IBM MQ 9.4: MQSC commands reference',
      'MQSC Command Reference (SC33-1369), Rules for using MQSC commands',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }, context) {
      if (resolveCommand(body)) return;
      const finding = body.verbName ? unknownObject(body, body.verbName) : unknownVerb(body);
      if (finding) yield { ...finding, ...(isBeyondFacts(context) && { severity: 'warning' as const }) };
    },
  },
};

const unknownVerb = ({ verb }: CommandBody): LocalFinding | undefined => {
  if (!verb || !isPlainKeyword(verb.upper)) return undefined;
  const meant = similar(verb.upper, allVerbs());
  return {
    span: verb.span,
    message: `MQ has no command ${verb.text}${meant ? `; did you mean ${meant}?` : '.'} It refuses the line (AMQ8405).`,
    ...(meant && { fixes: [{ title: `Change to ${meant}`, edits: [{ span: verb.span, newText: meant }] }] }),
  };
};

const unknownObject = ({ verb, object, objectName }: CommandBody, verbName: string): LocalFinding | undefined => {
  if (!verb) return undefined;
  const takes = commandsOfVerb(verbName).map((command) => command.object);
  if (!object)
    return { span: verb.span, message: `${verbName} needs an object type, such as ${takes.slice(0, 3).join(', ')}.` };
  if (!isPlainKeyword(object.keyword)) return undefined;
  const meant = similar(object.keyword, takes);
  const why =
    objectName || allObjects().includes(object.keyword) ? 'does not go with that object type' : 'no such object type';
  return {
    span: object.keywordSpan,
    message: `MQ has no command ${verbName} ${object.keyword} (${why})${meant ? `; did you mean ${meant}?` : '.'} It refuses the command (AMQ8405).`,
    ...(meant && { fixes: [{ title: `Change to ${meant}`, edits: [{ span: object.keywordSpan, newText: meant }] }] }),
  };
};
