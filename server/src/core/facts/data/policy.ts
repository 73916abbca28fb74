import type { ObjectRows } from '../rows.ts';

export const policy: ObjectRows = {
  object: 'POLICY',
  nameMaxLength: 48,
  attributes: {
    SIGNALG: { kind: 'attribute', type: 'enum', description: 'Digital signature algorithm.', values: { NONE: 'not signed', MD5: 'MD5 (deprecated)', SHA1: 'SHA-1 (deprecated)', SHA256: 'SHA-256', SHA384: 'SHA-384', SHA512: 'SHA-512' }, default: 'NONE', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    SIGNER: { kind: 'attribute', type: 'string', description: 'Distinguished name of an allowed signer; may be repeated.', maxLength: 1024, repeatable: true, evidence: { name: 'repo', maxLength: 'memory' } },
    ENCALG: { kind: 'attribute', type: 'enum', description: 'Encryption algorithm.', values: { NONE: 'not encrypted', RC2: 'RC2 (deprecated)', DES: 'DES (deprecated)', '3DES': 'triple DES (deprecated)', AES128: 'AES 128', AES256: 'AES 256' }, default: 'NONE', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    RECIP: { kind: 'attribute', type: 'string', description: 'Distinguished name of a recipient; may be repeated; required with ENCALG.', maxLength: 1024, repeatable: true, evidence: { name: 'repo', maxLength: 'memory' } },
    TOLERATE: { kind: 'attribute', type: 'enum', description: 'Toleration of messages without policy.', values: { NO: 'unprotected messages refused', YES: 'messages that do not match are tolerated' }, valueSynonyms: { '1': 'YES', '0': 'NO' }, default: 'NO', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    ENFORCE: { kind: 'attribute', type: 'flag', description: 'Sets TOLERATE off.', evidence: { name: 'repo' } },
    KEYREUSE: { kind: 'attribute', type: 'integerOrKeyword', description: 'How often an encryption key may be reused.', values: { DISABLED: 'not reused', UNLIMITED: 'no limit' }, min: 1, max: 9999999, default: 'DISABLED', since: '9.0', evidence: { name: 'repo', values: 'memory', default: 'memory', range: 'memory' } },
    ACTION: { kind: 'commandParameter', type: 'enum', description: 'Action of SET POLICY.', values: { REPLACE: 'create or replace', REMOVE: 'remove the policy' }, default: 'REPLACE', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
  },
};
