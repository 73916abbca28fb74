import { reasonText } from './put-checks.ts';
import type { Candidate, Decision, DecisionStep } from './trace.ts';

/** A decision as readable lines: who was there, what each step dropped and why, what was chosen. */
export function explainLines(decision: Decision): readonly string[] {
  const { candidates, steps } = decision;
  const name = (index: number) => nameOf(candidates[index]);
  const lines = [
    `${decision.queueManager} chooses an instance of ${decision.queue} (${occasionWords[decision.occasion]}, ${decision.bind})`,
  ];
  if (candidates.length === 0) lines.push('  No instance of this name is known here.');
  for (const candidate of candidates) lines.push(`  candidate  ${describe(candidate)}`);
  for (const step of steps) lines.push(...stepLines(step, name));
  lines.push(verdict(decision));
  return lines;
}

const occasionWords: Readonly<Record<Decision['occasion'], string>> = {
  open: 'at MQOPEN',
  put: 'at MQPUT',
  put1: 'at MQPUT1',
  group: 'at the start of a group',
  'channel-failing': 'because the channel is failing',
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
function stepLines({ title, dropped, kept }: DecisionStep, name: (index: number) => string): string[] {
  if (dropped.length === 0) return [];
  const left = kept.length === 0 ? 'nothing is left' : `left: ${kept.map(name).join('; ')}`;
  return [
    `  ${title}`,
    ...dropped.map(({ candidate, reason }) => `    - ${name(candidate)}: ${reason}`),
    `    ${left}`,
  ];
}

function verdict({ chosen, reason, candidates }: Decision): string {
  return chosen === undefined ? `  none: ${reasonText(reason)}` : `  chosen: ${nameOf(candidates[chosen])}`;
}
