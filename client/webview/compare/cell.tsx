import type { ComparedCell } from '#core/ide/clones/comparison.ts';
import { Icon } from '../icons.tsx';

/** Names a cell as long as its row is there. */
export interface CellPlace {
  readonly section: string;
  readonly keyword: string;
  readonly column: number;
}

interface CellProps {
  readonly cell: ComparedCell;
  readonly isDifferent: boolean;
  /** The one cell of the table that the Tab key leads to. */
  readonly isActive: boolean;
  readonly focus: () => void;
  readonly reveal: () => void;
  readonly change: () => void;
}

/** A value, where it comes from, and whether it is odd. */
export function Cell({ cell, isDifferent, isActive, focus, reveal, change }: CellProps) {
  const { text, state, isOdd, canChange, at } = cell;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') reveal();
    else if (event.key === 'F2' && canChange) change();
    else return;
    event.preventDefault();
  };
  return (
    <td
      /* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell that the arrow keys move to (ARIA: grid) */
      role="gridcell"
      class={`value ${state}${isOdd ? ' odd' : ''}${at === undefined ? '' : ' linked'}`}
      tabIndex={isActive ? 0 : -1}
      title={titleOf(cell)}
      onFocus={focus}
      onKeyDown={onKeyDown}
      onClick={reveal}
    >
      <span class="text">
        {isOdd && (
          <span class="mark" aria-hidden="true">
            ≠
          </span>
        )}
        <span class="shown">{absence[state] ?? (text === '' ? 'blank' : text)}</span>
        {isOdd && <span class="sr-only">, differs</span>}
      </span>
      {(isDifferent || state !== 'written') && <span class="sub">{originOf(cell)}</span>}
      {canChange && (
        <button
          type="button"
          class="icon-button change"
          tabIndex={-1}
          title="Make equal to another (F2)"
          aria-label="Make equal to another"
          onClick={(event) => {
            event.stopPropagation();
            change();
          }}
        >
          <Icon name="edit" />
        </button>
      )}
    </td>
  );
}

/** What stands in place of a value. */
const absence: Partial<Record<ComparedCell['state'], string>> = {
  unknown: 'not known',
  missing: 'missing',
  none: '–',
};

function originOf({ state, from }: ComparedCell): string {
  switch (state) {
    case 'written':
    case 'like':
      return from;
    case 'default':
      return 'default';
    case 'open':
      return 'filled in later';
    default:
      return '';
  }
}

function titleOf({ text, state, from }: ComparedCell): string {
  const value = text === '' ? 'blank' : text;
  switch (state) {
    case 'written':
      return `${value}${from === '' ? '' : `, written at ${from}`}`;
    case 'like':
      return `${value}, taken from ${from}`;
    case 'default':
      return `${value}, the default (${from})`;
    case 'open':
      return `${value}, at ${from}: a value that is filled in later is compared with nothing`;
    case 'unknown':
      return 'No file tells: the definition is not among the files, or MQ has no default';
    case 'missing':
      return 'This queue manager has no such object';
    case 'none':
      return 'The object has no such attribute';
  }
}
