import { allVerbs, commandsOfVerb } from '#core/facts/lookup.ts';
import { similar } from '#core/facts/similar.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
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
  return findingFor(verb.span, `MQ has no command ${verb.text}`, nearest(verb.upper, allVerbs()));
};

const unknownObject = ({ verb, object }: CommandBody, verbName: string): LocalFinding | undefined => {
  if (!verb) return undefined;
  const takes = commandsOfVerb(verbName).map((command) => command.object);
  if (!object) {
    const examples = [...takes].sort((a, b) => familiarity(a) - familiarity(b)).slice(0, 3);
    return { span: verb.span, message: `${verbName} needs an object type, such as ${examples.join(', ')}.` };
  }
  if (!isPlainKeyword(object.keyword)) return undefined;
  const what = `MQ has no command ${verbName} ${object.keyword}`;
  return findingFor(object.keywordSpan, what, nearest(object.keyword, takes));
};

const findingFor = (span: Span, what: string, meant: string | undefined): LocalFinding => ({
  span,
  message: `${what}${meant ? `; did you mean ${meant}?` : '.'} It refuses the command (AMQ8405).`,
  ...(meant && { fixes: [{ title: `Change to ${meant}`, edits: [{ span, newText: meant }] }] }),
});

/** A word that is only cut off (`DEFI`) is farther from the whole one than a slip of the pen. */
const nearest = (word: string, candidates: readonly string[]): string | undefined =>
  similar(word, candidates) ??
  (word.length > 2 ? candidates.find((candidate) => candidate.startsWith(word)) : undefined);

const familiarity = (object: string): number => {
  const at = familiar.indexOf(object);
  return at < 0 ? familiar.length : at;
};
const familiar = ['QLOCAL', 'CHANNEL', 'QMGR', 'CLUSTER', 'QUEUE'];
