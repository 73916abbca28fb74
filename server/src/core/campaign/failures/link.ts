import { type ListFailures, lanes } from './list-failures.ts';

/** Between each two queue managers that messages may travel between. */
export const linkFailures: ListFailures = (scene) => {
  const pairs = new Map(
    lanes(scene).map(({ from, to }) => {
      const [one, other] = from < to ? [from, to] : [to, from];
      return [`${one} ${other}`, { one, other }];
    }),
  );
  return [...pairs.values()].map(({ one, other }) => ({
    title: `Link ${one} – ${other} breaks`,
    element: { kind: 'link', from: one, to: other },
    begin: { do: 'break-link', from: one, to: other },
    end: { do: 'repair-link', from: one, to: other },
  }));
};
