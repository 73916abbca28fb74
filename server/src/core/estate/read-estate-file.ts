import { isMap, parseDocument } from 'yaml';
import type { Location, SourceId, Span } from '#core/text/span.ts';
import type { EstateFile, OrderingEntry, RuleEntry } from './estate-file.ts';
import { type EstateText, estateShape } from './estate-shape.ts';
import { didYouMean, type Reading } from './yaml-shape.ts';

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
  readonly severity: 'warning' | 'error';
}

/** Reads an `mqsc.yaml`. What is wrong is reported and left out, the rest stands. Never throws. */
export function readEstateFile(
  source: SourceId,
  text: string,
  known: { readonly ruleNames?: ReadonlySet<string> } = {},
): ReadEstateFile {
  const problems: EstateFileProblem[] = [];
  const add = (severity: EstateFileProblem['severity'], span: Span, message: string): void => {
    problems.push({ kind: 'estate-file', at: { source, span }, message, severity });
  };
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  for (const { pos, message } of [...document.errors, ...document.warnings])
    add('error', { start: pos[0], end: pos[1] }, message);
  const { contents } = document;
  const reading: Reading = { document, report: (span, message) => add('error', span, message) };
  if (!isMap(contents)) {
    if (contents !== null && problems.length === 0)
      add('error', { start: 0, end: text.length }, 'An estate file is a mapping that begins with `version: 1`.');
    return { estateFile: contents === null ? emptyFile(source) : undefined, problems };
  }
  const read = estateShape.read(contents, reading);
  if (!read) return { estateFile: undefined, problems };
  checkClusters(read, reading);
  checkRules(read, known.ruleNames, add);
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
    if (all.length === 0) reading.report(span, 'An ordering need names a `queue`, or several `queues`.');
    else if (needs === 'same-queue-manager' && all.length === 1)
      reading.report(span, '`same-queue-manager` binds several `queues` together; this names one.');
    else return [{ at: { source, span }, needs, queues: all, reason }];
    return [];
  });
}

function checkClusters(read: EstateText, reading: Reading): void {
  for (const { name, value } of read.uniformClusters)
    for (const full of value.fullRepositories)
      if (!value.members.some((member) => member.toUpperCase() === full.value.toUpperCase()))
        reading.report(
          full.span,
          `\`${full.value}\` is not among the members of ${name}${didYouMean(full.value, value.members)}`,
        );
}

function checkRules(
  read: EstateText,
  ruleNames: ReadonlySet<string> | undefined,
  add: (severity: 'warning', span: Span, message: string) => void,
): void {
  if (!ruleNames) return;
  for (const { name, nameSpan } of read.rules)
    if (!ruleNames.has(name)) add('warning', nameSpan, `There is no rule \`${name}\`${didYouMean(name, ruleNames)}`);
}
