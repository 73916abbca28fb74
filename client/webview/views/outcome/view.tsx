import type { Outcome, Trace } from '#core/sim/trace.ts';
import { VIOLATIONS } from '../../event-text.ts';
import { formatTime } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction, PanelState } from '../../store.ts';
import { TOTALS } from './compare.ts';
import { Comparison } from './comparison.tsx';
import { isCutShort } from './cut-short.ts';

export interface OutcomeProps {
  readonly trace: Trace;
  readonly before: PanelState['before'];
  readonly dispatch: (action: PanelAction) => void;
  readonly openRule: (code: string) => void;
}

/** How the whole run ends, whatever moment is shown. */
export function OutcomeView({ trace, before, dispatch, openRule }: OutcomeProps) {
  const { outcome, plan } = trace;
  // What the run itself adds has no page of a rule.
  const rules = new Set(plan.warnings.map(({ code }) => code));
  return (
    <div class="outcome" data-testid="outcome">
      <p class="facts">
        {isCutShort(outcome) ? 'The run until it was cut short at' : 'The whole run, until'}{' '}
        {formatTime(outcome.endedAtMs * 1000)}, seed {outcome.seed}
      </p>
      <Comparison trace={trace} before={before} dispatch={dispatch} />
      <Expectations outcome={outcome} />
      <Violations outcome={outcome} dispatch={dispatch} />
      <h4>Messages</h4>
      <dl class="totals">
        {TOTALS.filter(({ name, wish }) => wish !== 'none' || outcome.totals[name] > 0).map(({ name, label, wish }) => (
          <div key={name} class={wish === 'none' ? 'harm' : ''} data-testid={`total-${name}`}>
            <dt>{label}</dt>
            <dd>{outcome.totals[name]}</dd>
          </div>
        ))}
      </dl>
      <Untouched outcome={outcome} />
      <Queues outcome={outcome} dispatch={dispatch} />
      <Routes outcome={outcome} />
      {outcome.warnings.length > 0 && (
        <>
          <h4>Findings that bear on this run</h4>
          <ul class="plain-list">
            {outcome.warnings.map(({ code, detail }) => (
              <li key={`${code} ${detail}`}>
                {rules.has(code) ? (
                  <button type="button" class="link" onClick={() => openRule(code)}>
                    {code}
                  </button>
                ) : (
                  <code>{code}</code>
                )}{' '}
                {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Expectations({ outcome }: { readonly outcome: Outcome }) {
  if (outcome.expectations.length === 0) return null;
  return (
    <>
      <h4>Expectations</h4>
      <ul class="expectations">
        {outcome.expectations.map(({ expect, passed, actual }) => (
          <li key={expect} class={passed ? 'passed' : 'failed'}>
            <Icon name={passed ? 'check' : 'cross'} />
            <span class="sr-only">{passed ? 'Passed: ' : 'Failed: '}</span>
            <code>{expect}</code>
            {!passed && <span class="sub">actual: {String(actual)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Violations({
  outcome,
  dispatch,
}: {
  readonly outcome: Outcome;
  readonly dispatch: (action: PanelAction) => void;
}) {
  if (outcome.violations.length === 0) return null;
  return (
    <>
      <h4>Violations</h4>
      <ul class="life violations">
        {outcome.violations.slice(0, 30).map((one, i) => (
          <li key={i}>
            <button
              type="button"
              class="moment"
              onClick={() => dispatch({ type: 'seek', atUs: Math.round(one.atMs * 1000) })}
            >
              <span class="when">{formatTime(one.atMs * 1000)}</span>
              <span class="what">
                {VIOLATIONS[one.kind]} on {one.queue}: {one.detail}
              </span>
            </button>
          </li>
        ))}
        {outcome.violations.length > 30 && <li class="quiet">and {outcome.violations.length - 30} more</li>}
      </ul>
    </>
  );
}

function Untouched({ outcome }: { readonly outcome: Outcome }) {
  const none = TOTALS.filter(({ name, wish }) => wish === 'none' && outcome.totals[name] === 0);
  return none.length === 0 ? null : (
    <p class="quiet">None: {none.map(({ label }) => label.toLowerCase()).join(', ')}.</p>
  );
}

function Queues({
  outcome,
  dispatch,
}: {
  readonly outcome: Outcome;
  readonly dispatch: (action: PanelAction) => void;
}) {
  const rows = Object.entries(outcome.queues).flatMap(([queueManager, queues]) =>
    Object.entries(queues)
      .filter(([, figures]) => figures.arrived > 0)
      .map(([queue, figures]) => ({ queueManager, queue, ...figures })),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h4>Queues</h4>
      <div class="table-room">
        <table>
          <thead>
            <tr>
              <th scope="col">Queue</th>
              <th scope="col" class="number">
                Arrived
              </th>
              <th scope="col" class="number">
                Consumed
              </th>
              <th scope="col" class="number">
                Left
              </th>
              <th scope="col" class="number">
                Peak
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ queueManager, queue, arrived, consumed, depth, peakDepth }) => (
              <tr key={`${queueManager} ${queue}`}>
                <th scope="row">
                  <button
                    type="button"
                    class="link"
                    onClick={() => dispatch({ type: 'select', selection: { kind: 'queue', queueManager, queue } })}
                  >
                    {queue}
                  </button>
                  <span class="sub">{queueManager}</span>
                </th>
                <td class="number">{arrived}</td>
                <td class="number">{consumed}</td>
                <td class="number">{depth}</td>
                <td class="number">{peakDepth}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Which queue managers got each application's messages, as bars. */
function Routes({ outcome }: { readonly outcome: Outcome }) {
  const rows = Object.entries(outcome.routes).flatMap(([application, queues]) =>
    Object.entries(queues).map(([queue, targets]) => ({ application, queue, targets: Object.entries(targets) })),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h4>Routes</h4>
      {rows.map(({ application, queue, targets }) => {
        const most = Math.max(1, ...targets.map(([, count]) => count));
        return (
          <div class="route" key={`${application} ${queue}`}>
            <p class="facts">
              {application} to {queue}
            </p>
            <dl>
              {targets.map(([queueManager, count]) => (
                <div key={queueManager}>
                  <dt title={queueManager}>{queueManager}</dt>
                  <dd>
                    <span class="bar" style={{ width: `calc((100% - 44px) * ${count / most})` }} />
                    <span class="count">{count}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </>
  );
}
