import { h, render } from 'preact';
import { App } from './app.tsx';
import { startEngine } from './engine.ts';
import { connectHost } from './host.ts';
import { openSession } from './session.ts';

/** The page's root says where the worker's script is; without it the plan runs in this thread. */
const root = document.getElementById('root');
if (root !== null) {
  const session = openSession(connectHost(), startEngine(root.dataset.worker));
  render(h(App, { session }), root);
}
