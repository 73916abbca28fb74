import type { Outcome, TotalName } from '#core/sim/trace.ts';
import type { Style } from './style.ts';

/** A run's outcome for people, in the order they ask: what became of the messages, where, over which channels, what broke. */
export function outcomeText(outcome: Outcome, style: Style): string {
  const head = `${style.bold(outcome.scenario)}  seed ${outcome.seed}, ended at ${seconds(outcome.endedAtMs)}, ${outcome.events} events`;
  const parts = [
    head,
    totals(outcome),
    section('Routes', routes(outcome), style),
    section('Queues', queues(outcome), style),
    section('Channels', channels(outcome), style),
    section('Rejected calls', rejections(outcome), style),
    section('Commands', commands(outcome), style),
    section('Violations', violations(outcome, style), style),
    section('Findings that bear on this run', warnings(outcome), style),
    section('Expectations', expectations(outcome, style), style),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(6))} s`;

const labels: readonly (readonly [TotalName, string])[] = [
  ['put', 'put'],
  ['consumed', 'consumed'],
  ['waiting', 'waiting'],
  ['marooned', 'marooned'],
  ['inTransit', 'in transit'],
  ['inDoubt', 'in doubt'],
  ['deadLettered', 'dead-lettered'],
  ['backedOut', 'backed out'],
  ['expired', 'expired'],
  ['lost', 'lost'],
  ['duplicated', 'duplicated'],
  ['streamed', 'copied to streams'],
  ['rejected', 'rejected'],
  ['rerouted', 'rerouted'],
  ['outOfOrder', 'out of order'],
  ['groupsSplit', 'groups split'],
];

/** What is put is always said; of the rest only what happened. */
const totals = (outcome: Outcome): string =>
  labels
    .filter(([name]) => name === 'put' || outcome.totals[name] > 0)
    .map(([name, label]) => `${label} ${outcome.totals[name]}`)
    .join(' · ');

function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? '' : [style.bold(title), ...lines.map((line) => `  ${line}`)].join('\n');
}

const routes = (outcome: Outcome): readonly string[] =>
  Object.entries(outcome.routes).flatMap(([application, named]) =>
    Object.entries(named).map(
      ([queue, reached]) =>
        `${application} → ${queue}: ${Object.entries(reached)
          .map(([queueManager, n]) => `${queueManager} ${n}`)
          .join(', ')}`,
    ),
  );

const queues = (outcome: Outcome): readonly string[] =>
  Object.entries(outcome.queues).flatMap(([queueManager, own]) =>
    Object.entries(own)
      .filter(([, q]) => q.arrived > 0 || q.depth > 0)
      .map(
        ([queue, q]) =>
          `${queueManager}/${queue}: arrived ${q.arrived}, consumed ${q.consumed}, depth ${q.depth} (peak ${q.peakDepth})`,
      ),
  );

const channels = (outcome: Outcome): readonly string[] =>
  outcome.channels
    .filter((c) => c.messages > 0 || c.retries > 0 || c.inDoubt > 0 || c.state !== 'INACTIVE')
    .map(
      (c) =>
        `${c.from} → ${c.to} ${c.name} ${c.state}: ${count(c.messages, 'message', 'messages')} in ${count(c.batches, 'batch', 'batches')}${c.retries > 0 ? `, ${count(c.retries, 'retry', 'retries')}` : ''}${c.inDoubt > 0 ? `, ${c.inDoubt} in doubt` : ''}`,
    );

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const rejections = (outcome: Outcome): readonly string[] =>
  Object.entries(outcome.applications).flatMap(([name, application]) =>
    Object.entries(application.rejected)
      .filter(([, n]) => n > 0)
      .map(([reason, n]) => `${name}: ${n} × reason ${reason}`),
  );

const commands = (outcome: Outcome): readonly string[] =>
  (outcome.commands ?? []).map(
    ({ atMs, queueManager, command, result }) => `${seconds(atMs)}  ${queueManager}: ${command.trim()} → ${result}`,
  );

const violations = (outcome: Outcome, style: Style): readonly string[] =>
  outcome.violations.map((v) => style.red(`${v.kind} on ${v.queue} at ${seconds(v.atMs)}: ${v.detail}${evidence(v)}`));

/** Who foretold it, and whose story to read. */
function evidence({ rule, message }: Outcome['violations'][number]): string {
  const parts = [rule === undefined ? '' : `foretold by ${rule}`, message === undefined ? '' : `--messages ${message}`];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

const warnings = (outcome: Outcome): readonly string[] => outcome.warnings.map((w) => `${w.code}: ${w.detail}`);

const expectations = (outcome: Outcome, style: Style): readonly string[] =>
  outcome.expectations.map((e) =>
    e.passed ? `${style.green('✓')} ${e.expect}` : `${style.red('✗')} ${e.expect}  (actual: ${String(e.actual)})`,
  );
