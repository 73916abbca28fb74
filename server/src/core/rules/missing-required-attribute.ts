import type { CommandFacts } from '#core/facts/facts.ts';
import { isRequired, parameterFacts } from '#core/facts/lookup.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import {
  commandName,
  given,
  givenText,
  isBeyondFacts,
  isFilled,
  type ResolvedCommand,
  resolveCommand,
} from './parts/resolved-command.ts';
import type { CommandContext, Rule, Severity } from './rule.ts';

export const missingRequiredAttribute: Rule = {
  code: 'missing-required-attribute',
  group: 'language',
  severity: 'error',
  title: 'A parameter that MQ insists on is missing.',
  docs: {
    behaviour:
      'Some parameters have no default: the name of the object, `CHLTYPE` of a channel, `XMITQ` and `CONNAME` of a sender, `TOPICSTR` of a topic, `TRPTYPE` of a listener, the list that a blocking rule blocks, and a few more. `LIKE` supplies most of them.',
    harm: 'MQ refuses the command and the object is missing.',
    remedy: 'Add the parameter that the message names.',
    exception:
      'What rests on memory gives only a warning: authority records, AUTHINFO, the DEST of a subscription, and parameters that only some commands require.',
    mqSays:
      'AMQ8405; AMQ8214 (CONNAME parameter required with channel types SDR, RQSTR, CLNTCONN, CLUSSDR and CLUSRCVR); 4045 (MQRCCF_XMIT_Q_NAME_ERROR); 4061 (MQRCCF_MISSING_CONN_NAME)',
    sources: [
      'IBM MQ 9.2 and 10.0: DEFINE CHANNEL, syntax diagrams by channel type',
      'IBM MQ 9.4: DEFINE TOPIC, SET CHLAUTH; IBM MQ 9.3: DEFINE LISTENER; IBM MQ 9.2: RESET CLUSTER',
      'Perl module MQSeries (Morgan Stanley, CPAN), ErrorLog/descriptions.pl: the text of AMQ8214',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }, context) {
      const command = resolveCommand(body);
      if (!command || command.isPartial) return;
      const at = command.noun?.keywordSpan ?? body.verb?.span;
      if (!at) return;
      for (const { message, severity } of missing(command, context)) {
        const softened = isBeyondFacts(context) ? 'warning' : severity;
        yield { span: at, message, ...(softened && { severity: softened }) };
      }
    },
  },
};

/** What the command needs and does not have yet, in groups of which one is enough; half-typed commands are asked about as well. */
export const neededParameters = (body: CommandBody, context: CommandContext): readonly (readonly string[])[] => {
  const command = resolveCommand(body);
  if (!command) return [];
  return [
    ...needed(command, context).map((need) => need.oneOf),
    ...requiredOf(command)
      .filter((keyword) => !given(command, keyword))
      .map((keyword) => [keyword]),
  ];
};

interface Missing {
  readonly message: string;
  readonly severity?: Severity;
}

function* missing(command: ResolvedCommand, context: CommandContext): Iterable<Missing> {
  const { positional } = command.facts;
  if (positional.required && (command.noun?.value?.items.length ?? 0) === 0) {
    yield {
      message: `${commandName(command)} needs ${positional.name ? `the ${positional.name.replaceAll('-', ' ')}` : 'a value'} in parentheses after ${command.object}.`,
      ...(command.verb === 'DISPLAY' && { severity: 'warning' }),
    };
    return;
  }
  for (const need of needed(command, context)) {
    yield {
      message: `${commandName(command)} ${need.why ? `${need.why} ` : ''}needs ${need.oneOf.join(' or ')}. MQ refuses the command without it.`,
      ...(need.severity && { severity: need.severity }),
    };
  }
  for (const keyword of requiredOf(command)) {
    if (given(command, keyword)) continue;
    const values = parameterFacts(command.verb, command.object, keyword)?.values?.map(({ value }) => value) ?? [];
    yield {
      message: `${commandName(command)} needs ${keyword}${values.length > 0 ? ` (${values.join(', ')})` : ''}.`,
      severity: 'warning',
    };
  }
}

const required = new WeakMap<CommandFacts, readonly string[]>();

/** Asked for each command of a file, and the same for all of one kind. */
const requiredOf = ({ verb, object, facts }: ResolvedCommand): readonly string[] => {
  const known = required.get(facts);
  if (known) return known;
  const found = facts.parameters.filter((keyword) => isRequired(verb, object, keyword));
  required.set(facts, found);
  return found;
};

/** A parameter, or one of several, that a command cannot do without. */
interface Need {
  readonly command: string;
  readonly oneOf: readonly string[];
  /** Words for the message: the type that makes it necessary. */
  readonly why?: string;
  readonly when?: (command: ResolvedCommand) => boolean;
  readonly except?: (command: ResolvedCommand, context: CommandContext) => boolean;
  /** Softer than the rule when the fact rests on memory. */
  readonly severity?: Severity;
}

const needed = (command: ResolvedCommand, context: CommandContext): readonly Need[] =>
  (needsOf.get(commandName(command)) ?? []).filter(
    (need) =>
      !need.except?.(command, context) &&
      (!need.when || need.when(command)) &&
      !need.oneOf.some((keyword) => given(command, keyword) !== undefined),
  );

const hasLike = (command: ResolvedCommand): boolean => given(command, 'LIKE') !== undefined;

const channelNeed = (type: string, keyword: string): Need => ({
  command: 'DEFINE CHANNEL',
  oneOf: [keyword],
  why: `with CHLTYPE(${type})`,
  when: (command) => givenText(command, 'CHLTYPE') === type,
  except: hasLike,
});

const ruleNeed = (type: string, keyword: string): Need => ({
  command: 'SET CHLAUTH',
  oneOf: [keyword],
  why: `with TYPE(${type})`,
  when: (command) =>
    givenText(command, 'TYPE') === type &&
    ['ADD', 'REPLACE'].includes(given(command, 'ACTION') ? (givenText(command, 'ACTION') ?? '') : 'ADD'),
});

/** The names of the XCF group and of the member in it go together. (IBM: DEFINE STGCLASS, usage note.) */
const bridgeNeed = (one: string, other: string): Need => ({
  command: 'DEFINE STGCLASS',
  oneOf: [other],
  why: `with ${one}`,
  when: (command) => isFilled(command, one),
  except: hasLike,
});

const needs: readonly Need[] = [
  { command: 'DEFINE CHANNEL', oneOf: ['CHLTYPE'] },
  { command: 'ALTER CHANNEL', oneOf: ['CHLTYPE'], except: (_, { platform }) => platform === 'zos' },
  channelNeed('SDR', 'CONNAME'),
  channelNeed('SDR', 'XMITQ'),
  channelNeed('SVR', 'XMITQ'),
  channelNeed('RQSTR', 'CONNAME'),
  channelNeed('CLNTCONN', 'CONNAME'),
  channelNeed('CLUSSDR', 'CONNAME'),
  { command: 'DEFINE TOPIC', oneOf: ['TOPICSTR'], except: hasLike },
  { command: 'DEFINE SUB', oneOf: ['TOPICSTR', 'TOPICOBJ'], except: hasLike },
  {
    command: 'DEFINE SUB',
    oneOf: ['DEST'],
    why: 'with DESTCLAS(PROVIDED), the default,',
    when: (command) => (given(command, 'DESTCLAS') ? givenText(command, 'DESTCLAS') : 'PROVIDED') === 'PROVIDED',
    except: hasLike,
    severity: 'warning',
  },
  bridgeNeed('XCFGNAME', 'XCFMNAME'),
  bridgeNeed('XCFMNAME', 'XCFGNAME'),
  { command: 'DEFINE LISTENER', oneOf: ['TRPTYPE'], except: hasLike },
  { command: 'DEFINE COMMINFO', oneOf: ['TYPE'], except: hasLike, severity: 'warning' },
  { command: 'DEFINE AUTHINFO', oneOf: ['AUTHTYPE'], except: hasLike, severity: 'warning' },
  { command: 'ALTER AUTHINFO', oneOf: ['AUTHTYPE'], severity: 'warning' },
  { command: 'SET CHLAUTH', oneOf: ['TYPE'] },
  ruleNeed('BLOCKUSER', 'USERLIST'),
  ruleNeed('BLOCKADDR', 'ADDRLIST'),
  ruleNeed('SSLPEERMAP', 'SSLPEER'),
  ruleNeed('ADDRESSMAP', 'ADDRESS'),
  ruleNeed('USERMAP', 'CLNTUSER'),
  ruleNeed('QMGRMAP', 'QMNAME'),
  { command: 'RESET CLUSTER', oneOf: ['ACTION'] },
  { command: 'RESET CLUSTER', oneOf: ['QMNAME', 'QMID'] },
  { command: 'SET AUTHREC', oneOf: ['OBJTYPE'], severity: 'warning' },
  { command: 'SET AUTHREC', oneOf: ['PRINCIPAL', 'GROUP'], severity: 'warning' },
  { command: 'SET AUTHREC', oneOf: ['AUTHADD', 'AUTHRMV'], severity: 'warning' },
  {
    command: 'SET AUTHREC',
    oneOf: ['PROFILE'],
    when: (command) => isFilled(command, 'OBJTYPE') && givenText(command, 'OBJTYPE') !== 'QMGR',
    severity: 'warning',
  },
];

const needsOf: ReadonlyMap<string, readonly Need[]> = Map.groupBy(needs, (need) => need.command);
