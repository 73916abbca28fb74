import type { ObjectRows } from '../rows.ts';

export const entauth: ObjectRows = {
  object: 'ENTAUTH',
  attributes: {
    PRINCIPAL: { kind: 'selector', type: 'string', description: 'Principal to display.', maxLength: 1024, evidence: { name: 'repo', maxLength: 'repo' } },
    GROUP: { kind: 'selector', type: 'string', description: 'Group to display.', maxLength: 1024, evidence: { name: 'repo', maxLength: 'repo' } },
    OBJNAME: { kind: 'selector', type: 'string', description: 'Object name.', maxLength: 48, evidence: { name: 'repo', maxLength: 'repo' } },
    OBJTYPE: { kind: 'selector', type: 'enum', description: 'Object type.', values: { AUTHINFO: 'authentication information', CHANNEL: 'channel', CLNTCONN: 'client connection channel', COMMINFO: 'communication information', LISTENER: 'listener', NAMELIST: 'namelist', PROCESS: 'process', QUEUE: 'queue', QMGR: 'queue manager', RQMNAME: 'remote queue manager name', SERVICE: 'service', TOPIC: 'topic' }, evidence: { name: 'repo', values: 'memory' } },
    SERVCOMP: { kind: 'selector', type: 'string', description: 'Authorization service component.', maxLength: 48, evidence: { name: 'repo', maxLength: 'repo' } },
    AUTHLIST: { kind: 'status', type: 'enumList', description: 'Authorities held, cumulative.', values: { NONE: 'no authority', ALTUSR: 'alternate user', BROWSE: 'browse messages', CHG: 'change attributes', CLR: 'clear a queue or topic', CONNECT: 'connect', CRT: 'create', DLT: 'delete', DSP: 'display', GET: 'get messages', INQ: 'inquire', PUT: 'put messages', PASSALL: 'pass all context', PASSID: 'pass identity context', SET: 'set attributes', SETALL: 'set all context', SETID: 'set identity context', CTRL: 'control', CTRLX: 'extended control', PUB: 'publish', SUB: 'subscribe', RESUME: 'resume a subscription', SYSTEM: 'internal system operations', ALL: 'all', ALLADM: 'all administration', ALLMQI: 'all MQI' }, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
    ENTITY: { kind: 'status', type: 'string', description: 'Entity name.', maxLength: 1024, displayOnly: true, evidence: { name: 'repo', maxLength: 'repo' } },
    ENTTYPE: { kind: 'status', type: 'enum', description: 'Entity type.', values: { PRINCIPAL: 'principal', GROUP: 'group', UNKNOWN: 'not known' }, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
  },
};
