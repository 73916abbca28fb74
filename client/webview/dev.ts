import type { FromPanel } from '#protocol/messages.ts';
import { devPlan } from './dev-plan.ts';

/**
 * Stands in for the editor when `dev.html` shows the panel alone in a browser: `?theme=dark&count=50&campaign`.
 * What the panel says is kept in `window.said`.
 */
const options = new URLSearchParams(location.search);
const said: FromPanel[] = [];
let state: unknown;

document.body.className = `vscode-${options.get('theme') ?? 'light'}`;
document.documentElement.dataset.theme = options.get('theme') ?? 'light';

Object.assign(window, {
  said,
  acquireVsCodeApi: () => ({
    postMessage: (message: FromPanel) => {
      said.push(message);
      if (message.type === 'ready' && !options.has('silent')) show();
    },
    getState: () => state,
    setState: (next: unknown) => {
      state = next;
    },
  }),
});

function show(): void {
  const plan = devPlan(Number(options.get('count') ?? 4));
  window.postMessage({ type: 'show', plan, request: { of: 'estate' }, title: plan.name });
  if (options.has('campaign')) window.postMessage({ type: 'runCampaign' });
}
