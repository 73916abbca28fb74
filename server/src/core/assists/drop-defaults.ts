import { removeParameters } from '#core/syntax/remove-parameters.ts';
import { type Assist, offer } from './assist.ts';
import { superfluous } from './parts/defaults.ts';

/** A definition without what MQ would supply anyway. */
export const dropDefaults: Assist = {
  name: 'drop-defaults',
  offers: ({ document: { source }, command, object, owners }) => {
    const removed = object ? superfluous(command.body, object, owners) : [];
    const edits = removeParameters(command, removed).map((change) => ({ source, ...change }));
    const what =
      removed.length === 1
        ? `${removed[0]?.keyword}, which equals the default`
        : `${removed.length} attributes that equal the default`;
    return offer(`Remove ${what}`, edits);
  },
};
