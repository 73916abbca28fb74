import type { PictureMessage } from './picture-types.ts';

/**
 * Messages by their number. They stand on pages that copies share until one of them writes: a picture of a run of a
 * million messages is copied as fast as its list of pages.
 */
export interface MessageBook {
  readonly size: number;
  readonly pages: readonly (MessagePage | undefined)[];
}

export interface MessagePage {
  /** By what is left of their number. */
  readonly messages: readonly (PictureMessage | undefined)[];
  readonly count: number;
}

/** A book that is written in. */
export interface MessageDraft extends MessageBook {
  size: number;
  readonly pages: (PageDraft | undefined)[];
  /** Whoever has the same may write on a page; anybody else copies it first. */
  writer: object;
}

interface PageDraft extends MessagePage {
  readonly messages: (PictureMessage | undefined)[];
  count: number;
  readonly writer: object;
}

const pageSize = 1024;

export const emptyBook = (): MessageDraft => ({ size: 0, pages: [], writer: {} });

/** Both may be written in from now on, neither sees what the other is told. */
export function copyBook(book: MessageDraft): MessageDraft {
  book.writer = {};
  return { size: book.size, pages: book.pages.slice(), writer: {} };
}

export const messageIn = ({ pages }: MessageBook, id: number): PictureMessage | undefined =>
  pages[Math.floor(id / pageSize)]?.messages[id % pageSize];

/** In the order of their numbers. */
export function* messagesIn({ pages }: MessageBook): Generator<PictureMessage> {
  for (const page of pages) {
    if (page === undefined) continue;
    for (const message of page.messages) if (message !== undefined) yield message;
  }
}

export function writeMessage(book: MessageDraft, message: PictureMessage): void {
  const page = pageToWrite(book, message.id);
  const place = message.id % pageSize;
  if (page.messages[place] === undefined) {
    page.count++;
    book.size++;
  }
  page.messages[place] = message;
}

export function eraseMessage(book: MessageDraft, id: number): void {
  if (messageIn(book, id) === undefined) return;
  const page = pageToWrite(book, id);
  page.messages[id % pageSize] = undefined;
  page.count--;
  book.size--;
  // Of a long run most pages of what is present are empty.
  if (page.count === 0) book.pages[Math.floor(id / pageSize)] = undefined;
}

function pageToWrite(book: MessageDraft, id: number): PageDraft {
  const number = Math.floor(id / pageSize);
  while (book.pages.length <= number) book.pages.push(undefined);
  const known = book.pages[number];
  if (known?.writer === book.writer) return known;
  const page: PageDraft = {
    messages: known?.messages.slice() ?? [],
    count: known?.count ?? 0,
    writer: book.writer,
  };
  book.pages[number] = page;
  return page;
}
