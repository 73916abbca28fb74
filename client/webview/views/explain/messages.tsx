import type { PictureMessage } from '#core/sim/picture-types.ts';
import type { PanelAction } from '../../store.ts';

const MOST = 60;

/** Messages as numbers to select. */
export function Messages({
  messages,
  dispatch,
}: {
  readonly messages: readonly PictureMessage[];
  readonly dispatch: (action: PanelAction) => void;
}) {
  if (messages.length === 0) return <p class="quiet">None.</p>;
  return (
    <ul class="messages">
      {messages.slice(0, MOST).map(({ id, inDoubt }) => (
        <li key={id}>
          <button
            type="button"
            class={inDoubt ? 'in-doubt' : ''}
            aria-label={`Message ${id}${inDoubt ? ', in doubt' : ''}`}
            onClick={() => dispatch({ type: 'select', selection: { kind: 'message', message: id } })}
          >
            {id}
          </button>
        </li>
      ))}
      {messages.length > MOST && <li class="quiet">and {messages.length - MOST} more</li>}
    </ul>
  );
}
