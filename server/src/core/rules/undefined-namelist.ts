import { absentReferences } from './parts/absent-references.ts';
import type { Rule } from './rule.ts';

export const undefinedNamelist: Rule = {
  code: 'undefined-namelist',
  group: 'references',
  severity: 'error',
  title: 'A namelist of clusters or certificate servers is not defined.',
  docs: {
    behaviour:
      'CLUSNL of a queue or channel, REPOSNL and SSLCRLNL of the queue manager name a namelist on the same queue manager. The names in it are what counts.',
    harm: 'Without the namelist the queue or channel is in none of the clusters, and the queue manager is full repository of none: nobody learns of the queue.',
    remedy: 'Define the namelist, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. It is an error when the files of the queue manager look complete, a warning when only a name almost like it exists; otherwise nothing is said.',
    sources: ['IBM MQ 8.0, Cluster namelist (CLUSNL)', 'IBM MQ 9.0, RepositoryNamelist'],
  },
  check: absentReferences(['CLUSNL', 'REPOSNL', 'SSLCRLNL'], {
    what: 'namelist',
    consequence: 'It takes effect only when the namelist exists.',
    severityWhenPartial: 'warning',
  }),
};
