import { whatFollows } from '#core/sim/explain.ts';
import { reasonText } from '#core/sim/put-checks.ts';
import type { Candidate, Decision, DecisionStep } from '#core/sim/trace.ts';
import type { Location } from '#core/text/span.ts';
import { Icon } from '../../icons.tsx';

export interface DecisionProps {
  readonly decision: Decision;
  readonly reveal: (at: Location) => void;
  /** A decision outside of a run has none. */
  readonly moment?: string;
}

/** One run of the workload algorithm: who stood for choice, what each step dropped and why, and who was chosen. */
export function DecisionView({ decision, reveal, moment }: DecisionProps) {
  const chosen = decision.chosen === undefined ? undefined : decision.candidates[decision.chosen];
  const quiet = decision.steps.filter((step) => step.dropped.length === 0);
  return (
    <article class="decision" aria-label="Routing decision" data-testid="decision">
      <h3>{headline(decision, chosen)}</h3>
      <p class="facts">{[moment, OCCASIONS[decision.occasion], BINDS[decision.bind]].filter(Boolean).join(' · ')}</p>
      {decision.candidates.length === 0 ? (
        <p class="quiet">
          There was no candidate: {decision.queueManager} knows no instance of {decision.queue}.
        </p>
      ) : (
        <Candidates decision={decision} reveal={reveal} />
      )}
      {decision.steps.length > 0 && <h4>Step by step</h4>}
      <ol class="steps">
        {decision.steps
          .filter((step) => step.dropped.length > 0)
          .map((step) => (
            <Step key={step.step} step={step} candidates={decision.candidates} reveal={reveal} />
          ))}
      </ol>
      {[...whatFollows(decision), ...(decision.remarks ?? [])].map((line) => (
        <p key={line} class="remark">
          {line.charAt(0).toUpperCase() + line.slice(1)}
        </p>
      ))}
      {quiet.length > 0 && (
        <details class="quiet-steps">
          <summary>
            {quiet.length} {quiet.length === 1 ? 'step' : 'steps'} dropped nobody
          </summary>
          <ul>
            {quiet.map((step) => (
              <li key={step.step}>{step.title}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

export const OCCASIONS: Readonly<Record<Decision['occasion'], string>> = {
  open: 'when the queue was opened',
  put: 'when a message was put',
  put1: 'on MQPUT1',
  group: 'at the start of a group',
  'channel-failing': 'because the channel was failing',
  inquire: 'at MQINQ',
  arrival: 'because the message could not stay where it arrived',
};

export const BINDS: Readonly<Record<Decision['bind'], string>> = {
  'on-open': 'bound on open',
  'not-fixed': 'not bound',
  'on-group': 'bound for a group',
};

function headline(decision: Decision, chosen: Candidate | undefined): string {
  if (chosen === undefined) {
    return `${decision.queueManager} found no place for ${decision.queue}${decision.reason === 0 ? '' : ` (${reasonText(decision.reason)})`}`;
  }
  return chosen.isLocal
    ? `${decision.queueManager} kept ${decision.queue} for itself`
    : `${decision.queueManager} chose ${chosen.queueManager} for ${decision.queue}`;
}

function Candidates({ decision, reveal }: DecisionProps) {
  return (
    <div class="table-room">
      <table>
        <caption class="sr-only">Candidates</caption>
        <thead>
          <tr>
            <th scope="col">Candidate</th>
            <th scope="col">Channel</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {decision.candidates.map((candidate, i) => {
            const end = decision.steps.find((step) => step.dropped.some((one) => one.candidate === i));
            const isChosen = decision.chosen === i;
            return (
              <tr key={`${candidate.queueManager} ${candidate.channel}`} class={isChosen ? 'chosen' : ''}>
                <th scope="row">
                  <Place at={candidate.definedAt} reveal={reveal} text={candidate.queueManager} />
                  {candidate.isLocal && <span class="tag">local</span>}
                </th>
                <td>
                  {candidate.channel ?? '–'}
                  {candidate.channelState !== undefined && (
                    <span class="sub">{candidate.channelState.toLowerCase()}</span>
                  )}
                </td>
                <td>
                  {isChosen ? (
                    <span class="yes">
                      <Icon name="check" /> chosen
                    </span>
                  ) : end === undefined ? (
                    'left over'
                  ) : (
                    <>out at {end.title}</>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface StepProps {
  readonly step: DecisionStep;
  readonly candidates: readonly Candidate[];
  readonly reveal: (at: Location) => void;
}

function Step({ step, candidates, reveal }: StepProps) {
  return (
    <li class="step">
      <strong>{step.title}</strong>
      <ul>
        {step.dropped.map((dropped) => (
          <li key={dropped.candidate} class="dropped">
            <span class="who">{nameOf(candidates[dropped.candidate])}</span> out: {dropped.reason}
            {dropped.at !== undefined && (
              <>
                {' '}
                <Place at={dropped.at} reveal={reveal} text={dropped.attribute ?? 'definition'} />
              </>
            )}
          </li>
        ))}
        {step.kept.length > 0 && (
          <li class="kept">
            <span class="who">{step.kept.map((one) => nameOf(candidates[one])).join(', ')}</span>{' '}
            {step.kept.length === 1 ? 'stays' : 'stay'}
          </li>
        )}
      </ul>
    </li>
  );
}

const nameOf = (candidate: Candidate | undefined): string =>
  candidate === undefined
    ? '?'
    : candidate.channel === undefined
      ? `${candidate.queueManager} (local)`
      : candidate.queueManager;

interface PlaceProps {
  readonly at: Location | undefined;
  readonly text: string;
  readonly reveal: (at: Location) => void;
}

/** A name that leads to its place in the MQSC, when it has one. */
export const Place = ({ at, text, reveal }: PlaceProps) =>
  at === undefined ? (
    <span>{text}</span>
  ) : (
    <button type="button" class="link" title={`Show ${text} in the MQSC`} onClick={() => reveal(at)}>
      {text}
    </button>
  );
