import { effective, effectiveText } from '#core/model/effective.ts';
import type { MqObject, NameSpace } from '#core/model/model.ts';
import { absenceOf, writeInstead } from './parts/absence.ts';
import { isClusterQueue } from './parts/is-cluster-queue.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const authrecForUnknownObject: Rule = {
  code: 'authrec-for-unknown-object',
  group: 'references',
  severity: 'info',
  title: 'An authority record is for an object that is not defined.',
  docs: {
    behaviour:
      'SET AUTHREC grants rights on an object, or on all whose names fit a pattern. The profile is a name of its own: rights on a misspelt one do not reach the object that was meant.',
    harm: 'The user gets 2035 (MQRC_NOT_AUTHORIZED) on the real object, or a right waits for whoever makes an object of that name.',
    remedy: 'Correct the name, or define the object.',
    exception:
      'Another file, not of this workspace, defines the object. Nothing is said of patterns, and of names only when the files of the queue manager look complete or a name almost like it exists.',
    mqSays: '2035 (MQRC_NOT_AUTHORIZED), later and elsewhere',
    sources: ['IBM MQ 9.0, SET AUTHREC: https://www.ibm.com/docs/SSFKSJ_9.0.0/com.ibm.mq.ref.adm.doc/q086620_.html'],
  },
  check: { scope: 'object', among: ['authrec'], run: findUnknown },
};

const spaces: Readonly<Record<string, NameSpace>> = {
  QUEUE: 'queue',
  CHANNEL: 'channel',
  CLNTCONN: 'client-channel',
  NAMELIST: 'namelist',
  PROCESS: 'process',
  TOPIC: 'topic',
  LISTENER: 'listener',
  SERVICE: 'service',
};

function* findUnknown(record: MqObject, { queueManager, find, ask }: ObjectContext): Iterable<EstateFinding> {
  const name = effectiveText(record, 'PROFILE');
  const type = effectiveText(record, 'OBJTYPE');
  const space = spaces[type];
  if (!space || name === '' || /[*?]/.test(name) || find(space, name)) return;
  if (space === 'queue' && ask((estate) => isClusterQueue(name, estate))) return;
  const absence = ask((estate, own) => absenceOf({ queueManager: own(), space, name }, estate));
  const origin = effective(record, 'PROFILE')?.origin;
  if (!absence || origin?.kind !== 'written') return;
  const { meant } = absence;
  yield {
    at: origin.at,
    message: `No file of ${queueManager.name} defines a ${type.toLowerCase()} ${name}${meant === undefined ? '.' : `; did you mean ${meant}?`}`,
    queueManager: queueManager.name,
    fixes: meant !== undefined && origin.valueAt ? writeInstead(meant, origin.valueAt) : [],
  };
}
