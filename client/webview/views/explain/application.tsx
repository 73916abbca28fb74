import { reasonText } from '#core/sim/put-checks.ts';
import type { Selected } from './view.tsx';

export function ApplicationDetails({ trace, picture, selection, dispatch }: Selected<'application'>) {
  const { application } = selection;
  const now = picture.applications.get(application);
  const planned = trace.plan.applications.find((one) => one.name === application);
  if (planned === undefined) return null;
  const failed = Object.entries(trace.outcome.applications[application]?.rejected ?? {}).filter(
    ([, count]) => count > 0,
  );
  return (
    <>
      <h3>
        {planned.kind === 'producer' ? 'Producer' : 'Consumer'} {application}{' '}
        <span class={`pill ${now?.state ?? 'running'}`}>{now?.state ?? 'running'}</span>
      </h3>
      <p class="facts">
        {planned.kind === 'producer' ? `${planned.verb} to ${planned.queue}` : `Gets from ${planned.queue}`}, connected
        to{' '}
        <button
          type="button"
          class="link"
          onClick={() =>
            dispatch({ type: 'select', selection: { kind: 'queue-manager', queueManager: planned.queueManager } })
          }
        >
          {planned.queueManager}
        </button>
        {planned.kind === 'producer' ? ` · ${BIND_WORDS[planned.bind]}` : ''}
      </p>
      <dl class="figures">
        <div>
          <dt>{planned.kind === 'producer' ? 'put' : 'finished'}</dt>
          <dd>{planned.kind === 'producer' ? (now?.put ?? 0) : (now?.consumed ?? 0)}</dd>
        </div>
        <div>
          <dt>calls failed</dt>
          <dd>{now?.rejected ?? 0}</dd>
        </div>
      </dl>
      {failed.length > 0 && (
        <p class="facts">
          Over the whole run: {failed.map(([reason, count]) => `${count}× ${reasonText(Number(reason))}`).join(', ')}
        </p>
      )}
    </>
  );
}

const BIND_WORDS = {
  'as-q-def': 'bound as the queue says',
  'on-open': 'bound on open',
  'not-fixed': 'not bound',
  'on-group': 'bound for a group',
} as const;
