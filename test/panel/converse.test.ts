import { expect, it } from 'vitest';
import { converse } from '../../client/src/panel/converse.ts';

type From = { readonly type: 'ready' } | { readonly type: 'state'; readonly seed: number };

/** An editor's webview: what its page says is heard, what it is told is kept. */
function makeWire() {
  const told: unknown[] = [];
  let hear: (message: From) => unknown = () => undefined;
  const wire = {
    postMessage: (message: unknown) => told.push(message),
    onDidReceiveMessage: (listen: (message: From) => unknown) => {
      hear = listen;
    },
  };
  return { wire, told, say: (message: From) => hear(message) };
}

it('keeps what is sent until the page is ready, in its order', () => {
  const { wire, told, say } = makeWire();
  const send = converse<string, From>(wire, { take: () => undefined, again: () => undefined });
  send('show');
  send('problems');
  expect(told).toEqual([]);
  say({ type: 'ready' });
  send('changed');
  expect(told).toEqual(['show', 'problems', 'changed']);
});

it('says all again to each page that is made anew, as in another window', () => {
  const { wire, told, say } = makeWire();
  const send = converse<string, From>(wire, { take: () => undefined, again: (answer) => answer('show again') });
  send('show');
  for (let made = 1; made <= 3; made++) say({ type: 'ready' });
  expect(told).toEqual(['show', 'show again', 'show again']);
});

it('hands on what else the page says', () => {
  const { wire, say } = makeWire();
  const taken: From[] = [];
  converse<string, From>(wire, { take: (message) => taken.push(message), again: () => undefined });
  say({ type: 'ready' });
  say({ type: 'state', seed: 7 });
  expect(taken).toEqual([{ type: 'state', seed: 7 }]);
});
