import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { findAbsent } from './parts/absent-references.ts';
import { placeOf, referencesIn } from './parts/references.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const undefinedAuthenticationInformation: Rule = {
  code: 'undefined-authentication-information',
  group: 'references',
  severity: 'warning',
  title: 'CONNAUTH names an authentication information object that is not defined, or one of another type.',
  docs: {
    behaviour:
      'CONNAUTH of the queue manager names the AUTHINFO object that says how user and password of those who connect are checked. It must be one with AUTHTYPE(IDPWOS) or AUTHTYPE(IDPWLDAP). What it says counts from the next REFRESH SECURITY TYPE(CONNAUTH) on, or the next start.',
    harm: 'The check that was meant is not made; programs are refused with 2035 (MQRC_NOT_AUTHORIZED). (From memory.)',
    remedy: 'Define the object, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. Nothing is said of a missing one unless the files of the queue manager look complete or a name almost like it exists.',
    mqSays: '2035 (MQRC_NOT_AUTHORIZED), when a program connects',
    sources: [
      'IBM MQ 9.2, Connection authentication: Configuration: https://ibm.com/support/knowledgecenter/SSFKSJ_9.2.0/com.ibm.mq.sec.doc/q113250_.html',
    ],
  },
  check: { scope: 'object', among: ['queue-manager'], run: findAll },
};

const consequence = 'Who connects cannot be checked by it.';

function* findAll(attributes: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  yield* findAbsent(attributes, context, ['CONNAUTH'], { what: 'authentication information', consequence });
  yield* findWrong(attributes, context);
}

function* findWrong(attributes: MqObject, { queueManager, find }: ObjectContext): Iterable<EstateFinding> {
  for (const reference of referencesIn(attributes, ['CONNAUTH'])) {
    const { name, space } = reference;
    const found = find(space, name);
    const type = found ? effectiveText(found, 'AUTHTYPE') : '';
    if (!found || !['CRLLDAP', 'OCSP'].includes(type)) continue;
    yield {
      at: placeOf(reference),
      message: `${queueManager.name} has CONNAUTH(${name}), but ${name} has AUTHTYPE(${type}); only IDPWOS and IDPWLDAP check users. ${consequence}`,
      severity: 'error',
      queueManager: queueManager.name,
      related: [{ at: found.nameAt, message: `${name} has AUTHTYPE(${type})` }],
    };
  }
}
