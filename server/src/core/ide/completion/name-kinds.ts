import { attributeFacts, parameterFacts } from '#core/facts/lookup.ts';
import { type CommandBody, type Parameter, parameterOf, textOf } from '#core/syntax/tree.ts';

/** What a name in a value may stand for; `constraint` in MQSC's words, such as `USAGE(XMITQ)`. */
export interface NameKind {
  /** An object type, `QUEUE` for all four kinds of queues, `CLUSTER` or `QMGR`. */
  readonly object: string;
  readonly constraint?: string;
  /** Types of queues that MQ does not open in this place. */
  readonly except?: readonly string[];
  /** Only those that a cluster shows from another queue manager. */
  readonly from?: 'cluster';
}

/** The kinds of names that belong into the parentheses of a parameter; none where any text does. */
export function nameKindsOf(body: CommandBody, parameter: Parameter): readonly NameKind[] {
  const { verbName: verb, objectName: object } = body;
  if (!verb || !object) return [];
  if (parameter === body.object) return kindsOfNoun(object);
  const { keyword } = parameter;
  if (keyword === 'LIKE') return likeKinds(object, body);
  if (keyword === 'TARGET' || keyword === 'TARGQ') return targetKinds(body);
  const facts = parameterFacts(verb, object, keyword) ?? attributeFacts(object, keyword);
  if (facts?.references) return facts.references.map(withoutModels);
  if (keyword === 'PROFILE') return profileKinds[textOf(parameterOf(body, 'OBJTYPE')) ?? ''] ?? [];
  if (keyword === 'NAMES') return [{ object: 'CLUSTER' }, { object: 'QUEUE' }];
  return byKeyword[keyword] ?? [];
}

/** A command on something that is no object of its own names the object behind it. */
const kindsOfNoun = (object: string): readonly NameKind[] => nouns[object] ?? [{ object }];

const nouns: Readonly<Record<string, readonly NameKind[]>> = {
  QMGR: [],
  CHLAUTH: [{ object: 'CHANNEL' }],
  CHSTATUS: [{ object: 'CHANNEL' }],
  QSTATUS: [{ object: 'QLOCAL' }],
  QSTATS: [{ object: 'QLOCAL' }],
  QCLUSTER: [{ object: 'QUEUE' }],
  CLUSQMGR: [{ object: 'QMGR' }],
  LSSTATUS: [{ object: 'LISTENER' }],
  SVSTATUS: [{ object: 'SERVICE' }],
  SBSTATUS: [{ object: 'SUB' }],
  TCLUSTER: [{ object: 'TOPIC' }],
  CFSTATUS: [{ object: 'CFSTRUCT' }],
};

const likeKinds = (object: string, body: CommandBody): readonly NameKind[] => {
  const channelType = object === 'CHANNEL' ? textOf(parameterOf(body, 'CHLTYPE')) : undefined;
  return [channelType ? { object, constraint: `CHLTYPE(${channelType})` } : { object }];
};

/** IBM, DEFINE QALIAS: a local or remote queue of this queue manager, or what a cluster shows; no alias of this queue manager. */
function targetKinds(body: CommandBody): readonly NameKind[] {
  const type = textOf(parameterOf(body, 'TARGTYPE'));
  const queues: readonly NameKind[] = [
    { object: 'QUEUE', except: ['QALIAS', 'QMODEL'] },
    { object: 'QALIAS', from: 'cluster' },
  ];
  const topics: readonly NameKind[] = [{ object: 'TOPIC' }];
  return type === 'TOPIC' ? topics : type === 'QUEUE' ? queues : [...queues, ...topics];
}

/** Messages cannot be put to a model queue: a command that wants one says so. */
const withoutModels = (kind: NameKind): NameKind => (kind.object === 'QUEUE' ? { ...kind, except: ['QMODEL'] } : kind);

/** The names that a profile of SET AUTHREC may have, by OBJTYPE. */
const profileKinds: Readonly<Record<string, readonly NameKind[]>> = {
  QUEUE: [{ object: 'QUEUE' }],
  CHANNEL: [{ object: 'CHANNEL' }],
  CLNTCONN: [{ object: 'CHANNEL', constraint: 'CHLTYPE(CLNTCONN)' }],
  TOPIC: [{ object: 'TOPIC' }],
  PROCESS: [{ object: 'PROCESS' }],
  NAMELIST: [{ object: 'NAMELIST' }],
  LISTENER: [{ object: 'LISTENER' }],
  SERVICE: [{ object: 'SERVICE' }],
  AUTHINFO: [{ object: 'AUTHINFO' }],
  COMMINFO: [{ object: 'COMMINFO' }],
  RQMNAME: [{ object: 'QMGR' }],
};

/** References that MQ does not check when the object is defined, so that the facts do not call them references. */
const byKeyword: Readonly<Record<string, readonly NameKind[]>> = {
  RQMNAME: [{ object: 'QMGR' }],
  QMNAME: [{ object: 'QMGR' }],
  DESTQMGR: [{ object: 'QMGR' }],
  RNAME: [{ object: 'QUEUE', except: ['QMODEL'] }],
};
