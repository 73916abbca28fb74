import type { Estate } from '#core/model/model.ts';
import { type Home, queueManagerOfHome } from './same-thing.ts';

/**
 * What a rename of channels does to the channel authentication records that name them by a pattern: those cannot follow, and another
 * record may count for the new name (IBM: "Generic names in SET CHLAUTH": `*` stands for any characters, anywhere).
 */
export function patternRemarks(
  homes: ReadonlySet<Home>,
  name: string,
  newName: string,
  estate: Estate,
  place: (source: string, offset: number) => string,
): readonly string[] {
  const owners = new Set([...homes].filter((home) => home.endsWith(' channel')).map(queueManagerOfHome));
  const remarks = [...owners].flatMap((owner) => {
    const records = estate.queueManagers.get(owner)?.objects.all('chlauth') ?? [];
    return [...records].flatMap((record) => {
      if (record.nameIsOpen || !record.name.includes('*')) return [];
      const [before, after] = [name, newName].map((one) => fits(record.name, one));
      if (before === after) return [];
      const { source, span } = record.nameAt;
      const what = before ? `no longer holds for it: it fits ${name}, not ${newName}` : `now holds for it as well`;
      return [`SET CHLAUTH('${record.name}') of ${owner} (${place(source, span.start)}) ${what}.`];
    });
  });
  return [...new Set(remarks)];
}

/** Looks for each piece between stars behind the one before: no pattern makes this slow. */
function fits(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
