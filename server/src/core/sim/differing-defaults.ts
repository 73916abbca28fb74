import type { QueueDefinition } from './definitions.ts';

interface Default {
  readonly keyword: 'DEFBIND' | 'DEFPSIST' | 'DEFPRTY';
  readonly valueOf: (definition: QueueDefinition) => string;
}

/** What an open takes from the queue and these instances of it do not agree about. */
export const differingDefaults = (instances: readonly QueueDefinition[]): readonly Default[] =>
  defaults.filter(({ valueOf }) => new Set(instances.map(valueOf)).size > 1);

const defaults: readonly Default[] = [
  { keyword: 'DEFBIND', valueOf: ({ bind }) => bind },
  { keyword: 'DEFPSIST', valueOf: ({ isPersistent }) => (isPersistent ? 'YES' : 'NO') },
  { keyword: 'DEFPRTY', valueOf: ({ defaultPriority }) => String(defaultPriority) },
];
