import { describe, expect, test } from 'vitest';
import { addChannelRow } from '#core/sim/channel-row.ts';
import { addLast, type Lists, lengthOf, takeFirst } from '#core/sim/message-list.ts';
import { addMessage, makeMessageStore, noMessage } from '#core/sim/message-store.ts';
import { makeRows, noRow } from '#core/sim/rows.ts';
import { clearWire, isWireEmpty, messagesOnWire, putEndOnWire, putOnWire, takeFromWire } from '#core/sim/wire.ts';

describe('the wire of a channel', () => {
  test('messages come in as they were sent, then the end of the batch', () => {
    const { lists, wire, make } = channel();
    const sent = [make(), make(), make()] as const;
    for (const message of sent) putOnWire(lists, wire, message);
    putEndOnWire(lists, wire);
    expect(messagesOnWire(lists, wire)).toEqual(sent);
    expect(sent.map(() => takeFromWire(lists, wire))).toEqual(sent);
    expect(isWireEmpty(lists, wire)).toBe(false);
    expect(takeFromWire(lists, wire)).toBe(noMessage);
    expect(isWireEmpty(lists, wire)).toBe(true);
    putOnWire(lists, wire, sent[1]);
    expect(takeFromWire(lists, wire)).toBe(sent[1]);
  });

  test('what waits beside it keeps its order, sent or not', () => {
    const { lists, wire, make } = channel();
    const [first, second, third] = [make(), make(), make()];
    for (const message of [first, second, third]) addLast(lists, wire, message, 0);
    putOnWire(lists, wire, takeFirst(lists, wire));
    putOnWire(lists, wire, takeFirst(lists, wire));
    expect(takeFromWire(lists, wire)).toBe(first);
    expect(takeFirst(lists, wire)).toBe(third);
    expect(messagesOnWire(lists, wire)).toEqual([second]);
  });

  test('a session that ends clears the wire and nothing else', () => {
    const { lists, wire, make } = channel();
    addLast(lists, wire, make(), 0);
    putOnWire(lists, wire, make());
    putEndOnWire(lists, wire);
    clearWire(lists, wire);
    expect(isWireEmpty(lists, wire)).toBe(true);
    expect(messagesOnWire(lists, wire)).toEqual([]);
    expect(lengthOf(lists, wire)).toBe(1);
  });
});

function channel() {
  const rows = makeRows();
  const wire = addChannelRow(rows, { id: 0, queue: noRow, partner: noRow });
  const messages = makeMessageStore();
  const lists: Lists = { messages, rows: rows.rows, lanes: new Map() };
  return { lists, wire, make: () => addMessage(messages) };
}
