import type { CloneGroup, Estate, MqObject, NameSpace } from '#core/model/model.ts';
import type { EstateFinding, Severity } from '../rule.ts';
import { cloneFindings } from './clone-findings.ts';
import { writtenIn } from './clone-groups.ts';
import { differenceIn } from './difference.ts';
import { sharingGroupsOf } from './sharing-groups.ts';

export interface GroupDefinitions {
  /** For people. */
  readonly noun: 'queue' | 'definition';
  readonly spaces: readonly NameSpace[];
  /** Whether it is one definition for the whole queue-sharing group, kept in the shared repository. */
  readonly isOne: (object: MqObject) => boolean;
}

/** What the files of several members of a queue-sharing group define, each with another value, although there is one of it. */
export function* differingDefinitions(
  { noun, spaces, isOne }: GroupDefinitions,
  estate: Estate,
  mayDiffer: readonly string[],
): Iterable<EstateFinding> {
  const allowed = new Set(mayDiffer.map((keyword) => keyword.toUpperCase()));
  for (const { name: group, members } of sharingGroupsOf(estate)) {
    const defined = members.flatMap((queueManager) =>
      spaces
        .flatMap((space) => [...queueManager.objects.all(space)])
        .filter((object) => object.isDefined && !object.nameIsOpen && !object.sharedFrom && isOne(object))
        .map((object) => ({ queueManager, object })),
    );
    const byName = Map.groupBy(
      defined,
      ({ object: { type, channelType, name } }) => `${type}${channelType ?? ''} ${name}`,
    );
    for (const [key, instances] of byName) {
      if (instances.length < 2) continue;
      const definitions = { cluster: '', queue: key.slice(key.indexOf(' ') + 1), instances };
      for (const keyword of writtenIn(definitions))
        if (!allowed.has(keyword)) yield* tell(definitions, keyword, `${noun} for all of queue-sharing group ${group}`);
    }
  }
}

function* tell(definitions: CloneGroup, keyword: string, what: string): Iterable<EstateFinding> {
  const difference = differenceIn(definitions, keyword, 'definitions');
  if (!difference) return;
  const [first] = definitions.instances;
  const severity: Severity | undefined = keyword === 'DESCR' ? 'info' : undefined;
  const isFixed = keyword === 'CFSTRUCT' && what.startsWith('queue');
  const consequence = isFixed
    ? `It is one ${what}, and the structure of a shared queue cannot change: the DEFINE that runs second is refused.`
    : `It is one ${what}: with REPLACE the DEFINE that runs last decides, without it the second is refused.`;
  for (const finding of cloneFindings(difference, { consequence, ...(severity && { severity }) }))
    yield {
      ...finding,
      subject: {
        cluster: undefined,
        queue: first?.object.type.startsWith('Q') ? definitions.queue : undefined,
        attribute: keyword,
        queueManagers: definitions.instances.map(({ queueManager }) => queueManager.name),
      },
    };
}
