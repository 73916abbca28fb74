import { columnsOf, rowName, secondsText, severityOf } from '#core/campaign/row-text.ts';
import { shownOf } from '#core/campaign/run-campaign.ts';
import type { Report, Row } from '#core/campaign/types.ts';
import type { CampaignState, CellName } from '../../campaign-state.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction } from '../../store.ts';
import { wordsOf } from './severity.ts';

interface MatrixProps {
  readonly campaign: CampaignState;
  readonly report: Report;
  readonly dispatch: (action: PanelAction) => void;
}

/** Rows are failures, columns what becomes of messages. Arrow keys go from one cell that can be opened to the next. */
export function Matrix({ campaign, report, dispatch }: MatrixProps) {
  const { showsAll, selected } = campaign;
  const harmful = report.rows.filter((row) => ['bad', 'warning'].includes(severityOf(row) ?? ''));
  const rows = showsAll ? report.rows : harmful;
  const columns = columnsOf(rows);
  return (
    <>
      <fieldset class="filter">
        <legend class="sr-only">Which failures are listed</legend>
        <label>
          <input
            type="radio"
            name="campaign-filter"
            checked={!showsAll}
            onChange={() => dispatch({ type: 'campaign-filter', showsAll: false })}
          />
          <span>What harms ({harmful.length})</span>
        </label>
        <label>
          <input
            type="radio"
            name="campaign-filter"
            checked={showsAll}
            onChange={() => dispatch({ type: 'campaign-filter', showsAll: true })}
          />
          <span>All failures ({report.rows.length})</span>
        </label>
      </fieldset>
      {rows.length === 0 ? (
        <p class="quiet">No failure does harm that lasts.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        <section class="table-room matrix" tabIndex={0} aria-label="Matrix">
          <table onKeyDown={goAlong}>
            <thead>
              <tr>
                <th scope="col">
                  <span class="word">Verdict</span>
                </th>
                <th scope="col">Failure</th>
                {columns.map(({ name, title }) => (
                  <th scope="col" class="number" key={name}>
                    {title}
                  </th>
                ))}
                <th scope="col" class="number">
                  recovers in
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <MatrixRow
                  key={`${row.order.join(' ')} ${row.lasting}`}
                  report={report}
                  row={row}
                  columns={columns.map(({ name }) => name)}
                  selected={selected}
                  dispatch={dispatch}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

interface RowProps {
  readonly report: Report;
  readonly row: Row;
  readonly columns: readonly CellName['harm'][];
  readonly selected: CellName | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

function MatrixRow({ report, row, columns, selected, dispatch }: RowProps) {
  const { word, icon, tone } = wordsOf(severityOf(row));
  return (
    <tr data-testid={`row-${row.title}-${row.lasting}`}>
      <td>
        <span class={`verdict ${tone}`} title={word}>
          <Icon name={icon} />
          <span class="word">{word}</span>
        </span>
      </td>
      <th scope="row">{rowName(row, report)}</th>
      {columns.map((harm) => {
        const cell = row.cells.find((one) => one.harm === harm);
        if (cell === undefined) return <td key={harm} />;
        if (shownOf(report, row, cell) === undefined)
          return (
            <td key={harm} class="number quiet">
              {cell.most}
            </td>
          );
        const isSelected = selected?.row === row.title && selected.lasting === row.lasting && selected.harm === harm;
        return (
          <td key={harm} class="number">
            <button
              type="button"
              class={`cell ${wordsOf(cell.severity).tone}`}
              aria-pressed={isSelected}
              title={`In ${cell.cases} of ${row.cases} cases. Show why, and what to change`}
              onClick={() =>
                dispatch({ type: 'campaign-select', cell: { row: row.title, lasting: row.lasting, harm } })
              }
            >
              {cell.most}
            </button>
          </td>
        );
      })}
      <td class="number">{row.recoveryUs === 0 ? '' : secondsText(row.recoveryUs)}</td>
    </tr>
  );
}

/** Among the cells that are buttons: left and right in reading order, up and down to the nearest in the next rows. */
function goAlong(event: KeyboardEvent): void {
  const { currentTarget, target, key } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLButtonElement)) return;
  const all = [...currentTarget.querySelectorAll('button')];
  const next = nextOf(all, target, key);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function nextOf(
  all: readonly HTMLButtonElement[],
  from: HTMLButtonElement,
  key: string,
): HTMLButtonElement | undefined {
  const at = all.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return all[at + 1];
    case 'ArrowLeft':
      return all[at - 1];
    case 'ArrowDown':
      return all.slice(at + 1).find((one) => columnOf(one) === columnOf(from));
    case 'ArrowUp':
      return all.slice(0, at).findLast((one) => columnOf(one) === columnOf(from));
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

const columnOf = (button: HTMLButtonElement): number | undefined => button.closest('td')?.cellIndex;
