import type { Outcome } from '#core/sim/trace.ts';
import { type MarkdownCell as Cell, markdownTable as table, titledPart as titled } from './markdown-table.ts';

/** A run's outcome as Markdown, for a pull request or a wiki page. */
export function outcomeMarkdown(outcome: Outcome): string {
  const parts = [
    `# ${outcome.scenario}`,
    `Seed ${outcome.seed}, ended at ${outcome.endedAtMs} ms of virtual time, ${outcome.events} events.`,
    table(['what', 'messages'], Object.entries(outcome.totals)),
    titled('Routes', table(['application', 'queue', 'queue manager', 'messages'], routeRows(outcome))),
    titled('Queues', table(['queue manager', 'queue', 'arrived', 'consumed', 'depth', 'peak'], queueRows(outcome))),
    titled(
      'Channels',
      table(['from', 'to', 'channel', 'state', 'messages', 'batches', 'retries', 'in doubt'], channelRows(outcome)),
    ),
    titled('Rejected calls', table(['application', 'reason', 'calls'], rejectedRows(outcome))),
    titled(
      'Commands',
      table(
        ['at (ms)', 'queue manager', 'command', 'answer'],
        (outcome.commands ?? []).map((c) => [c.atMs, c.queueManager, `\`${c.command.trim()}\``, c.result]),
      ),
    ),
    titled(
      'Violations',
      table(
        ['kind', 'queue', 'at (ms)', 'message', 'detail', 'foretold by'],
        outcome.violations.map((v) => [v.kind, v.queue, v.atMs, v.message ?? '', v.detail, v.rule ?? '']),
      ),
    ),
    titled(
      'Findings that bear on this run',
      table(
        ['finding', 'detail'],
        outcome.warnings.map(({ code, detail }) => [code, detail]),
      ),
    ),
    titled(
      'Expectations',
      table(
        ['expectation', 'passed', 'actual'],
        outcome.expectations.map((e) => [`\`${e.expect}\``, e.passed ? 'yes' : '**no**', String(e.actual)]),
      ),
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const routeRows = (outcome: Outcome): readonly (readonly Cell[])[] =>
  Object.entries(outcome.routes).flatMap(([application, named]) =>
    Object.entries(named).flatMap(([queue, reached]) =>
      Object.entries(reached).map(([queueManager, n]) => [application, queue, queueManager, n]),
    ),
  );

const rejectedRows = (outcome: Outcome): readonly (readonly Cell[])[] =>
  Object.entries(outcome.applications).flatMap(([name, { rejected }]) =>
    Object.entries(rejected).map(([reason, calls]) => [name, reason, calls]),
  );

const queueRows = (outcome: Outcome): readonly (readonly Cell[])[] =>
  Object.entries(outcome.queues).flatMap(([queueManager, own]) =>
    Object.entries(own).map(([queue, q]) => [queueManager, queue, q.arrived, q.consumed, q.depth, q.peakDepth]),
  );

const channelRows = (outcome: Outcome): readonly (readonly Cell[])[] =>
  outcome.channels.map((c) => [c.from, c.to, c.name, c.state, c.messages, c.batches, c.retries, c.inDoubt]);
