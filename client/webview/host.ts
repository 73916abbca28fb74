import type { FromPanel, PlanRequest, ToPanel } from '#protocol/messages.ts';
import type { Injection } from './store.ts';

/** The editor around a page; in a plain browser a stand-in. */
export interface EditorHost<From, To, Kept> {
  post(message: From): void;
  /** What outlives a reload of the window. */
  keep(memory: Kept): void;
  remembered(): Kept | undefined;
  listen(take: (message: To) => void): void;
}

export type Host = EditorHost<FromPanel, ToPanel, Memory>;

export interface Memory {
  readonly request: PlanRequest | undefined;
  readonly seed: number;
  readonly injected: readonly Injection[];
}

export function connectHost<From, To, Kept>(): EditorHost<From, To, Kept> {
  const api = acquireVsCodeApi<From, Kept>();
  return {
    post: (message) => api.postMessage(message),
    keep: (memory) => api.setState(memory),
    remembered: () => api.getState(),
    listen: (take) => window.addEventListener('message', (event: MessageEvent<To>) => take(event.data)),
  };
}

declare function acquireVsCodeApi<From, Kept>(): {
  postMessage(message: From): void;
  getState(): Kept | undefined;
  setState(memory: Kept): void;
};
