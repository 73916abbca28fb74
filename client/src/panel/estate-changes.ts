import { type Disposable, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Notifications } from '#protocol/messages.ts';

/** Hears that the estate changed; several may listen, whereas the client takes one handler for a notification. */
export interface EstateChanges extends Disposable {
  listen(take: () => void): Disposable;
}

export function hearEstateChanges(client: BaseLanguageClient): EstateChanges {
  const changes = new EventEmitter<Notifications['mqsc/estateChanged']>();
  const handler = client.onNotification('mqsc/estateChanged', (change) => changes.fire(change));
  return {
    listen: (take) => changes.event(take),
    dispose: () => {
      handler.dispose();
      changes.dispose();
    },
  };
}
