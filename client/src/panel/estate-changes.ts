import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Notifications } from '#protocol/messages.ts';

type Change = Notifications['mqsc/estateChanged'];

/** Hears that the estate changed; several may listen, whereas the client takes one handler for a notification. */
export interface EstateChanges extends Disposable {
  listen(take: (what: Change['what']) => void): Disposable;
  /** Kept once the server has read the files that there are at the start: a plan made before would miss some. */
  readonly settled: Promise<void>;
}

/** Quiet for so long after a change: the server has nothing more to read. */
const REST_MS = 400;
/** A workspace without a change to tell of is settled, too. */
const PATIENCE_MS = 2500;

export function hearEstateChanges(client: BaseLanguageClient): EstateChanges {
  const changes = new EventEmitter<Change>();
  const handler = client.onNotification('mqsc/estateChanged', (change) => changes.fire(change));
  return {
    settled: quietOf(changes.event),
    listen: (take) => changes.event(({ what }) => take(what)),
    dispose: () => {
      handler.dispose();
      changes.dispose();
    },
  };
}

function quietOf(event: Event<unknown>): Promise<void> {
  return new Promise((resolve) => {
    let rest = setTimeout(end, PATIENCE_MS);
    const listening = event(() => {
      clearTimeout(rest);
      rest = setTimeout(end, REST_MS);
    });
    function end(): void {
      listening.dispose();
      resolve();
    }
  });
}
