import { describe, expect, test } from 'vitest';
import { addFirst, addLast, lengthOf, listWidth, messagesOf, takeFirst } from '#core/sim/message-list.ts';
import {
  addMessage,
  bytesPerMessage,
  dropMessage,
  fact,
  holdMessage,
  makeMessageStore,
  noMessage,
  numberOf,
  releaseMessage,
  setNumber,
} from '#core/sim/message-store.ts';
import { addRow, makeRows } from '#core/sim/rows.ts';

describe('the message store', () => {
  test('a queued message takes no more than 64 bytes', () => {
    expect(bytesPerMessage).toBeLessThanOrEqual(64);
  });

  test('the place of a message that is gone is used again', () => {
    const messages = makeMessageStore(2);
    const first = addMessage(messages);
    const second = addMessage(messages);
    setNumber(messages, first, fact.backouts, 7);
    dropMessage(messages, first);
    expect(addMessage(messages)).toBe(first);
    expect(numberOf(messages, first, fact.backouts)).toBe(0);
    expect(messages.used).toBe(second + 1);
  });

  test('a place that a batch holds is not used again before the batch is over', () => {
    const messages = makeMessageStore();
    const message = addMessage(messages);
    setNumber(messages, message, fact.id, 12);
    holdMessage(messages, message);
    holdMessage(messages, message);
    dropMessage(messages, message);
    releaseMessage(messages, message);
    expect(addMessage(messages)).not.toBe(message);
    expect(numberOf(messages, message, fact.id)).toBe(12);
    releaseMessage(messages, message);
    expect(addMessage(messages)).toBe(message);
  });

  test('growing keeps what is known', () => {
    const messages = makeMessageStore(2);
    const all = Array.from({ length: 100 }, (_, i) => {
      const message = addMessage(messages);
      setNumber(messages, message, fact.size, i);
      return message;
    });
    expect(new Set(all).size).toBe(100);
    expect(all).not.toContain(noMessage);
    expect(all.map((message) => numberOf(messages, message, fact.size))).toEqual(all.map((_, i) => i));
  });
});

test('a list delivers by priority, then as they came; what is given back comes first of its priority', () => {
  const messages = makeMessageStore();
  const world = { messages, ...makeRows(), lanes: new Map() };
  const list = addRow(world, listWidth);
  const [a, b, c, d] = [0, 0, 0, 0].map(() => addMessage(messages));
  addLast(world, list, a ?? 0, 4);
  addLast(world, list, b ?? 0, 9);
  addLast(world, list, c ?? 0, 4);
  addFirst(world, list, d ?? 0, 4);
  expect([...messagesOf(world, list)]).toEqual([b, d, a, c]);
  expect(lengthOf(world, list)).toBe(4);
  expect([1, 2, 3, 4, 5].map(() => takeFirst(world, list))).toEqual([b, d, a, c, noMessage]);
  addLast(world, list, b ?? 0, 0);
  expect([...messagesOf(world, list)]).toEqual([b]);
});
