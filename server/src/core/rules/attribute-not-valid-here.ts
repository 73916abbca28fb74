import type { AttributeFacts, Evidence } from '#core/facts/facts.ts';
import { allObjects, allVerbs, attributesOf, parameterFacts } from '#core/facts/lookup.ts';
import {
  commandName,
  givenText,
  isKeyword,
  isPlainKeyword,
  type ResolvedCommand,
  type ResolvedParameter,
  resolveCommand,
  severityFor,
} from './parts/resolved-command.ts';
import { withoutParameter } from './parts/without-parameter.ts';
import type { LocalFinding, Rule } from './rule.ts';

export const attributeNotValidHere: Rule = {
  code: 'attribute-not-valid-here',
  group: 'language',
  severity: 'error',
  title: 'The attribute does not go with this command, object or type.',
  docs: {
    behaviour:
      'Each command takes its own parameters. Channels take only the attributes of their `CHLTYPE`; listeners, channel authentication rules and authentication information likewise depend on `TRPTYPE`, `TYPE` and `AUTHTYPE`. Values that only DISPLAY shows (`CURDEPTH`) cannot be set.',
    harm: 'MQ refuses the whole command, not only the attribute.',
    remedy: 'Remove the attribute, or change the command or type to the one that was meant.',
    exception: 'Where the facts rest on memory the finding is only a warning; trust the queue manager.',
    mqSays: 'AMQ8405, or a reason such as 4052 (MQRCCF_XMIT_Q_NAME_WRONG_TYPE)',
    sources: [
      'IBM MQ 9.4: MQSC commands reference, the parameters of each command',
      'IBM MQ 9.2: DEFINE CHANNEL, syntax diagrams by channel type',
      'IBM MQ 9.3: DEFINE LISTENER; IBM MQ 9.4: SET CHLAUTH',
    ],
  },
  check: {
    scope: 'command',
    *run(whole, context) {
      const command = resolveCommand(whole.body);
      if (!command) return;
      for (const parameter of command.parameters) {
        const problem = misplaced(command, parameter) ?? wrongType(command, parameter);
        if (!problem) continue;
        const severity = severityFor(problem.evidence, context);
        const finding: LocalFinding = {
          span: parameter.parameter.span,
          message: problem.message,
          fixes: withoutParameter(whole, parameter.parameter),
          ...(severity && { severity }),
        };
        yield finding;
      }
    },
  },
};

interface Misplacement {
  readonly message: string;
  readonly evidence: Evidence | undefined;
}

/** A keyword of MQ that this command does not take. */
const misplaced = (command: ResolvedCommand, { parameter, facts }: ResolvedParameter): Misplacement | undefined => {
  const { keyword } = parameter;
  if (facts || !isPlainKeyword(keyword) || !isKeyword(keyword)) return undefined;
  const own = attributesOf(command.object).find((one) => one.keyword === keyword);
  const owners = allObjects().filter((object) => parameterFacts('DEFINE', object, keyword));
  const verbs = allVerbs().filter((verb) => verb !== 'DISPLAY' && parameterFacts(verb, command.object, keyword));
  const why = own
    ? reasonOnThisObject(command, own)
    : verbs.length > 0
      ? `it goes with ${verbs.map((verb) => `${verb} ${command.object}`).join(', ')}`
      : owners.length > 0
        ? `it belongs to ${owners.slice(0, 4).join(', ')}${owners.length > 4 ? ' and others' : ''}`
        : 'it belongs to other commands';
  return {
    message: `${commandName(command)} takes no ${keyword}: ${why}. MQ refuses the command (AMQ8405).`,
    evidence: command.facts.source,
  };
};

const reasonOnThisObject = ({ verb, object }: ResolvedCommand, own: AttributeFacts): string => {
  if (own.kind === 'status') return 'only DISPLAY shows it';
  if (own.kind === 'selector') return 'it selects what DISPLAY shows';
  if (verb === 'ALTER') return `it cannot change once the ${object} is defined`;
  return `it goes with other commands on ${object}`;
};

/** An attribute that goes with other channel types, transports, or kinds of rule. */
const wrongType = (command: ResolvedCommand, { keyword, facts }: ResolvedParameter): Misplacement | undefined => {
  if (!facts || !['DEFINE', 'ALTER', 'SET'].includes(command.verb)) return undefined;
  for (const { selector, object, types, evidence } of dependencies(facts)) {
    if (object !== command.object || !types) continue;
    const type = givenText(command, selector);
    if (!type || types.includes(type) || !isTypeOf(command, selector, type)) continue;
    return {
      message: `${keyword} is not valid with ${selector}(${type}); it goes only with ${types.join(', ')}. MQ refuses the command.`,
      evidence,
    };
  }
  return undefined;
};

/** Only the channel types have evidence of their own; the other three are not graded, and so give a warning. */
const dependencies = (facts: AttributeFacts) => [
  { selector: 'CHLTYPE', object: 'CHANNEL', types: facts.channelTypes, evidence: facts.evidence.channelTypes },
  { selector: 'TRPTYPE', object: 'LISTENER', types: facts.transportTypes, evidence: undefined },
  { selector: 'TYPE', object: 'CHLAUTH', types: facts.chlauthTypes, evidence: undefined },
  { selector: 'AUTHTYPE', object: 'AUTHINFO', types: facts.authTypes, evidence: undefined },
];

/** A type that MQ does not know is another rule's finding; it says nothing about the attributes. */
const isTypeOf = ({ verb, object }: ResolvedCommand, selector: string, type: string): boolean =>
  parameterFacts(verb, object, selector)?.values?.some(({ value }) => value === type) ?? false;
