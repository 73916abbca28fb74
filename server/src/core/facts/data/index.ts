import type { ObjectRows } from '../rows.ts';
import { apstatus } from './apstatus.ts';
import { archive } from './archive.ts';
import { authinfo } from './authinfo.ts';
import { authrec } from './authrec.ts';
import { authserv } from './authserv.ts';
import { bsds } from './bsds.ts';
import { buffpool } from './buffpool.ts';
import { cfstatus } from './cfstatus.ts';
import { cfstruct } from './cfstruct.ts';
import { channel } from './channel.ts';
import { chinit } from './chinit.ts';
import { chlauth } from './chlauth.ts';
import { chstatus } from './chstatus.ts';
import { clusqmgr } from './clusqmgr.ts';
import { cluster } from './cluster.ts';
import { cmdserv } from './cmdserv.ts';
import { comminfo } from './comminfo.ts';
import { conn } from './conn.ts';
import { entauth } from './entauth.ts';
import { group } from './group.ts';
import { indoubt } from './indoubt.ts';
import { listener } from './listener.ts';
import { log } from './log.ts';
import { lsstatus } from './lsstatus.ts';
import { maxsmsgs } from './maxsmsgs.ts';
import { namelist } from './namelist.ts';
import { policy } from './policy.ts';
import { process } from './process.ts';
import { psid } from './psid.ts';
import { pubsub } from './pubsub.ts';
import { qalias } from './qalias.ts';
import { qcluster } from './qcluster.ts';
import { qlocal } from './qlocal.ts';
import { qmgr } from './qmgr.ts';
import { qmodel } from './qmodel.ts';
import { qmstatus } from './qmstatus.ts';
import { qremote } from './qremote.ts';
import { qstats } from './qstats.ts';
import { qstatus } from './qstatus.ts';
import { queue } from './queue.ts';
import { sbstatus } from './sbstatus.ts';
import { security } from './security.ts';
import { service } from './service.ts';
import { smds } from './smds.ts';
import { smdsconn } from './smdsconn.ts';
import { stgclass } from './stgclass.ts';
import { sub } from './sub.ts';
import { svstatus } from './svstatus.ts';
import { system } from './system.ts';
import { tcluster } from './tcluster.ts';
import { thread } from './thread.ts';
import { topic } from './topic.ts';
import { topicstr } from './topicstr.ts';
import { tpipe } from './tpipe.ts';
import { tpstatus } from './tpstatus.ts';
import { trace } from './trace.ts';
import { usage } from './usage.ts';

/** Every object type that an MQSC command can name, one file each. */
export const objectRows: readonly ObjectRows[] = [
  apstatus,
  archive,
  authinfo,
  authrec,
  authserv,
  bsds,
  buffpool,
  cfstatus,
  cfstruct,
  channel,
  chinit,
  chlauth,
  chstatus,
  clusqmgr,
  cluster,
  cmdserv,
  comminfo,
  conn,
  entauth,
  group,
  indoubt,
  listener,
  log,
  lsstatus,
  maxsmsgs,
  namelist,
  policy,
  process,
  psid,
  pubsub,
  qalias,
  qcluster,
  qlocal,
  qmgr,
  qmodel,
  qmstatus,
  qremote,
  qstats,
  qstatus,
  queue,
  sbstatus,
  security,
  service,
  smds,
  smdsconn,
  stgclass,
  sub,
  svstatus,
  system,
  tcluster,
  thread,
  topic,
  topicstr,
  tpipe,
  tpstatus,
  trace,
  usage,
];
