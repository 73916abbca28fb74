import type { ObjectRows } from '../rows.ts';

export const trace: ObjectRows = {
  object: 'TRACE',
  attributes: {
    CLASS: { kind: 'attribute', type: 'integerList', description: 'Trace classes; a range is written m:n; * for all.', min: 1, max: 99, default: '*', evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'starttrace92' },
    COMMENT: { kind: 'attribute', type: 'string', description: 'Comment written to the trace.', maxLength: 60, default: '', evidence: { name: 'docs', default: 'memory', maxLength: 'memory' }, evidenceRefs: 'starttrace92' },
    DEST: { kind: 'attribute', type: 'enumList', description: 'Trace destination.', values: { GTF: 'generalized trace facility', RES: 'wrap-around table in storage', SMF: 'system management facility', SRV: 'serviceability routine' }, evidence: { name: 'docs', values: 'docs' }, evidenceRefs: 'starttrace92' },
    DETAIL: { kind: 'selector', type: 'enum', description: 'Detail on DISPLAY TRACE.', values: { '1': 'number, class and type', '2': 'qualifications too', '*': 'both' }, default: 1, evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    IFCID: { kind: 'attribute', type: 'integerList', description: 'Reserved for IBM service.', min: 0, max: 999, default: '*', evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'starttrace92' },
    RMID: { kind: 'attribute', type: 'integerList', description: 'Resource manager identifiers.', min: 0, max: 255, default: '*', evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'starttrace92' },
    TDATA: { kind: 'attribute', type: 'string', description: 'Reserved for IBM service.', evidence: { name: 'docs' }, evidenceRefs: 'starttrace92' },
    TNO: { kind: 'attribute', type: 'integerList', description: 'Trace numbers.', min: 1, max: 32, evidence: { name: 'repo', range: 'memory' } },
    USERID: { kind: 'attribute', type: 'stringList', description: 'User identifiers.', maxLength: 8, default: '*', evidence: { name: 'docs', default: 'docs', maxLength: 'memory' }, evidenceRefs: 'starttrace92' },
    GLOBAL: { kind: 'attribute', type: 'flag', description: 'Service trace.', evidence: { name: 'docs' }, evidenceRefs: 'starttrace92' },
    STAT: { kind: 'attribute', type: 'flag', description: 'Statistics trace.', evidence: { name: 'docs' }, evidenceRefs: 'starttrace92' },
    ACCTG: { kind: 'attribute', type: 'flag', description: 'Accounting trace.', evidence: { name: 'docs' }, evidenceRefs: 'starttrace92' },
    CHINIT: { kind: 'attribute', type: 'flag', description: 'Channel initiator trace.', evidence: { name: 'docs' }, evidenceRefs: 'starttrace92' },
  },
};
