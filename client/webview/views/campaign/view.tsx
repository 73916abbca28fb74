import { crossCheck, type RuleCheck } from '#core/campaign/cross-check.ts';
import { cutShortText, summaryText } from '#core/campaign/row-text.ts';
import type { Report } from '#core/campaign/types.ts';
import type { Plan } from '#core/scenario/plan.ts';
import type { Location } from '#core/text/span.ts';
import type { CampaignState, CampaignWanted } from '../../campaign-state.ts';
import { countOf } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction } from '../../store.ts';
import { CellDetails } from './cell.tsx';
import { Matrix } from './matrix.tsx';
import { Wanted } from './wanted.tsx';

export interface CampaignProps {
  readonly campaign: CampaignState;
  readonly dispatch: (action: PanelAction) => void;
  readonly start: (wanted: CampaignWanted) => void;
  readonly cancel: () => void;
  readonly reveal: (at: Location) => void;
  readonly openRule: (code: string) => void;
  readonly save: (plan: Plan) => void;
}

/** What every failure does: the matrix, and what a cell of it means. */
export function CampaignView({ campaign, dispatch, start, cancel, reveal, openRule, save }: CampaignProps) {
  const { report, status } = campaign;
  return (
    <main class="panel campaign" tabIndex={-1} data-testid="campaign">
      <header class="scenario">
        <div class="scenario-line">
          <h2 title={campaign.title}>Failures of: {campaign.title}</h2>
          <button type="button" class="secondary" onClick={() => dispatch({ type: 'campaign-close' })}>
            <Icon name="play" />
            <span>Back to the run</span>
          </button>
        </div>
        {status.kind === 'running' && <Progress status={status} cancel={cancel} />}
        {status.kind === 'failed' && (
          <div class="bar problem" role="alert">
            <Icon name="warning" />
            <span>The campaign stopped with an internal fault: {status.message}</span>
          </div>
        )}
      </header>
      {report !== undefined && (
        <div class="campaign-stage">
          <section class="campaign-main" aria-label="What every failure does">
            <p class="summary" data-testid="campaign-summary">
              {summaryText(report)}
            </p>
            <p class="facts">
              {effortOf(report)}
              {status.kind === 'cancelled' && ' It was called off before its end.'}
            </p>
            <Wanted key={JSON.stringify(campaign.wanted)} wanted={campaign.wanted} start={start} />
            <Matrix campaign={campaign} report={report} dispatch={dispatch} />
            <Rules checks={crossCheck(report)} openRule={openRule} />
          </section>
          {campaign.selected !== undefined && (
            <CellDetails
              report={report}
              name={campaign.selected}
              dispatch={dispatch}
              reveal={reveal}
              openRule={openRule}
              save={save}
            />
          )}
        </div>
      )}
    </main>
  );
}

/** Each moment is tried twice: with a repair, and for good. */
function effortOf(report: Report): string {
  const { counts, seeds, seed, failures } = report;
  const pairs = failures === 2 ? `, ${countOf(counts.pairs, 'case')} of two failures` : '';
  const seedText = seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`;
  return `${countOf(counts.tried, 'case')} at ${countOf(counts.moments, 'moment')}${pairs}, ${seedText}. Of moments that differ in nothing that matters, one is tried.${cutShortText(report)}`;
}

function Progress({
  status,
  cancel,
}: {
  readonly status: Extract<CampaignState['status'], { kind: 'running' }>;
  readonly cancel: () => void;
}) {
  const { done, of, what } = status;
  const text = what === 'cases' ? 'Trying every failure' : 'Making what breaks small';
  return (
    <div class="bar" data-testid="campaign-progress">
      <div class="progress">
        <span>
          {text}
          {of > 0 ? `: ${done} of ${of}` : ' …'}
        </span>
        {of > 0 ? <progress value={done} max={of} aria-label={text} /> : <progress aria-label={text} />}
      </div>
      <button type="button" class="secondary" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

const VERDICTS = {
  foretold: { word: 'foretold, and it happens', icon: 'check' },
  'not-foretold': { word: 'happens, and no finding foretold it', icon: 'warning' },
  'did-not-happen': { word: 'foretold, but it did not happen here', icon: 'dot' },
} as const;

function Rules({
  checks,
  openRule,
}: {
  readonly checks: readonly RuleCheck[];
  readonly openRule: (code: string) => void;
}) {
  if (checks.length === 0) return null;
  return (
    <>
      <h4>Findings beside what happened</h4>
      <ul class="rule-checks">
        {checks.map(({ rule, verdict, rows, details }) => (
          <li key={rule} title={details[0]}>
            <Icon name={VERDICTS[verdict].icon} />
            <span>
              <button type="button" class="link" onClick={() => openRule(rule)}>
                {rule}
              </button>{' '}
              {VERDICTS[verdict].word}
              {rows.length > 0 && <span class="sub inline">: {rows.slice(0, 2).join(', ')}</span>}
              {rows.length > 2 && <span class="sub inline"> and {rows.length - 2} more</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
