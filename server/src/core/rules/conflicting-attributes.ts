import {
  given,
  givenText,
  type ResolvedCommand,
  type ResolvedParameter,
  resolveCommand,
} from './parts/resolved-command.ts';
import { withoutParameter } from './parts/without-parameter.ts';
import type { LocalFinding, Rule } from './rule.ts';

export const conflictingAttributes: Rule = {
  code: 'conflicting-attributes',
  group: 'language',
  severity: 'error',
  title: 'Two parameters exclude each other.',
  docs: {
    behaviour:
      'A flag and its NO form cannot stand in one command (`REPLACE NOREPLACE`). Of `CLUSTER` and `CLUSNL`, and of `REPOS` and `REPOSNL`, at most one may have a value; the other must be blank. RESET CLUSTER takes either `QMNAME` or `QMID`. On z/OS a definition in the shared repository is made once, so `QSGDISP(GROUP)` and `QSGDISP(SHARED)` do not go with `CMDSCOPE(*)`; and `RCVTTYPE(MULTIPLY)` multiplies by 2 to 99.',
    harm: 'MQ refuses the whole command.',
    remedy:
      "Decide for one of the two. To move a queue from a cluster to a list of clusters, blank the other: `CLUSTER(' ') CLUSNL(MYLIST)`.",
    mqSays: 'AMQ8405 for a flag with its NO form',
    sources: [
      'MQSC Command Reference (SC33-1369), Rules for using MQSC commands',
      'IBM MQ 9.2, DELETE PROCESS and others: CMDSCOPE must be blank, or the local queue manager, if QSGDISP is GROUP (or SHARED); ReceiveTimeout',
      'IBM MQ: Cluster namelist (CLUSNL); RepositoryNamelist; RESET CLUSTER',
    ],
  },
  check: {
    scope: 'command',
    *run(whole) {
      const command = resolveCommand(whole.body);
      if (!command || command.verb === 'DISPLAY') return;
      yield* excludedValues(command);
      for (const second of command.parameters) {
        const first = excludes(command, second);
        if (!first || first.parameter.span.start > second.parameter.span.start) continue;
        yield {
          span: second.parameter.span,
          message: `${second.parameter.keyword} and ${first.parameter.keyword} exclude each other. MQ refuses the command; keep one of them.`,
          fixes: [second, first].flatMap(({ parameter }) => withoutParameter(whole, parameter)),
        };
      }
    },
  },
};

/** Two values that one command cannot have together. */
function* excludedValues(command: ResolvedCommand): Iterable<LocalFinding> {
  for (const [object, one, ones, other, others] of exclusiveValues) {
    if ((object !== undefined && object !== command.object) || !changes.has(command.verb)) continue;
    const [first, second] = [givenText(command, one), givenText(command, other)];
    const parameter = given(command, other)?.parameter;
    if (!parameter || !ones.includes(first ?? '') || !others.includes(second ?? '')) continue;
    yield {
      span: parameter.span,
      message: `${other}(${second}) does not go with ${one}(${first}). MQ refuses the command; change one of them.`,
    };
  }
}

const changes: ReadonlySet<string> = new Set(['DEFINE', 'ALTER', 'DELETE']);

/** The object, or undefined for any; an attribute with values, and the values of another that do not go with them. */
const exclusiveValues: readonly (readonly [
  object: string | undefined,
  one: string,
  ones: readonly string[],
  other: string,
  others: readonly string[],
])[] = [
  [undefined, 'QSGDISP', ['GROUP', 'SHARED'], 'CMDSCOPE', ['*']],
  ['QMGR', 'RCVTTYPE', ['MULTIPLY'], 'RCVTIME', ['1']],
];

const excludes = (command: ResolvedCommand, one: ResolvedParameter): ResolvedParameter | undefined => {
  const opposite = one.facts?.oppositeOf;
  if (opposite) return given(command, opposite);
  const pair = exclusivePairs.find(
    ({ verbs, objects, keywords }) =>
      verbs.includes(command.verb) && objects.includes(command.object) && keywords.includes(one.keyword),
  );
  const other = pair?.keywords.find((keyword) => keyword !== one.keyword);
  return other && isFilledForSure(command, other) && isFilledForSure(command, one.keyword)
    ? given(command, other)
    : undefined;
};

/** A placeholder may stand for a blank: templates that write both fill in one. */
const isFilledForSure = (command: ResolvedCommand, keyword: string): boolean =>
  (givenText(command, keyword) ?? '') !== '';

const queues = ['QLOCAL', 'QALIAS', 'QREMOTE'];
const exclusivePairs = [
  { verbs: ['DEFINE', 'ALTER'], objects: [...queues, 'CHANNEL'], keywords: ['CLUSTER', 'CLUSNL'] },
  { verbs: ['SUSPEND', 'RESUME'], objects: ['QMGR'], keywords: ['CLUSTER', 'CLUSNL'] },
  { verbs: ['ALTER'], objects: ['QMGR'], keywords: ['REPOS', 'REPOSNL'] },
  { verbs: ['RESET'], objects: ['CLUSTER'], keywords: ['QMNAME', 'QMID'] },
];
