import { effective, effectiveText } from '#core/model/effective.ts';
import { isOfOneCommand } from '#core/model/make-object.ts';
import type { ExecutedCommand, MqObject, QueueManager } from '#core/model/model.ts';
import { readCommand } from '#core/model/read-command.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import type { EstateFinding, Fix, Rule } from './rule.ts';

export const clusterNamedTwice: Rule = {
  code: 'cluster-named-twice',
  group: 'script order',
  severity: 'error',
  title: 'An object that has CLUSTER gets CLUSNL from a later command, or the other way round.',
  docs: {
    behaviour:
      'Only one of CLUSTER and CLUSNL may be non-blank in the end, and only one of REPOS and REPOSNL. It is the result that counts: a command that sets the one fails while the object has the other from before, or by LIKE.',
    harm: 'The command is refused, and the object stays in the clusters that it was in.',
    remedy: "Blank the other one in the same command, `CLUSTER(' ') CLUSNL(name)`; the light bulb does it.",
    sources: [
      'IBM MQ 8.0, Cluster namelist (CLUSNL): only one of the resulting values can be non-blank: https://www.ibm.com/support/knowledgecenter/SSFKSJ_8.0.0/com.ibm.mq.ref.con.doc/q081760_.html',
      'IBM MQ 9.0, RepositoryNamelist: at least one of RepositoryName and RepositoryNamelist is blank',
    ],
  },
  check: { scope: 'queue-manager', run: named },
};

function* named(queueManager: QueueManager): Iterable<EstateFinding> {
  for (const { effect, ref } of queueManager.steps) {
    if (effect.kind !== 'defined' && effect.kind !== 'replaced' && effect.kind !== 'altered') continue;
    const { object } = effect;
    // What one command alone makes has nothing from before; both in one command is told by a rule that needs no other command.
    if (isOfOneCommand(object)) continue;
    const pair = object.type === 'QMGR' ? (['REPOS', 'REPOSNL'] as const) : (['CLUSTER', 'CLUSNL'] as const);
    const settings = readCommand(ref.command.body)?.settings;
    if (!pair.some((keyword) => settings?.has(keyword))) continue;
    if (pair.some((keyword) => effectiveText(object, keyword) === '') || hasOpen(object, pair)) continue;
    const own = pair.filter((keyword) => isOf(object, keyword, ref));
    const [set] = own;
    if (own.length !== 1 || set === undefined) continue;
    const value = effective(object, set);
    const other = set === pair[0] ? pair[1] : pair[0];
    const before = effective(object, other);
    if (value?.origin.kind !== 'written' || !before) continue;
    const { origin } = before;
    const source = origin.kind === 'like' ? ` from ${origin.object}` : '';
    yield {
      at: value.origin.at,
      message: `${object.type === 'QMGR' ? queueManager.name : object.name} has ${other}(${before.value})${source} already, and ${set} excludes it. MQ refuses the command; blank ${other} in it.`,
      queueManager: queueManager.name,
      related: origin.kind !== 'default' && origin.at ? [{ at: origin.at, message: `${other} is set here` }] : [],
      fixes: blank(ref, other),
    };
  }
}

const hasOpen = (object: MqObject, pair: readonly string[]): boolean =>
  pair.some((keyword) => effective(object, keyword)?.isOpen);

const isOf = (object: MqObject, keyword: string, ref: ExecutedCommand['ref']): boolean => {
  const origin = effective(object, keyword)?.origin;
  return origin?.kind === 'written' && origin.command.command === ref.command && origin.command.source === ref.source;
};

const blank = ({ command, source }: ExecutedCommand['ref'], keyword: string): readonly Fix[] => {
  const added = addParameters(command, [`${keyword}(' ')`]);
  return added ? [{ title: `Blank ${keyword} in this command`, edits: [{ source, ...added }] }] : [];
};
