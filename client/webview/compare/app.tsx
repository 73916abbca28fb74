import { useLayoutEffect, useState } from 'preact/hooks';
import type { CloneComparison, CloneName } from '#core/ide/clones/comparison.ts';
import type { CompareRequest, FromComparePage, ToComparePage } from '#protocol/messages.ts';
import type { EditorHost } from '../host.ts';
import { Icon } from '../icons.tsx';
import { ImportanceTag } from './importance.tsx';
import { CloneTable } from './table.tsx';

export type CompareHost = EditorHost<FromComparePage, ToComparePage, CompareRequest>;

/** The page that shows all instances of a queue side by side. */
export function App({ host }: { readonly host: CompareHost }) {
  const [shown, setShown] = useState<ToComparePage>();
  useLayoutEffect(() => {
    host.listen((message) => {
      if (message.type === 'compare') host.keep(message.request);
      setShown(message);
    });
    host.post({ type: 'ready' });
  }, [host]);
  if (shown === undefined) return <main class="compare quiet">Reading the definitions…</main>;
  if (shown.type === 'gone') return <Gone of={shown.of} host={host} />;
  return <Comparison comparison={shown.comparison} host={host} />;
}

function Comparison({ comparison, host }: { readonly comparison: CloneComparison; readonly host: CompareHost }) {
  const { of, hosts, sections } = comparison;
  const differing = sections.flatMap(({ rows }) => rows.filter(({ isDifferent }) => isDifferent));
  const serious = differing.filter(({ importance }) => importance !== 'may').length;
  const summary =
    hosts.length === 1
      ? 'one instance'
      : `${hosts.length} instances, ${differing.length === 0 ? 'all alike' : `${count(differing.length, 'attribute')} ${differing.length === 1 ? 'differs' : 'differ'}`}`;
  return (
    <main class="compare">
      <header class="compare-head">
        <Title of={of} host={host} />
        <p class="facts" data-testid="summary">
          {of.kind === 'topic' ? 'topic in cluster' : 'cluster'} {of.cluster}, {summary}
          {serious > 0 && `, ${serious} of them should not`}
        </p>
        {hosts.length === 1 ? (
          <p class="compare-note">
            No other queue manager of the open files has an instance in {of.cluster}: there is nothing to compare it
            with.
          </p>
        ) : (
          <p class="legend">
            <ImportanceTag importance="must" />
            <ImportanceTag importance="should" />
            <ImportanceTag importance="may" />
            <span class="keys">
              <kbd>Enter</kbd> shows the definition, <kbd>F2</kbd> makes a value equal to another
            </span>
          </p>
        )}
      </header>
      <CloneTable comparison={comparison} post={host.post} />
      <p class="sr-only" aria-live="polite">
        {summary}
      </p>
    </main>
  );
}

function Gone({ of, host }: { readonly of: CloneName; readonly host: CompareHost }) {
  return (
    <main class="compare">
      <header class="compare-head">
        <Title of={of} host={host} />
        <p class="compare-note">
          No file defines {of.name} in cluster {of.cluster} any more.
        </p>
      </header>
    </main>
  );
}

const Choose = ({ host }: { readonly host: CompareHost }) => (
  <button type="button" class="secondary" onClick={() => host.post({ type: 'choose' })}>
    <Icon name="swap" />
    Another queue…
  </button>
);

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

function Title({ of, host }: { readonly of: CloneName; readonly host: CompareHost }) {
  return (
    <div class="compare-title">
      <h2>{of.name}</h2>
      <Choose host={host} />
    </div>
  );
}
