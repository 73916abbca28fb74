import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/*
 * What a page shows, once it shows it: a click has been heard before its outcome is drawn, and a worker or an editor
 * answers when it can. Each waits until the expectation that follows holds: `await textOf(row).toContain('down')`.
 */

export const textOf = (part: Locator) => expect.poll(() => part.innerText());

export const countOf = (parts: Locator) => expect.poll(() => parts.count());

/** Waits for the keys to go to `part`; what is pressed before goes elsewhere. */
export const hasFocus = (part: Locator): Promise<void> =>
  expect.poll(() => part.evaluate((one) => one === document.activeElement)).toBe(true);
