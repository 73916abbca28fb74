import type { ObjectRows } from '../rows.ts';

export const chlauth: ObjectRows = {
  object: 'CHLAUTH',
  nameMaxLength: 20,
  attributes: {
    TYPE: { kind: 'attribute', type: 'enum', description: 'Type of rule; must follow the profile name.', values: { BLOCKUSER: 'block user identifiers', BLOCKADDR: 'block addresses at the listener', SSLPEERMAP: 'map a certificate distinguished name', ADDRESSMAP: 'map an address', USERMAP: 'map a client user identifier', QMGRMAP: 'map a remote queue manager name', ALL: 'every type (DISPLAY)' }, requiredOnDefine: true, evidence: { name: 'docs', values: 'docs' }, evidenceRefs: 'chlauth94' },
    ACTION: { kind: 'commandParameter', type: 'enum', description: 'Action of SET CHLAUTH.', values: { ADD: 'add the rule', REPLACE: 'replace the rule', REMOVE: 'remove the rule', REMOVEALL: 'remove all rules of the type' }, default: 'ADD', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'chlauth94' },
    ADDRESS: { kind: 'attribute', type: 'string', description: 'Generic IP address or host name of the partner; required with ADDRESSMAP.', maxLength: 264, chlauthTypes: ['ADDRESSMAP', 'SSLPEERMAP', 'USERMAP', 'QMGRMAP'], evidence: { name: 'docs', maxLength: 'memory' }, evidenceRefs: 'chlauth94' },
    ADDRLIST: { kind: 'attribute', type: 'stringList', description: 'Addresses to block; at least one with ADD or REPLACE.', maxLength: 264, maxItems: 100, chlauthTypes: ['BLOCKADDR'], evidence: { name: 'docs', maxLength: 'memory' }, evidenceRefs: 'chlauth94' },
    CHCKCLNT: { kind: 'attribute', type: 'enum', description: 'User and password requirement for matching connections.', values: { ASQMGR: 'from the queue manager', REQUIRED: 'user and password required', REQDADM: 'required from privileged users' }, default: 'ASQMGR', chlauthTypes: ['SSLPEERMAP', 'ADDRESSMAP', 'USERMAP', 'QMGRMAP'], evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'chlauth94' },
    CLNTUSER: { kind: 'attribute', type: 'string', description: 'Client user identifier to match; required with USERMAP.', maxLength: 1024, chlauthTypes: ['USERMAP'], evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    CUSTOM: { kind: 'attribute', type: 'string', description: 'Reserved.', maxLength: 128, default: '', evidence: { name: 'docs', default: 'memory', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    MCAUSER: { kind: 'attribute', type: 'string', description: 'User identifier used when the rule matches; required with USERSRC(MAP).', maxLength: 12, chlauthTypes: ['SSLPEERMAP', 'ADDRESSMAP', 'USERMAP', 'QMGRMAP'], evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    QMNAME: { kind: 'attribute', type: 'name', description: 'Generic remote queue manager name to match; required with QMGRMAP.', maxLength: 48, chlauthTypes: ['QMGRMAP'], evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    SSLCERTI: { kind: 'attribute', type: 'string', description: 'Generic issuer distinguished name to match.', maxLength: 1024, chlauthTypes: ['SSLPEERMAP'], evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    SSLPEER: { kind: 'attribute', type: 'string', description: 'Generic subject distinguished name to match; required with SSLPEERMAP.', maxLength: 1024, chlauthTypes: ['SSLPEERMAP'], evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    USERLIST: { kind: 'attribute', type: 'stringList', description: 'User identifiers to block; *MQADMIN stands for privileged users.', maxLength: 12, maxItems: 100, chlauthTypes: ['BLOCKUSER'], evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'chlauth94' },
    USERSRC: { kind: 'attribute', type: 'enum', description: 'Source of the user identifier.', values: { MAP: 'use MCAUSER of the rule', NOACCESS: 'the connection is refused', CHANNEL: 'use the flowed user or the channel MCAUSER' }, default: 'MAP', chlauthTypes: ['SSLPEERMAP', 'ADDRESSMAP', 'USERMAP', 'QMGRMAP'], evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'chlauth94' },
    WARN: { kind: 'attribute', type: 'enum', description: 'Warning mode.', values: { NO: 'the rule is enforced', YES: 'a warning event only' }, default: 'NO', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'chlauth94' },
    MATCH: { kind: 'selector', type: 'enum', description: 'Type of matching on DISPLAY CHLAUTH.', values: { GENERIC: 'rules that could apply to the name', ALL: 'all matching rules', EXACT: 'exact profile names', RUNCHECK: 'the rule used at run time' }, default: 'GENERIC', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'dischlauth80' },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
