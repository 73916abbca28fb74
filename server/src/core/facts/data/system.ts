import type { ObjectRows } from '../rows.ts';

export const system: ObjectRows = {
  object: 'SYSTEM',
  attributes: {
    DEFAULT: { kind: 'commandParameter', type: 'flag', description: 'Resets all parameters to their startup values.', evidence: { name: 'repo' } },
    ACCTIME: { kind: 'attribute', type: 'integer', description: 'Accounting interval (-1 means STATIME is used).', min: 0, max: 1440, unit: 'min', since: '9.3', evidence: { name: 'repo', range: 'memory' } },
    ACELIM: { kind: 'attribute', type: 'integer', description: 'Limit of the ACE storage pool; 0 means no limit.', min: 0, max: 999999, unit: 'KB', default: 0, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    EXCLMSG: { kind: 'attribute', type: 'stringList', description: 'Message suffixes excluded from the job log.', maxLength: 5, allowsEmptyParentheses: true, evidence: { name: 'repo', maxLength: 'memory' } },
    LOGLOAD: { kind: 'attribute', type: 'integer', description: 'Log records between checkpoints.', min: 200, max: 16000000, default: 500000, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    SERVICE: { kind: 'attribute', type: 'string', description: 'Reserved for IBM service.', maxLength: 32, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    STATIME: { kind: 'attribute', type: 'integer', description: 'Statistics interval.', min: 0, max: 1440, unit: 'min', default: 30, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    TRACTBL: { kind: 'attribute', type: 'integer', description: 'Size of the global trace table.', min: 1, max: 999, unit: '4KB', default: 99, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    CLCACHE: { kind: 'status', type: 'enum', description: 'Type of cluster cache.', values: { STATIC: 'static cluster cache', DYNAMIC: 'dynamic cluster cache' }, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
    SPLCAP: { kind: 'status', type: 'enum', description: 'Advanced Message Security capability.', values: { YES: 'AMS available', NO: 'not available' }, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
  },
};
