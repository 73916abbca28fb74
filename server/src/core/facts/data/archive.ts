import type { ObjectRows } from '../rows.ts';

export const archive: ObjectRows = {
  object: 'ARCHIVE',
  attributes: {
    DEFAULT: { kind: 'commandParameter', type: 'flag', description: 'Resets all parameters to their startup values.', evidence: { name: 'repo' } },
    ALCUNIT: { kind: 'attribute', type: 'enum', description: 'Unit of space allocation.', values: { BLK: 'blocks', TRK: 'tracks', CYL: 'cylinders' }, default: 'BLK', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    ARCPFX1: { kind: 'attribute', type: 'string', description: 'Prefix of the first archive data set.', maxLength: 36, default: 'CSQARC1', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    ARCPFX2: { kind: 'attribute', type: 'string', description: 'Prefix of the second archive data set.', maxLength: 36, default: 'CSQARC2', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    ARCRETN: { kind: 'attribute', type: 'integer', description: 'Retention of archive data sets.', min: 0, max: 9999, unit: 'days', default: 9999, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    ARCWRTC: { kind: 'attribute', type: 'integerList', description: 'Routing codes of operator messages.', min: 1, max: 16, default: '1,3,4', evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    ARCWTOR: { kind: 'attribute', type: 'enum', description: 'Operator message before mounting.', values: { YES: 'message and reply needed', NO: 'no message' }, default: 'YES', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    BLKSIZE: { kind: 'attribute', type: 'integer', description: 'Block size of archive data sets.', min: 4096, max: 28672, default: 24576, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    CATALOG: { kind: 'attribute', type: 'enum', description: 'Cataloging of archive data sets.', values: { NO: 'not cataloged', YES: 'cataloged' }, default: 'NO', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    COMPACT: { kind: 'attribute', type: 'enum', description: 'Compaction on tape.', values: { NO: 'not compacted', YES: 'compacted' }, default: 'NO', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    PRIQTY: { kind: 'attribute', type: 'integer', description: 'Primary space quantity.', min: 1, max: 999999999, default: 25715, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    PROTECT: { kind: 'attribute', type: 'enum', description: 'Profiles for archive data sets.', values: { NO: 'no discrete profile', YES: 'discrete ESM profile' }, default: 'NO', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    QUIESCE: { kind: 'attribute', type: 'integer', description: 'Maximum quiesce time for ARCHIVE LOG MODE(QUIESCE).', min: 1, max: 999, unit: 's', default: 5, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    SECQTY: { kind: 'attribute', type: 'integer', description: 'Secondary space quantity.', min: 1, max: 999999999, default: 540, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    TSTAMP: { kind: 'attribute', type: 'enum', description: 'Time stamp in data set names.', values: { NO: 'no time stamp', YES: 'two-digit year', EXT: 'four-digit year' }, default: 'NO', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    UNIT: { kind: 'attribute', type: 'string', description: 'Device type for the first copy.', maxLength: 8, default: 'TAPE', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    UNIT2: { kind: 'attribute', type: 'string', description: 'Device type for the second copy.', maxLength: 8, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
  },
};
