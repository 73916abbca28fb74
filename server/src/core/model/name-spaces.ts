import type { NameSpace } from './model.ts';

/** The name space of an object type (`QLOCAL`) and, for channels, channel type; undefined for what is no object of its own. */
export const nameSpaceOf = (type: string, channelType: string | undefined): NameSpace | undefined =>
  type === 'CHANNEL' && channelType === 'CLNTCONN' ? 'client-channel' : spaces[type];

/**
 * The object that supplies what a DEFINE leaves out (IBM: "System and default objects"); `kind` is the channel type, or
 * AUTHTYPE, TRPTYPE of such objects. Undefined when the type has none.
 */
export const defaultObjectOf = (type: string, kind: string | undefined): string | undefined =>
  type in defaultsByKind ? defaultsByKind[type]?.[kind ?? ''] : defaultObjects[type];

/** Objects that are a pattern for others and never members of a cluster or clones themselves. */
export const isDefaultObject = (name: string): boolean =>
  name.startsWith('SYSTEM.DEF.') || name.startsWith('SYSTEM.DEFAULT.');

const spaces: Readonly<Record<string, NameSpace>> = {
  QLOCAL: 'queue',
  QALIAS: 'queue',
  QREMOTE: 'queue',
  QMODEL: 'queue',
  CHANNEL: 'channel',
  NAMELIST: 'namelist',
  PROCESS: 'process',
  TOPIC: 'topic',
  SUB: 'subscription',
  AUTHINFO: 'authinfo',
  COMMINFO: 'comminfo',
  LISTENER: 'listener',
  SERVICE: 'service',
  CFSTRUCT: 'cfstruct',
  STGCLASS: 'stgclass',
  CHLAUTH: 'chlauth',
  AUTHREC: 'authrec',
  POLICY: 'policy',
  BUFFPOOL: 'other',
  PSID: 'other',
};

const defaultObjects: Readonly<Record<string, string>> = {
  QLOCAL: 'SYSTEM.DEFAULT.LOCAL.QUEUE',
  QALIAS: 'SYSTEM.DEFAULT.ALIAS.QUEUE',
  QREMOTE: 'SYSTEM.DEFAULT.REMOTE.QUEUE',
  QMODEL: 'SYSTEM.DEFAULT.MODEL.QUEUE',
  NAMELIST: 'SYSTEM.DEFAULT.NAMELIST',
  PROCESS: 'SYSTEM.DEFAULT.PROCESS',
  TOPIC: 'SYSTEM.DEFAULT.TOPIC',
  SUB: 'SYSTEM.DEFAULT.SUB',
  SERVICE: 'SYSTEM.DEFAULT.SERVICE',
  COMMINFO: 'SYSTEM.DEFAULT.COMMINFO.MULTICAST',
};

const defaultsByKind: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CHANNEL: {
    SDR: 'SYSTEM.DEF.SENDER',
    SVR: 'SYSTEM.DEF.SERVER',
    RCVR: 'SYSTEM.DEF.RECEIVER',
    RQSTR: 'SYSTEM.DEF.REQUESTER',
    SVRCONN: 'SYSTEM.DEF.SVRCONN',
    CLNTCONN: 'SYSTEM.DEF.CLNTCONN',
    CLUSSDR: 'SYSTEM.DEF.CLUSSDR',
    CLUSRCVR: 'SYSTEM.DEF.CLUSRCVR',
    AMQP: 'SYSTEM.DEF.AMQP',
  },
  AUTHINFO: {
    CRLLDAP: 'SYSTEM.DEFAULT.AUTHINFO.CRLLDAP',
    OCSP: 'SYSTEM.DEFAULT.AUTHINFO.OCSP',
    IDPWOS: 'SYSTEM.DEFAULT.AUTHINFO.IDPWOS',
    IDPWLDAP: 'SYSTEM.DEFAULT.AUTHINFO.IDPWLDAP',
  },
  LISTENER: {
    TCP: 'SYSTEM.DEFAULT.LISTENER.TCP',
    LU62: 'SYSTEM.DEFAULT.LISTENER.LU62',
    NETBIOS: 'SYSTEM.DEFAULT.LISTENER.NETBIOS',
    SPX: 'SYSTEM.DEFAULT.LISTENER.SPX',
  },
};
