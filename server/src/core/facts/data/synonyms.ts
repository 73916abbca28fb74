/** Other spellings of verbs: fixed words, not abbreviations of any length (IBM: MQSC command reference). */
export const verbSynonyms: Readonly<Record<string, readonly string[]>> = {
  ALTER: ['ALT'],
  ARCHIVE: ['ARC'],
  DEFINE: ['DEF'],
  DISPLAY: ['DIS'],
  RECOVER: ['REC'],
  REFRESH: ['REF'],
  RESOLVE: ['RES'],
  RVERIFY: ['REV'],
  START: ['STA'],
};

/** Other spellings of object types. */
export const objectSynonyms: Readonly<Record<string, readonly string[]>> = {
  QLOCAL: ['QL'],
  QALIAS: ['QA'],
  QREMOTE: ['QR'],
  QMODEL: ['QM'],
  QUEUE: ['Q'],
  QCLUSTER: ['QC'],
  CHANNEL: ['CHL'],
  NAMELIST: ['NL'],
  PROCESS: ['PRO'],
  LISTENER: ['LSTR'],
  STGCLASS: ['STC'],
  BUFFPOOL: ['BP'],
  QSTATUS: ['QS'],
  CHSTATUS: ['CHS'],
  SECURITY: ['SEC'],
  CMDSERV: ['CS'],
  MAXSMSGS: ['MAXSM'],
  THREAD: ['THD'],
  TPSTATUS: ['TPS'],
  CHINIT: ['CHI'],
  POLICY: ['POL'],
  ARCHIVE: ['ARC'],
  SBSTATUS: ['SBS'],
  LSSTATUS: ['LSS'],
  SVSTATUS: ['SVS'],
  QMSTATUS: ['QMS'],
};

/** Object spellings that rest on memory only. */
export const doubtfulSynonyms: readonly string[] = ['CHS', 'ARC', 'SBS', 'LSS', 'SVS', 'QMS'];

/** Dispositions (z/OS) that a verb takes in QSGDISP; SHARED only where the object itself can be shared. */
export const dispositionsOfVerb: Readonly<Record<string, readonly string[]>> = {
  DEFINE: ['QMGR', 'COPY', 'GROUP', 'SHARED'],
  ALTER: ['QMGR', 'COPY', 'GROUP', 'PRIVATE', 'SHARED'],
  DELETE: ['QMGR', 'COPY', 'GROUP', 'SHARED'],
  DISPLAY: ['LIVE', 'ALL', 'QMGR', 'COPY', 'GROUP', 'PRIVATE', 'SHARED'],
  CLEAR: ['PRIVATE', 'SHARED'],
  MOVE: ['PRIVATE', 'SHARED'],
};
