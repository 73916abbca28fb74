import type { ObjectRows } from '../rows.ts';

export const log: ObjectRows = {
  object: 'LOG',
  attributes: {
    COPY: { kind: 'commandParameter', type: 'enum', description: 'Copy of an active log (DEFINE LOG).', values: { '1': 'first copy', '2': 'second copy' }, default: 1, evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    DEFAULT: { kind: 'commandParameter', type: 'flag', description: 'Resets all parameters to their startup values (SET LOG).', evidence: { name: 'repo' } },
    COMPLOG: { kind: 'attribute', type: 'enum', description: 'Log compression.', values: { NONE: 'no compression', RLE: 'run-length encoding', ANY: 'best available' }, default: 'NONE', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    DEALLCT: { kind: 'attribute', type: 'integerOrKeyword', description: 'Time an archive tape stays allocated.', values: { NOLIMIT: 'until the queue manager ends' }, min: 0, max: 1439, unit: 'min', evidence: { name: 'repo', values: 'memory', range: 'memory' } },
    MAXARCH: { kind: 'attribute', type: 'integer', description: 'Archive log volumes recorded in the BSDS.', min: 10, max: 1000, default: 500, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    MAXCNOFF: { kind: 'attribute', type: 'integer', description: 'Maximum concurrent log offload tasks.', min: 1, max: 31, default: 31, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    MAXRTU: { kind: 'attribute', type: 'integer', description: 'Maximum tape units for reading archive logs.', min: 1, max: 99, default: 2, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    WRTHRSH: { kind: 'attribute', type: 'integer', description: 'Buffers filled before they are written.', min: 1, max: 256, default: 20, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    ZHYLINK: { kind: 'attribute', type: 'enum', description: 'zHyperLink for log writes.', values: { YES: 'zHyperLink used', NO: 'not used' }, default: 'NO', since: '9.4', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    ZHYWRITE: { kind: 'attribute', type: 'enum', description: 'zHyperWrite for log writes.', values: { YES: 'zHyperWrite used', NO: 'not used' }, default: 'NO', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    MODE: { kind: 'commandParameter', type: 'enum', description: 'ARCHIVE LOG MODE(QUIESCE).', values: { QUIESCE: 'quiesce updates before the archive' }, evidence: { name: 'repo', values: 'memory' } },
    TIME: { kind: 'commandParameter', type: 'integer', description: 'Time allowed for the quiesce.', min: 1, max: 999, unit: 's', evidence: { name: 'repo', range: 'memory' } },
    WAIT: { kind: 'commandParameter', type: 'enum', description: 'Whether ARCHIVE LOG waits.', values: { NO: 'asynchronous', YES: 'wait for the quiesce' }, default: 'NO', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    CANCEL: { kind: 'commandParameter', type: 'flag', description: 'CANCEL OFFLOAD cancels an offload in progress.', evidence: { name: 'repo' } },
    OFFLOAD: { kind: 'commandParameter', type: 'flag', description: 'Used with CANCEL.', evidence: { name: 'repo' } },
  },
};
