import type { QueueDefinition } from './definitions.ts';

interface Default {
  readonly keyword: 'DEFBIND' | 'DEFPSIST' | 'DEFPRTY';
  readonly valueIn: (definition: QueueDefinition) => string;
}

/** What an open takes from the queue and these instances of it do not agree about. */
export const differingDefaults = (instances: readonly QueueDefinition[]): readonly Default[] =>
  defaults.filter(({ valueIn }) => new Set(instances.map(valueIn)).size > 1);

const defaults: readonly Default[] = [
  { keyword: 'DEFBIND', valueIn: ({ bind }) => bind },
  { keyword: 'DEFPSIST', valueIn: ({ isPersistent }) => (isPersistent ? 'YES' : 'NO') },
  { keyword: 'DEFPRTY', valueIn: ({ defaultPriority }) => String(defaultPriority) },
];
