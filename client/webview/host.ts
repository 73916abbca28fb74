import type { FromPanel, PlanRequest, ToPanel } from '#protocol/messages.ts';
import type { Injection } from './store.ts';

/** The editor around the panel; in a plain browser a stand-in. */
export interface Host {
  post(message: FromPanel): void;
  /** What outlives a reload of the window. */
  keep(memory: Memory): void;
  remembered(): Memory | undefined;
  listen(take: (message: ToPanel) => void): void;
}

export interface Memory {
  readonly request: PlanRequest | undefined;
  readonly seed: number;
  readonly injected: readonly Injection[];
}

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    keep: (memory) => api.setState(memory),
    remembered: () => api.getState(),
    listen: (take) => window.addEventListener('message', (event: MessageEvent<ToPanel>) => take(event.data)),
  };
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): Memory | undefined;
  setState(memory: Memory): void;
};
