import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyBook, emptyBook, eraseMessage, messageIn, messagesIn, writeMessage } from '#core/sim/message-book.ts';
import type { PictureMessage } from '#core/sim/picture-types.ts';

const message = (id: number, application: string): PictureMessage => ({
  id,
  place: { kind: 'application', application, queueManager: 'QM1', untilUs: 0 },
  inDoubt: false,
});

const step = fc.record({
  what: fc.constantFrom('write', 'erase', 'copy', 'change book'),
  // Both sides of the edges of pages.
  id: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1021, max: 1027 }), fc.integer({ min: 1, max: 5000 })),
  word: fc.string(),
});

test('books that were copied from each other are as maps would be', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const books = [{ book: emptyBook(), map: new Map<number, PictureMessage>() }];
      let now = 0;
      for (const { what, id, word } of steps) {
        const one = books[now % books.length];
        if (one === undefined) continue;
        if (what === 'write') {
          writeMessage(one.book, message(id, word));
          one.map.set(id, message(id, word));
        } else if (what === 'erase') {
          eraseMessage(one.book, id);
          one.map.delete(id);
        } else if (what === 'copy') books.push({ book: copyBook(one.book), map: new Map(one.map) });
        else now = id;
      }
      for (const { book, map } of books) {
        expect(book.size).toBe(map.size);
        expect([...messagesIn(book)]).toEqual([...map.values()].sort((a, b) => a.id - b.id));
        for (const { id } of steps) expect(messageIn(book, id)).toEqual(map.get(id));
      }
    }),
  );
});
