import { isMap, parseDocument } from 'yaml';
import type { Location, SourceId } from '#core/text/span.ts';
import type { EstateFile, OrderingEntry, RuleEntry } from './estate-file.ts';
import { type EstateText, estateShape } from './estate-shape.ts';
import { didYouMean, type ProblemSeverity, type Reading, report } from './yaml-shape.ts';

export interface ReadEstateFile {
  /** What could be read; undefined when the text is no mapping at all. */
  readonly estateFile: EstateFile | undefined;
  readonly problems: readonly EstateFileProblem[];
}

/** A fault of the file, reported as `estate-file-invalid`. */
export interface EstateFileProblem {
  readonly kind: 'estate-file';
  readonly at: Location;
  readonly message: string;
  readonly severity: ProblemSeverity;
}

/** Reads an `mqsc.yaml`. What is wrong is reported and left out, the rest stands. Never throws. */
export function readEstateFile(
  source: SourceId,
  text: string,
  known: { readonly ruleNames?: ReadonlySet<string> } = {},
): ReadEstateFile {
  const problems: EstateFileProblem[] = [];
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  const reading: Reading = {
    source,
    text,
    document,
    add: (severity, at, message) => problems.push({ kind: 'estate-file', at, message, severity }),
    mention: () => undefined,
  };
  for (const { pos, message } of [...document.errors, ...document.warnings])
    report(reading, 'error', { start: pos[0], end: pos[1] }, message);
  const { contents } = document;
  if (!isMap(contents)) {
    if (contents !== null && problems.length === 0)
      report(
        reading,
        'error',
        { start: 0, end: text.length },
        'An estate file is a mapping that begins with `version: 1`.',
      );
    return { estateFile: contents === null ? emptyFile(source) : undefined, problems };
  }
  const read = estateShape.read(contents, reading);
  if (!read) return { estateFile: undefined, problems };
  checkClusters(read, reading);
  checkRules(read, known.ruleNames, reading);
  return { estateFile: { ...typedFile(source, read), ordering: readOrdering(source, read, reading) }, problems };
}

const emptyFile = (source: SourceId): EstateFile => ({
  source,
  queueManagers: [],
  uniformClusters: [],
  queueSharingGroups: new Map(),
  consumers: [],
  ordering: [],
  rules: {},
  ignore: [],
});

const typedFile = (source: SourceId, read: EstateText): EstateFile => ({
  source,
  queueManagers: read.queueManagers.map(({ name, nameSpan, value }) => ({
    ...value,
    name,
    at: { source, span: nameSpan },
    variables: Object.fromEntries(value.variables.map((variable) => [variable.name, variable.value])),
  })),
  uniformClusters: read.uniformClusters.map(({ name, nameSpan, value }) => ({
    ...value,
    name,
    at: { source, span: nameSpan },
    fullRepositories: value.fullRepositories.map((full) => full.value),
  })),
  queueSharingGroups: new Map(read.queueSharingGroups.map(({ name, value }) => [name, value.members])),
  consumers: read.consumers,
  ordering: [],
  rules: Object.fromEntries(read.rules.map(({ name, value }) => [name, ruleEntry(value)])),
  ignore: read.ignore,
});

const ruleEntry = (value: EstateText['rules'][number]['value']): RuleEntry =>
  typeof value === 'string'
    ? { severity: value }
    : {
        ...(value.severity !== undefined && { severity: value.severity }),
        ...(value.mayDiffer !== undefined && { mayDiffer: value.mayDiffer.map((one) => one.toUpperCase()) }),
      };

function readOrdering(source: SourceId, read: EstateText, reading: Reading): readonly OrderingEntry[] {
  return read.ordering.flatMap(({ span, value: { queue, queues, needs, reason } }) => {
    const all = [...(queue === undefined ? [] : [queue]), ...(queues ?? [])];
    if (all.length === 0) report(reading, 'error', span, 'An ordering need names a `queue`, or several `queues`.');
    else if (needs === 'same-queue-manager' && all.length === 1)
      report(reading, 'error', span, '`same-queue-manager` binds several `queues` together; this names one.');
    else return [{ at: { source, span }, needs, queues: all, reason }];
    return [];
  });
}

function checkClusters(read: EstateText, reading: Reading): void {
  for (const { name, value } of read.uniformClusters)
    for (const full of value.fullRepositories)
      if (!value.members.some((member) => member.toUpperCase() === full.value.toUpperCase()))
        report(
          reading,
          'error',
          full.span,
          `\`${full.value}\` is not among the members of ${name}${didYouMean(full.value, value.members)}`,
        );
}

function checkRules(read: EstateText, ruleNames: ReadonlySet<string> | undefined, reading: Reading): void {
  if (!ruleNames) return;
  for (const { name, nameSpan } of read.rules)
    if (!ruleNames.has(name))
      report(reading, 'warning', nameSpan, `There is no rule \`${name}\`${didYouMean(name, ruleNames)}`);
}
