import type { ObjectRows } from '../rows.ts';

export const tpipe: ObjectRows = {
  object: 'TPIPE',
  nameMaxLength: 8,
  attributes: {
    ACTION: { kind: 'commandParameter', type: 'enum', description: 'What to do with in-doubt units of work.', values: { COMMIT: 'confirm the recoverable sequence numbers', BACKOUT: 'back out' }, evidence: { name: 'repo', values: 'memory' } },
    SENDSEQ: { kind: 'commandParameter', type: 'string', description: 'New send sequence number, 1 to 8 hexadecimal digits.', maxLength: 8, evidence: { name: 'repo', maxLength: 'memory' } },
    RCVSEQ: { kind: 'commandParameter', type: 'string', description: 'New receive sequence number.', maxLength: 8, evidence: { name: 'repo', maxLength: 'memory' } },
    XCFGNAME: { kind: 'commandParameter', type: 'string', description: 'XCF group.', maxLength: 8, evidence: { name: 'repo', maxLength: 'repo' } },
    XCFMNAME: { kind: 'commandParameter', type: 'string', description: 'XCF member; required.', maxLength: 16, evidence: { name: 'repo', maxLength: 'repo' } },
  },
};
