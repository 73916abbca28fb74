import { useRef, useState } from 'preact/hooks';
import type { CloneComparison, ComparedHost, ComparedRow, ComparedSection } from '#core/ide/clones/comparison.ts';
import type { FromComparePage } from '#protocol/messages.ts';
import { Icon } from '../icons.tsx';
import { Cell, type CellPlace } from './cell.tsx';
import { moveBy } from './grid-keys.ts';
import { ImportanceTag } from './importance.tsx';

interface TableProps {
  readonly comparison: CloneComparison;
  readonly post: (message: FromComparePage) => void;
}

/** One column a queue manager, one row an attribute; what does not differ is folded away. One cell at a time can have the focus. */
export function CloneTable({ comparison, post }: TableProps) {
  const { of, hosts, sections } = comparison;
  const isAlone = hosts.length === 1;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<CellPlace>();
  const table = useRef<HTMLTableElement>(null);
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const isOpen = ({ id }: ComparedSection): boolean => open.has(id) !== (isAlone && id === 'instances');
  const firstRow = sections.flatMap((section) =>
    shownRows(section, isOpen(section)).map((row) => ({ section, row })),
  )[0];
  const first = firstRow && { section: firstRow.section.id, keyword: firstRow.row.keyword, column: 0 };
  const isThere = (place: CellPlace): boolean =>
    place.column < hosts.length &&
    sections.some(
      (section) =>
        section.id === place.section &&
        shownRows(section, isOpen(section)).some((row) => row.keyword === place.keyword),
    );
  const active = focused && isThere(focused) ? focused : first;

  return (
    <div class="table-scroll">
      <table
        class="clones"
        /* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys move through its cells (ARIA: grid) */
        role="grid"
        aria-label={`Instances of ${of.name}`}
        aria-colcount={hosts.length + 1}
        ref={table}
        onKeyDown={(event) => moveBy(event, table.current)}
      >
        <thead>
          <tr>
            <th scope="col" class="attribute">
              Attribute
            </th>
            {hosts.map((host) => (
              <HostHead key={host.queueManager} host={host} post={post} />
            ))}
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.id} data-testid={`section-${section.id}`}>
            <tr class="section">
              <th scope="rowgroup" colSpan={hosts.length + 1}>
                <h3>{section.title}</h3>
              </th>
            </tr>
            {shownRows(section, isOpen(section)).map((row) => (
              <tr
                key={row.keyword}
                class={row.isDifferent ? `different ${row.importance}` : 'alike'}
                data-testid={`row-${row.keyword}`}
              >
                <RowHead row={row} hosts={hosts.length} post={post} />
                {row.cells.map((cell, column) => {
                  const place = { section: section.id, keyword: row.keyword, column };
                  const queueManager = hosts[column]?.queueManager ?? '';
                  return (
                    <Cell
                      key={queueManager}
                      cell={cell}
                      isDifferent={row.isDifferent}
                      isActive={isSame(active, place)}
                      focus={() => setFocused(place)}
                      reveal={() => cell.at && post({ type: 'reveal', at: cell.at })}
                      change={() =>
                        post({
                          type: 'change',
                          cell: { of, section: section.id, keyword: row.keyword, queueManager },
                        })
                      }
                    />
                  );
                })}
              </tr>
            ))}
            <Fold section={section} columns={hosts.length + 1} isOpen={isOpen(section)} toggle={toggle} />
          </tbody>
        ))}
      </table>
    </div>
  );
}

const shownRows = ({ rows }: ComparedSection, isOpen: boolean): readonly ComparedRow[] =>
  isOpen ? rows : rows.filter(({ isDifferent }) => isDifferent);

const isSame = (one: CellPlace | undefined, other: CellPlace): boolean =>
  one?.section === other.section && one.keyword === other.keyword && one.column === other.column;

function HostHead({ host, post }: { readonly host: ComparedHost; readonly post: TableProps['post'] }) {
  return (
    <th scope="col">
      <div class="host">
        <button
          type="button"
          class="link"
          title={`${host.queueManager}: ${host.reason}`}
          onClick={() => post({ type: 'reveal', at: host.at })}
        >
          {host.queueManager}
        </button>
        {host.isFullRepository && (
          <span class="repository" title="Full repository">
            <Icon name="repository" />
            <span class="sr-only">full repository</span>
          </span>
        )}
      </div>
      {host.host !== undefined && <span class="sub">{host.host}</span>}
    </th>
  );
}

interface RowHeadProps {
  readonly row: ComparedRow;
  readonly hosts: number;
  readonly post: TableProps['post'];
}

/** More columns than a window shows: the odd ones may be out of sight. */
const MANY = 4;

function RowHead({ row, hosts, post }: RowHeadProps) {
  return (
    <th scope="row" class="attribute" title={row.description}>
      <span class="keyword">{row.keyword}</span>
      {row.isDifferent || row.importance !== 'may' ? <ImportanceTag importance={row.importance} /> : null}
      {hosts > MANY && row.isDifferent && <OddOnes row={row} />}
      {row.codes.map((code) => (
        <button
          key={code}
          type="button"
          class="link rule"
          title={`What the rule ${code} says`}
          onClick={() => post({ type: 'openRule', code })}
        >
          {code}
        </button>
      ))}
    </th>
  );
}

/** How many values are odd, and a way to the first of them. */
function OddOnes({ row }: { readonly row: ComparedRow }) {
  const odd = row.cells.filter(({ isOdd }) => isOdd).length;
  const show = (event: MouseEvent): void => {
    const line = event.target instanceof Element ? event.target.closest('tr') : null;
    const cell = line?.querySelector<HTMLElement>('td.odd');
    cell?.scrollIntoView({ block: 'nearest', inline: 'center' });
    cell?.focus();
  };
  return (
    <button type="button" class="link rule" title="Show the first that differs" onClick={show}>
      {odd === row.cells.length ? 'no majority' : `${odd} of ${row.cells.length} differ${odd === 1 ? 's' : ''}`}
    </button>
  );
}

interface FoldProps {
  readonly section: ComparedSection;
  readonly columns: number;
  readonly isOpen: boolean;
  readonly toggle: (id: string) => void;
}

/** The rows that do not differ, as one line. */
function Fold({ section, columns, isOpen, toggle }: FoldProps) {
  const alike = section.rows.filter(({ isDifferent }) => !isDifferent).length;
  if (alike === 0) return null;
  const told = alike === 1 ? '1 attribute does not differ' : `${alike} attributes do not differ`;
  return (
    <tr class="fold">
      <th scope="row" colSpan={columns}>
        <button type="button" aria-expanded={isOpen} onClick={() => toggle(section.id)}>
          <Icon name="chevron" />
          {isOpen ? `Fold away what does not differ (${alike})` : told}
        </button>
      </th>
    </tr>
  );
}
