import type { Severity } from '#core/campaign/types.ts';
import type { IconName } from '../../icons.tsx';

/** A verdict as word, sign and colour: none of them has to be seen alone. */
export interface VerdictWords {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: 'bad' | 'warn' | 'plain' | 'good';
}

export function wordsOf(severity: Severity | undefined): VerdictWords {
  switch (severity) {
    case 'bad':
      return { word: 'Breaks', icon: 'error', tone: 'bad' };
    case 'warning':
      return { word: 'Needs help', icon: 'warning', tone: 'warn' };
    case 'note':
      return { word: 'Bears it', icon: 'dot', tone: 'plain' };
    case undefined:
      return { word: 'Unharmed', icon: 'check', tone: 'good' };
  }
}
