import { useMemo, useRef, useState } from 'preact/hooks';
import type { MessageDifference } from '#core/sim/compare-messages.ts';
import { compareTraces, type Difference } from '#core/sim/compare-traces.ts';
import type { Outcome, Trace, TraceEvent } from '#core/sim/trace.ts';
import { readTrace } from '#core/sim/trace-file.ts';
import { describeEvent } from '../../event-text.ts';
import { countOf, formatTime } from '../../format.ts';
import type { ComparedRun, PanelAction } from '../../store.ts';
import { changesBetween } from './compare.ts';

export interface ComparisonProps {
  readonly trace: Trace;
  readonly before: ComparedRun | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

/** This run beside another: the moment they part, the figures, and the messages that end elsewhere. */
export function Comparison({ trace, before, dispatch }: ComparisonProps) {
  return (
    <section class="comparison" data-testid="comparison">
      <h4>{before?.isKept ? 'Beside another run' : 'What changed'}</h4>
      {before === undefined ? (
        <p class="facts">Change something in the run, or choose what to compare it with.</p>
      ) : (
        <Differences trace={trace} before={before} dispatch={dispatch} />
      )}
      <Choices trace={trace} before={before} dispatch={dispatch} />
    </section>
  );
}

function Differences({ trace, before, dispatch }: ComparisonProps & { readonly before: ComparedRun }) {
  const difference = useMemo(() => compareTraces(before.trace, trace), [before.trace, trace]);
  return (
    <>
      <p class="facts">{before.because}</p>
      {difference === undefined ? (
        <p>Nothing: the two runs are the same, event by event.</p>
      ) : (
        <>
          <Parting difference={difference} dispatch={dispatch} />
          <Figures before={before.trace.outcome} after={trace.outcome} />
          <Messages difference={difference} dispatch={dispatch} />
        </>
      )}
    </>
  );
}

function Parting({
  difference: { index, atUs, first, second },
  dispatch,
}: Pick<ComparisonProps, 'dispatch'> & { readonly difference: Difference }) {
  return (
    <div class="parting" data-testid="parting">
      <p>
        The same for {countOf(index, 'event')}.{' '}
        <button type="button" class="link" onClick={() => dispatch({ type: 'seek-index', index: index + 1 })}>
          They part at {formatTime(atUs)}
        </button>
      </p>
      <dl>
        <dt>Before</dt>
        <dd>{nextIn(first)}</dd>
        <dt>Now</dt>
        <dd>{nextIn(second)}</dd>
      </dl>
    </div>
  );
}

const nextIn = (event: TraceEvent | undefined): string =>
  event === undefined ? 'nothing more' : `${formatTime(event.atUs)}: ${describeEvent(event).text}`;

const MOST_MESSAGES = 100;

function Messages({
  difference: { messages },
  dispatch,
}: Pick<ComparisonProps, 'dispatch'> & { readonly difference: Difference }) {
  const { elsewhere, otherTime, same } = messages;
  return (
    <div data-testid="message-differences">
      {elsewhere.length > 0 && (
        <>
          <h5>Messages that end elsewhere</h5>
          <ol class="fates">
            {elsewhere.slice(0, MOST_MESSAGES).map((one) => (
              <li key={`${one.application} ${one.ordinal}`}>
                <MessageLink difference={one} dispatch={dispatch} />
                <span class="fate">
                  {one.first?.where ?? 'not put'} <span aria-hidden="true">→</span>
                  <span class="sr-only">, now </span> {one.second?.where ?? 'not put'}
                </span>
              </li>
            ))}
          </ol>
          {elsewhere.length > MOST_MESSAGES && <p class="quiet">and {elsewhere.length - MOST_MESSAGES} more</p>}
        </>
      )}
      <p class="quiet">
        Messages that end at the same place at another time: {otherTime}; that do the same as before: {same}.
      </p>
    </div>
  );
}

/** Leads to the message in this run; one that only the other run has has no place to go to. */
function MessageLink({
  difference: { application, ordinal, second },
  dispatch,
}: Pick<ComparisonProps, 'dispatch'> & { readonly difference: MessageDifference }) {
  const name = `${application}, no. ${ordinal}`;
  if (second === undefined) return <span>{name}</span>;
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        dispatch({ type: 'seek', atUs: second.atUs });
        dispatch({ type: 'select', selection: { kind: 'message', message: second.message } });
      }}
    >
      {name}
    </button>
  );
}

function Figures({ before, after }: { readonly before: Outcome; readonly after: Outcome }) {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p>The outcome is the same as before.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" class="number">
            Before
          </th>
          <th scope="col" class="number">
            After
          </th>
          <th scope="col">
            <span class="sr-only">Difference</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ what, before: from, after: to, meaning }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td class="number">{from}</td>
            <td class="number">{to}</td>
            <td class={`number delta ${meaning}`}>
              {to > from ? '+' : '−'}
              {Math.abs(to - from)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What to compare with: this run from now on, one that `mqsc simulate --trace` wrote, or the run before each change. */
function Choices({ trace, before, dispatch }: ComparisonProps) {
  const [problem, setProblem] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const reading = readTrace((await file.text()).split('\n'));
    setProblem(reading.kind === 'unreadable' ? `${file.name}: ${reading.reason}` : '');
    if (reading.kind === 'read') {
      const because = `Compared with the run in ${file.name}`;
      dispatch({ type: 'compare-with', run: { trace: reading.trace, because } });
    }
  };
  return (
    <>
      <div class="choices">
        <button
          type="button"
          class="secondary"
          title="Whatever you change from now on is compared with the run as it is now"
          onClick={() => dispatch({ type: 'compare-with', run: { trace, because: keptText(trace) } })}
        >
          Keep this run to compare
        </button>
        <input
          type="file"
          hidden
          ref={picker}
          data-testid="trace-file"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
        <button
          type="button"
          class="secondary"
          title="A file that mqsc simulate --trace wrote"
          onClick={() => picker.current?.click()}
        >
          Compare with a trace file…
        </button>
        {before?.isKept && (
          <button
            type="button"
            class="secondary"
            onClick={() => dispatch({ type: 'compare-with', run: undefined })}
            title="Compare with the run before each change again"
          >
            Let go
          </button>
        )}
      </div>
      {problem !== '' && (
        <p role="alert" class="delta worse">
          {problem}
        </p>
      )}
    </>
  );
}

const keptText = ({ outcome, plan }: Trace): string =>
  `Compared with the run that you kept: seed ${outcome.seed}, ${failuresText(plan.events.length)}`;

function failuresText(count: number): string {
  if (count === 0) return 'nothing fails';
  return count === 1 ? 'one failure, repair or command' : `${count} failures, repairs and commands`;
}
