import { Fragment } from 'preact';
import type { Picture } from '#core/sim/picture-types.ts';
import { reasonText } from '#core/sim/put-checks.ts';
import { instancesOf } from '../../instances.ts';
import type { Selected } from './view.tsx';

export function ApplicationDetails({ trace, picture, selection, dispatch }: Selected<'application'>) {
  const { application } = selection;
  const now = instancesOf(picture, application);
  const places = placesOf(picture, application);
  const planned = trace.plan.applications.find((one) => one.name === application);
  if (planned === undefined) return null;
  const failed = Object.entries(trace.outcome.applications[application]?.rejected ?? {}).filter(
    ([, count]) => count > 0,
  );
  return (
    <>
      <h3>
        {planned.kind === 'producer' ? 'Producer' : 'Consumer'} {application}{' '}
        <span class={`pill ${now.state}`}>{now.count > 1 ? `${now.running} of ${now.count} running` : now.state}</span>
      </h3>
      <p class="facts">
        {planned.kind === 'producer'
          ? `${planned.verb} to ${planned.topic === undefined ? planned.queue : `topic ${planned.topic}`}`
          : `Gets from ${planned.queue}`}
        , connected to{' '}
        {places.map(([queueManager, count], i) => (
          <Fragment key={queueManager}>
            {i > 0 ? ', ' : ''}
            <button
              type="button"
              class="link"
              onClick={() => dispatch({ type: 'select', selection: { kind: 'queue-manager', queueManager } })}
            >
              {queueManager}
            </button>
            {now.count > 1 ? ` ×${count}` : ''}
          </Fragment>
        ))}
        {planned.kind === 'producer' ? ` · ${BIND_WORDS[planned.bind]}` : ''}
      </p>
      <dl class="figures">
        <div>
          <dt>{planned.kind === 'producer' ? 'put' : 'finished'}</dt>
          <dd>{planned.kind === 'producer' ? now.put : now.consumed}</dd>
        </div>
        <div>
          <dt>calls failed</dt>
          <dd>{now.rejected}</dd>
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

/** Where its instances are connected, and how many. */
function placesOf(picture: Picture, application: string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const one of picture.applications.values())
    if (one.application === application) counts.set(one.queueManager, (counts.get(one.queueManager) ?? 0) + 1);
  return [...counts];
}

const BIND_WORDS = {
  'as-q-def': 'bound as the queue says',
  'on-open': 'bound on open',
  'not-fixed': 'not bound',
  'on-group': 'bound for a group',
} as const;
