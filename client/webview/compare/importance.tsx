import type { Importance } from '#core/ide/clones/comparison.ts';
import { Icon, type IconName } from '../icons.tsx';

const words: Readonly<Record<Importance, { readonly text: string; readonly icon: IconName }>> = {
  must: { text: 'must match', icon: 'error' },
  should: { text: 'should match', icon: 'warning' },
  may: { text: 'may differ', icon: 'dot' },
};

/** How much it matters that a row is equal: as an icon, a word and a colour. */
export const ImportanceTag = ({ importance }: { readonly importance: Importance }) => (
  <span class={`importance ${importance}`}>
    <Icon name={words[importance].icon} />
    {words[importance].text}
  </span>
);
