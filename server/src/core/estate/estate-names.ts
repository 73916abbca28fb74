import { type NamePlace, type YamlName, yamlNames } from './yaml-names.ts';

/** Every name in an `mqsc.yaml` that stands for something of MQ's, a file or a rule. */
export const estateNames = (text: string): readonly YamlName[] => yamlNames(text, places);

const places: readonly NamePlace[] = [
  { path: 'queueManagers/*/key', kind: 'queue-manager', isDeclaration: true },
  { path: 'queueManagers/*/files/*', kind: 'file' },
  { path: 'uniformClusters/*/key', kind: 'cluster', isDeclaration: true },
  { path: 'uniformClusters/*/members/*', kind: 'queue-manager', isDeclaration: true },
  { path: 'uniformClusters/*/fullRepositories/*', kind: 'queue-manager' },
  { path: 'uniformClusters/*/files/*', kind: 'file' },
  { path: 'queueSharingGroups/*/members/*', kind: 'queue-manager' },
  { path: 'consumers/*/queueManager', kind: 'queue-manager' },
  { path: 'consumers/*/queue', kind: 'queue', beside: 'queueManager' },
  { path: 'ordering/*/queue', kind: 'queue' },
  { path: 'ordering/*/queues/*', kind: 'queue' },
  { path: 'rules/*/key', kind: 'rule' },
  { path: 'ignore/*', kind: 'file' },
];
