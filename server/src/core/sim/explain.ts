import type { Location } from '#core/text/span.ts';
import { reasonText } from './put-checks.ts';
import type { Candidate, Decision, DecisionStep } from './trace.ts';

/** A decision as readable lines: who was there, what each step dropped and why, what was chosen; with `place`, where the attribute stands that did it. */
export function explainLines(decision: Decision, place?: (at: Location) => string): readonly string[] {
  const { candidates, steps, chosen } = decision;
  const name = (index: number) => nameOf(candidates[index]);
  const lines = [
    `${decision.queueManager} chooses an instance of ${decision.queue} (${occasionWords[decision.occasion]}, ${bindWords[decision.bind]})`,
  ];
  if (candidates.length === 0) lines.push('  No instance of this name is known here.');
  for (const candidate of candidates) lines.push(`  candidate  ${describe(candidate)}`);
  // Whose turn it is among instances that all refuse the message says nothing.
  for (const step of steps) if (chosen !== undefined || !isTurn(step)) lines.push(...stepLines(step, name, place));
  lines.push(verdict(decision), ...whatFollows(decision).map((line) => `  ${line}`));
  for (const remark of decision.remarks ?? []) lines.push(`  note: ${remark}`);
  return lines;
}

/** One decision alone does not show what the next ones will be: who takes turns, or the shares by weight; empty when one route is left. */
export function whatFollows({ steps, chosen, shares, candidates, bind, occasion }: Decision): readonly string[] {
  const turn = steps.find(({ step }) => step === 'least-recently-used');
  if (chosen === undefined || turn === undefined) return [];
  if (shares !== undefined) return [`in the long run, over all queues of these channels: ${shares}`];
  if (turn.dropped.length === 0) return [];
  const all = [...turn.kept, ...turn.dropped.map(({ candidate }) => candidate)].toSorted((a, b) => a - b);
  const unit = occasion === 'open' ? 'open' : bind === 'on-group' ? 'group' : 'message';
  return [`these take turns, ${unit} by ${unit}: ${all.map((each) => nameOf(candidates[each])).join('; ')}`];
}

const bindWords: Readonly<Record<Decision['bind'], string>> = {
  'on-open': 'bound on open',
  'not-fixed': 'bind not fixed',
  'on-group': 'bound on group',
};

const isTurn = ({ step }: DecisionStep): boolean => step === 'least-recently-used' || step === 'weight';

const occasionWords: Readonly<Record<Decision['occasion'], string>> = {
  open: 'at MQOPEN',
  put: 'at MQPUT',
  put1: 'at MQPUT1',
  group: 'at the start of a group',
  'channel-failing': 'because the channel is failing',
  inquire: 'at MQINQ',
  arrival: 'because the message could not be put where it arrived',
};

const nameOf = (candidate: Candidate | undefined): string =>
  candidate === undefined
    ? '?'
    : candidate.channel === undefined
      ? `${candidate.queueManager} (local)`
      : `${candidate.queueManager} over ${candidate.channel}`;

const describe = (candidate: Candidate): string =>
  `${nameOf(candidate)}${candidate.channelState === undefined ? '' : `, ${candidate.channelState}`}, cluster ${candidate.cluster}`;

/** A step that changed nothing is worth no line. */
function stepLines(
  { title, dropped, kept }: DecisionStep,
  name: (index: number) => string,
  place: ((at: Location) => string) | undefined,
): string[] {
  if (dropped.length === 0) return [];
  const left = kept.length === 0 ? 'nothing is left' : `left: ${kept.map(name).join('; ')}`;
  return [
    `  ${title}`,
    ...dropped.map(
      ({ candidate, reason, at }) =>
        `    - ${name(candidate)}: ${reason}${at === undefined || place === undefined ? '' : ` (${place(at)})`}`,
    ),
    `    ${left}`,
  ];
}

function verdict({ chosen, reason, candidates }: Decision): string {
  if (chosen !== undefined) return `  chosen: ${nameOf(candidates[chosen])}`;
  const isClosed = reason === 2268 || reason === 2051;
  return `  none: ${reasonText(reason)}${isClosed ? ', because every instance that is left is PUT(DISABLED)' : ''}`;
}
