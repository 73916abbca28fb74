import { harmNamed } from '#core/campaign/harms.ts';
import { changeText, rowName } from '#core/campaign/row-text.ts';
import { shownOf } from '#core/campaign/run-campaign.ts';
import type { Remedied, Report } from '#core/campaign/types.ts';
import type { Plan } from '#core/scenario/plan.ts';
import type { Location } from '#core/text/span.ts';
import type { CellName } from '../../campaign-state.ts';
import { countOf } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction } from '../../store.ts';

export interface CellProps {
  readonly report: Report;
  readonly name: CellName;
  readonly dispatch: (action: PanelAction) => void;
  readonly reveal: (at: Location) => void;
  readonly openRule: (code: string) => void;
  readonly save: (plan: Plan) => void;
}

/** Why a failure does a harm, what would prevent it, and the smallest scenario that shows it. */
export function CellDetails({ report, name, dispatch, reveal, openRule, save }: CellProps) {
  const row = report.rows.find(({ title, lasting }) => title === name.row && lasting === name.lasting);
  const cell = row?.cells.find(({ harm }) => harm === name.harm);
  const shown = row && cell && shownOf(report, row, cell);
  if (row === undefined || cell === undefined || shown === undefined) return null;
  const { scenario, because, remedies } = shown;
  return (
    <aside class="campaign-side" aria-label="What the cell means" data-testid="campaign-cell">
      <div class="campaign-side-head">
        <h3>
          {capital(harmNamed(cell.harm)?.title ?? '')}: {cell.most}
        </h3>
        <button
          type="button"
          class="icon-button"
          aria-label="Close"
          title="Close"
          onClick={() => dispatch({ type: 'campaign-select', cell: undefined })}
        >
          <Icon name="close" />
        </button>
      </div>
      <p class="facts">
        {rowName(row, report)}. In {cell.cases} of {row.cases} cases.
      </p>
      {because !== '' && (
        <>
          <h4>Why</h4>
          <p>{because}</p>
        </>
      )}
      <h4>What to change</h4>
      {remedies.length === 0 ? (
        <p>No single change of a definition that was tried prevents it.</p>
      ) : (
        <ul class="remedies">
          {remedies.map((remedy) => (
            <RemedyItem key={remedy.advice} remedy={remedy} reveal={reveal} openRule={openRule} />
          ))}
        </ul>
      )}
      <h4>The smallest scenario that shows it</h4>
      <p class="facts">{sizeOf(scenario)}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={() => dispatch({ type: 'replay', plan: scenario })}>
          Replay
        </button>
        <button type="button" class="secondary" onClick={() => save(scenario)}>
          Save scenario
        </button>
      </p>
    </aside>
  );
}

function RemedyItem({
  remedy,
  reveal,
  openRule,
}: {
  readonly remedy: Remedied;
  readonly reveal: (at: Location) => void;
  readonly openRule: (code: string) => void;
}) {
  const { advice, rule, changes } = remedy;
  return (
    <li>
      <p>
        {advice}{' '}
        {rule !== undefined && (
          <button type="button" class="link" onClick={() => openRule(rule)}>
            {rule}
          </button>
        )}
      </p>
      <ul>
        {changes.map((change) => {
          const { at } = change;
          const text = changeText(change);
          return (
            <li key={text}>
              {at === undefined ? (
                <code>{text}</code>
              ) : (
                <button type="button" class="link" title="Go to the definition" onClick={() => reveal(at)}>
                  <code>{text}</code>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sizeOf({ queueManagers, applications, events }: Plan): string {
  const put = applications.reduce((sum, one) => sum + (one.kind === 'producer' ? one.count : 0), 0);
  return [
    countOf(queueManagers.length, 'queue manager'),
    countOf(applications.length, 'application'),
    countOf(put, 'message'),
    countOf(events.length, 'event'),
  ].join(', ');
}
