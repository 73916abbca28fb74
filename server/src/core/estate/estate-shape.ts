import { orderingNeeds } from './estate-file.ts';
import {
  choice,
  entries,
  list,
  maybe,
  optional,
  parsed,
  placed,
  type RecordOf,
  record,
  required,
  scalarOr,
  text,
} from './yaml-shape.ts';

/** The format of `mqsc.yaml`; docs/estate-file.md says it for people, `mqsc-yaml.schema.json` for other editors. */
export type EstateText = RecordOf<typeof fields>;

const platformWords = ['multiplatforms', 'aix', 'linux', 'unix', 'windows', 'ibmi', 'nonstop', 'zos'] as const;

const names = list(text);
const globs = list(text);

const queueManager = record({
  files: optional(
    globs,
    [],
    'Its files, applied in this order; globs relative to this file. A file may belong to many.',
  ),
  platform: maybe(choice(platformWords), 'Decides defaults and what is allowed. Default: multiplatforms.'),
  mqVersion: maybe(
    parsed(
      { type: ['string', 'number'], pattern: '^(7\\.5|8\\.0|9\\.[0-4]|10\\.0)(\\.\\d+)*$' },
      (written) => (/^(7\.5|8\.0|9\.[0-4]|10\.0)(\.\d+)*$/.test(written) ? written : undefined),
      'A version from 7.5 to 10.0 in quotes, such as "9.4", is expected',
    ),
    'Decides known attributes, defaults and the order of the workload algorithm.',
  ),
  host: maybe(text, 'The machine it runs on; what shares a host fails with it.'),
  variables: optional(entries(text), [], 'Values for +NAME+ inserts; +QMNAME+ and +AUTOCL+ are built in.'),
});

const uniformCluster = record({
  members: required(names, 'Its queue managers.'),
  fullRepositories: optional(list(placed(text)), [], 'The members that hold the full repositories.'),
  files: optional(globs, [], 'What every member runs, with its own name for +QMNAME+.'),
});

const severity = choice(['off', 'hint', 'info', 'warning', 'error']);

const fields = {
  version: maybe(
    parsed({ const: 1 }, (written) => (written === '1' ? 1 : undefined), 'The version 1 is expected'),
    'Of this format.',
  ),
  queueManagers: optional(entries(queueManager), [], 'Which files belong to which queue manager.'),
  uniformClusters: optional(entries(uniformCluster), [], 'One set of files, many members.'),
  queueSharingGroups: optional(
    entries(record({ members: required(names, 'Its queue managers.') })),
    [],
    'Queue managers on z/OS that share queues.',
  ),
  consumers: optional(
    list(
      record({
        application: required(text, 'Its name.'),
        host: maybe(text, 'The machine it runs on.'),
        queueManager: required(text, 'Where it connects.'),
        queue: required(text, 'What it reads.'),
      }),
    ),
    [],
    'Who reads what. Without this section nothing is assumed.',
  ),
  ordering: optional(
    list(
      placed(
        record({
          queue: maybe(text, 'The queue; or `queues`.'),
          queues: maybe(names, 'Several queues that one need spans.'),
          needs: required(choice(orderingNeeds), 'What the applications rely on.'),
          reason: optional(text, '', 'For the reader of a finding.'),
        }),
      ),
    ),
    [],
    'What the applications rely on, which no MQSC says.',
  ),
  rules: optional(
    entries(
      scalarOr(
        severity,
        record({
          severity: maybe(severity, 'Instead of the default.'),
          mayDiffer: maybe(names, 'Attributes that clones may have unlike.'),
        }),
      ),
    ),
    [],
    'Severities and settings by rule name.',
  ),
  ignore: optional(globs, [], 'Files that are no part of the estate.'),
};

export const estateShape = record(fields);

/** The JSON Schema of `mqsc.yaml`, the same that its reader goes by. */
export const estateSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Estate file (mqsc.yaml)',
  ...estateShape.schema,
};
