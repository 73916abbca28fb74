import { useLayoutEffect } from 'preact/hooks';

/** Where the focus goes when the button that has it goes away, as `Fail QM2` does once QM2 is down. */
const HOMES = '[data-focus-home], [role="tabpanel"]';

interface Held {
  readonly element: HTMLElement;
  /** The innermost first. */
  readonly homes: readonly HTMLElement[];
}

/** Keeps who goes by the keyboard near to where they were: without it, the next Tab would start at the top of the page. */
export function useKeptFocus(): void {
  useLayoutEffect(() => {
    let held: Held | undefined;
    const note = ({ target }: FocusEvent): void => {
      held = target instanceof HTMLElement ? { element: target, homes: homesOf(target) } : undefined;
    };
    const forget = (): void => {
      held = undefined;
    };
    const keep = (): void => {
      if (held === undefined || held.element.isConnected) return;
      const home = held.homes.find((one) => one.isConnected) ?? document.querySelector('main');
      held = undefined;
      // Not from an editor beside the panel.
      if (document.activeElement === document.body && document.hasFocus())
        placeIn(home)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', forget, true);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}

function homesOf(element: HTMLElement): readonly HTMLElement[] {
  const homes: HTMLElement[] = [];
  let home = element.closest<HTMLElement>(HOMES);
  while (home !== null) {
    homes.push(home);
    home = home.parentElement?.closest<HTMLElement>(HOMES) ?? null;
  }
  return homes;
}

const placeIn = (home: HTMLElement | null): HTMLElement | null | undefined =>
  home?.hasAttribute('tabindex') ? home : home?.querySelector('button');
