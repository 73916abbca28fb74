import {
  given,
  givenText,
  type ResolvedCommand,
  type ResolvedParameter,
  resolveCommand,
} from './parts/resolved-command.ts';
import type { Rule } from './rule.ts';

export const conflictingAttributes: Rule = {
  code: 'conflicting-attributes',
  group: 'language',
  severity: 'error',
  title: 'Two parameters exclude each other.',
  docs: {
    behaviour:
      'A flag and its NO form cannot stand in one command (`REPLACE NOREPLACE`). Of `CLUSTER` and `CLUSNL`, and of `REPOS` and `REPOSNL`, at most one may have a value; the other must be blank. RESET CLUSTER takes either `QMNAME` or `QMID`.',
    harm: 'MQ refuses the whole command.',
    remedy:
      "Decide for one of the two. To move a queue from a cluster to a list of clusters, blank the other: `CLUSTER(' ') CLUSNL(MYLIST)`.",
    mqSays: 'AMQ8405 for a flag with its NO form',
    sources: [
      'MQSC Command Reference (SC33-1369), Rules for using MQSC commands',
      'IBM MQ: Cluster namelist (CLUSNL); RepositoryNamelist; RESET CLUSTER',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }) {
      const command = resolveCommand(body);
      if (!command || command.verb === 'DISPLAY') return;
      for (const second of command.parameters) {
        const first = excludes(command, second);
        if (!first || first.parameter.span.start > second.parameter.span.start) continue;
        yield {
          span: second.parameter.span,
          message: `${second.parameter.keyword} and ${first.parameter.keyword} exclude each other. MQ refuses the command; keep one of them.`,
        };
      }
    },
  },
};

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
