import { effective } from '#core/model/effective.ts';
import { placeOf, referencesIn, referrers } from './parts/references.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { Rule } from './rule.ts';

export const namelistOfOtherType: Rule = {
  code: 'namelist-of-other-type',
  group: 'references',
  severity: 'warning',
  title: 'A namelist on z/OS is of another type than what names it wants.',
  docs: {
    behaviour:
      'On z/OS a namelist has a type (NLTYPE). Namelists for clusters (CLUSNL, REPOSNL) must have `NLTYPE(CLUSTER)` or `NLTYPE(NONE)`, the default; the one for certificate servers (SSLCRLNL) must have `NLTYPE(AUTHINFO)`.',
    harm: 'MQ does not take the namelist for that purpose: the queue or channel is in no cluster, or certificates are not checked.',
    remedy: 'Give the namelist the type that it is used for; the light bulb does it.',
    exception: 'Elsewhere than on z/OS namelists have no type, and nothing is said.',
    sources: [
      'WebSphere MQ V6, DEFINE NAMELIST, NLTYPE: namelists used for clustering must have NLTYPE(CLUSTER) or NLTYPE(NONE), those for SSL NLTYPE(AUTHINFO)',
      'What happens to one of another type rests on memory.',
    ],
  },
  check: {
    scope: 'object',
    among: referrers,
    *run(object, { queueManager, find }) {
      if (queueManager.platform !== 'zos') return;
      for (const reference of referencesIn(object, Object.keys(wanted))) {
        const namelist = find('namelist', reference.name);
        const types = wanted[reference.keyword];
        const type = namelist?.isDefined ? effective(namelist, 'NLTYPE') : undefined;
        const [first] = types ?? [];
        if (!namelist || !type || type.isOpen || !first || types?.includes(type.value)) continue;
        const edit = setAttribute(namelist, 'NLTYPE', first, type);
        yield {
          at: placeOf(reference),
          message: `${reference.keyword} of ${reference.object.name} names ${namelist.name}, which has NLTYPE(${type.value}); it must be ${types?.join(' or ')}.`,
          queueManager: queueManager.name,
          related: [{ at: namelist.nameAt, message: `${namelist.name} is defined here` }],
          fixes: edit ? [{ title: `Make NLTYPE(${first}) on ${namelist.name}`, edits: [edit] }] : [],
        };
      }
    },
  },
};

/** By attribute, the types that it takes. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  CLUSNL: ['CLUSTER', 'NONE'],
  REPOSNL: ['CLUSTER', 'NONE'],
  SSLCRLNL: ['AUTHINFO'],
};
