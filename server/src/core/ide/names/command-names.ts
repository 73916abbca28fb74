import { attributeFacts, canonicalKeyword, parameterFacts } from '#core/facts/lookup.ts';
import { effectiveText } from '#core/model/effective.ts';
import type { Estate, NameSpace, QueueManager } from '#core/model/model.ts';
import { nameSpaceOf } from '#core/model/name-spaces.ts';
import { ownersAt } from '#core/model/owner-at.ts';
import { type Command, type CommandBody, type Parameter, spanIn, textOf } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Meaning, NameUse } from './name-use.ts';

/**
 * Every name that a command mentions, or only `wanted`, which is in upper case; names with inserts, placeholders or
 * wildcards in them name nothing yet.
 */
export const namesIn = (command: Command, source: SourceId, estate: Estate, wanted?: string): readonly NameUse[] =>
  namesInCommand(command, source, ownersAt(estate, source, command.start), wanted);

/** The same for a command that these queue managers run. */
export function namesInCommand(
  command: Command,
  source: SourceId,
  owners: readonly QueueManager[],
  wanted?: string,
): readonly NameUse[] {
  const { body } = command;
  if (!body.objectName) return [];
  return body.parameters.flatMap((parameter) => {
    const items = parameter.value?.items ?? [];
    const known = items.filter(
      ({ text, holes }) =>
        holes.length === 0 &&
        (wanted === undefined
          ? text.trim() !== '' && !text.includes('*')
          : text.length >= wanted.length && text.trimEnd().toUpperCase() === wanted),
    );
    if (known.length === 0) return [];
    const mention = mentionOf(body, parameter, owners);
    return mention
      ? known.map((item) => ({
          source,
          name: item.text.trimEnd(),
          span: spanIn(command, item.span),
          form: item.kind === 'word' ? ('word' as const) : ('quoted' as const),
          ...mention,
        }))
      : [];
  });
}

type Mention = Pick<NameUse, 'means' | 'isOwnName' | 'lookedUpOn'>;

/** What names in the parentheses of a parameter stand for; undefined when they are no names. */
function mentionOf(body: CommandBody, parameter: Parameter, owners: readonly QueueManager[]): Mention | undefined {
  const here = owners.map(({ name }) => name.toUpperCase());
  if (parameter === body.object) {
    const means = meaningOfNoun(body);
    return means && { means, isOwnName: isMaker(body), lookedUpOn: here };
  }
  const object = body.objectName ?? '';
  const keyword = canonicalKeyword(object, parameter.keyword);
  const elsewhere = knownValue(body, remoteManagers[`${object} ${keyword}`] ?? '');
  const means = meaningOfValue(body, keyword, owners);
  return means && { means, isOwnName: false, lookedUpOn: elsewhere ? [elsewhere.toUpperCase()] : here };
}

/** These change the object that they name; others (DISPLAY, SET CHLAUTH) look it up. */
const isMaker = ({ verbName, objectName }: CommandBody): boolean =>
  (verbName === 'DEFINE' || verbName === 'ALTER' || verbName === 'DELETE') && objectName !== 'CHLAUTH';

function meaningOfNoun(body: CommandBody): Meaning | undefined {
  const object = body.objectName ?? '';
  if (object === 'CLUSTER') return { kind: 'cluster' };
  if (object === 'CLUSQMGR') return { kind: 'queue-manager' };
  const space = subjects[object] ?? nameSpaceOf(object, knownValue(body, 'CHLTYPE'));
  if (!space) return undefined;
  const isAnyChannel = space === 'channel' && !knownValue(body, 'CHLTYPE');
  return { kind: 'object', spaces: isAnyChannel ? ['channel', 'client-channel'] : [space] };
}

/** What records and DISPLAY commands are about, where that is not an object of their own. */
const subjects: Readonly<Record<string, NameSpace>> = {
  QUEUE: 'queue',
  QCLUSTER: 'queue',
  QSTATUS: 'queue',
  CHLAUTH: 'channel',
  CHSTATUS: 'channel',
  LSSTATUS: 'listener',
  SVSTATUS: 'service',
  CFSTATUS: 'cfstruct',
};

function meaningOfValue(body: CommandBody, keyword: string, owners: readonly QueueManager[]): Meaning | undefined {
  const object = body.objectName ?? '';
  if (keyword === 'LIKE') return meaningOfNoun(body);
  if (keyword === 'NAMES' && object === 'NAMELIST') return meaningOfList(body, owners);
  if (keyword === 'PROFILE' && object === 'AUTHREC') return meaningOfProfile(knownValue(body, 'OBJTYPE'));
  if (keyword === 'TRIGDATA') return meaningOfTriggerData(body, owners);
  const own = otherReferences[`${object} ${keyword}`];
  if (own) return own;
  const facts = (body.verbName && parameterFacts(body.verbName, object, keyword)) || attributeFacts(object, keyword);
  return facts?.references && meaningOfReferences(facts.references);
}

function meaningOfReferences(references: readonly { readonly object: string }[]): Meaning | undefined {
  if (references.some(({ object }) => object === 'CLUSTER')) return { kind: 'cluster' };
  if (references.some(({ object }) => object === 'QMGR')) return { kind: 'queue-manager' };
  const spaces = references.flatMap(({ object }) => subjects[object] ?? nameSpaceOf(object, undefined) ?? []);
  return spaces.length > 0 ? { kind: 'object', spaces } : undefined;
}

const toQueueManager: Meaning = { kind: 'queue-manager' };
const toQueue: Meaning = { kind: 'object', spaces: ['queue'] };
const toChannel: Meaning = { kind: 'object', spaces: ['channel'] };

/** Values that MQ does not check when they are given, but that name something all the same. */
const otherReferences: Readonly<Record<string, Meaning>> = {
  'QREMOTE RNAME': toQueue,
  'QREMOTE RQMNAME': toQueueManager,
  'SUB DESTQMGR': toQueueManager,
  'CHANNEL QMNAME': toQueueManager,
  'CHLAUTH QMNAME': toQueueManager,
  'CLUSTER QMNAME': toQueueManager,
  'QLOCAL CLCHNAME': toChannel,
};

/** Where the queue manager stands on which a queue of another attribute is looked up. */
const remoteManagers: Readonly<Record<string, string>> = { 'QREMOTE RNAME': 'RQMNAME', 'SUB DEST': 'DESTQMGR' };

/** A namelist holds the names of clusters when a CLUSNL or REPOSNL of its queue manager names it. */
function meaningOfList(body: CommandBody, owners: readonly QueueManager[]): Meaning | undefined {
  const type = knownValue(body, 'NLTYPE');
  if (type === 'CLUSTER') return { kind: 'cluster' };
  if (type === 'QUEUE' || type === 'Q') return toQueue;
  if (type === 'AUTHINFO') return { kind: 'object', spaces: ['authinfo'] };
  const name = textOf(body.object)?.trimEnd();
  return name !== undefined && owners.some((owner) => listsClusters(owner, name)) ? { kind: 'cluster' } : undefined;
}

function listsClusters(owner: QueueManager, namelist: string): boolean {
  if (effectiveText(owner.attributes, 'REPOSNL') === namelist) return true;
  for (const space of ['queue', 'channel'] as const)
    for (const object of owner.objects.all(space)) if (effectiveText(object, 'CLUSNL') === namelist) return true;
  return false;
}

/** The trigger data of a transmission queue is the channel to start; that of any other queue is free text. */
function meaningOfTriggerData(body: CommandBody, owners: readonly QueueManager[]): Meaning | undefined {
  const name = textOf(body.object)?.trimEnd() ?? '';
  const isTransmission = (owner: QueueManager): boolean => {
    const queue = owner.objects.get('queue', name);
    return queue !== undefined && effectiveText(queue, 'USAGE') === 'XMITQ';
  };
  return owners.some(isTransmission) ? toChannel : undefined;
}

function meaningOfProfile(type: string | undefined): Meaning | undefined {
  if (type === 'RQMNAME') return toQueueManager;
  const space =
    type === undefined
      ? undefined
      : type === 'CLNTCONN'
        ? 'client-channel'
        : (subjects[type] ?? nameSpaceOf(type, undefined));
  return space && { kind: 'object', spaces: [space] };
}

/** A value that is known, under any spelling of its keyword. */
function knownValue(body: CommandBody, keyword: string): string | undefined {
  if (keyword === '') return undefined;
  const found = body.parameters.find((p) => canonicalKeyword(body.objectName ?? '', p.keyword) === keyword);
  const value = textOf(found)?.trimEnd();
  return value === '' || found?.value?.items.some(({ holes }) => holes.length > 0) ? undefined : value;
}
