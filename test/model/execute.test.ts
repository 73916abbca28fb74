import { describe, expect, test } from 'vitest';
import { effective, isDefault } from '#core/model/effective.ts';
import { findQueue } from '#core/model/queries.ts';
import { estateOf } from '../support/estate.ts';
import { printEffective, printModel } from '../support/model-table.ts';

const model = (mqsc: string): string[] => printModel(estateOf(mqsc).estate).trimEnd().split('\n').slice(1);

const effects = (mqsc: string): string[] =>
  [...(estateOf(mqsc).estate.queueManagers.get('QM1')?.steps ?? [])].map(({ effect }) =>
    effect.kind === 'refused' ? `refused: ${effect.reason}` : effect.kind,
  );

describe('what commands leave behind', () => {
  test.each([
    ['DEFINE', "DEFINE QLOCAL(A) DESCR('x')", ["QLOCAL A: DESCR=x [DESCR('x')]"]],
    ['ALTER', 'DEFINE QLOCAL(A) PUT(ENABLED)\nALTER QL(A) PUT(DISABLED)', ['QLOCAL A: PUT=DISABLED [PUT(DISABLED)]']],
    [
      'ALTER keeps the rest',
      'DEFINE QLOCAL(A) MAXDEPTH(5)\nALTER QL(A) GET(DISABLED)',
      ['QLOCAL A: MAXDEPTH=5 [MAXDEPTH(5)], GET=DISABLED [GET(DISABLED)]'],
    ],
    ['DELETE', 'DEFINE QLOCAL(A)\nDELETE QLOCAL(A)', []],
    ['names keep their case in quotes', "DEFINE QLOCAL(a)\nDEFINE QLOCAL('a')", ['QLOCAL A:', 'QLOCAL a:']],
    [
      'DEFINE of what is there is refused',
      'DEFINE QLOCAL(A) MAXDEPTH(5)\nDEFINE QLOCAL(A) MAXDEPTH(6)',
      ['QLOCAL A: MAXDEPTH=5 [MAXDEPTH(5)]'],
    ],
    [
      'REPLACE goes back to the defaults',
      'DEFINE QLOCAL(A) MAXDEPTH(5)\nDEFINE QLOCAL(A) GET(DISABLED) REPLACE',
      ['QLOCAL A: GET=DISABLED [GET(DISABLED)]'],
    ],
    [
      'REPLACE leaves a shared queue alone where a private one is defined',
      'DEFINE QLOCAL(A) QSGDISP(SHARED) MAXDEPTH(5)\nDEFINE QLOCAL(A) MAXDEPTH(6) REPLACE',
      ['QLOCAL A: QSGDISP=SHARED [QSGDISP(SHARED)], MAXDEPTH=5 [MAXDEPTH(5)]'],
    ],
    [
      'a shared queue is made beside a private one, which goes by itself',
      'DEFINE QLOCAL(A) MAXDEPTH(5)\nDEFINE QLOCAL(A) QSGDISP(SHARED) MAXDEPTH(6)\nDELETE QLOCAL(A)',
      ['QLOCAL A: QSGDISP=SHARED [QSGDISP(SHARED)], MAXDEPTH=6 [MAXDEPTH(6)]'],
    ],
    [
      'REPLACE of a copy sets it back',
      'DEFINE QLOCAL(A) QSGDISP(GROUP) MAXDEPTH(5)\nDEFINE QLOCAL(A) QSGDISP(COPY) MAXDEPTH(6) REPLACE',
      ['QLOCAL A: QSGDISP=COPY [QSGDISP(COPY)], MAXDEPTH=6 [MAXDEPTH(6)]'],
    ],
    [
      'NOREPLACE between verb and object',
      'DEFINE NOREPLACE -\n QLOCAL(A) MAXDEPTH(5)\nDEFINE NOREPLACE QLOCAL(A)',
      ['QLOCAL A: MAXDEPTH=5 [MAXDEPTH(5)]'],
    ],
    [
      'LIKE copies',
      'DEFINE QLOCAL(A) MAXDEPTH(5) PUT(DISABLED)\nDEFINE QLOCAL(B) LIKE(A) PUT(ENABLED)',
      [
        'QLOCAL A: MAXDEPTH=5 [MAXDEPTH(5)], PUT=DISABLED [PUT(DISABLED)]',
        'QLOCAL B: MAXDEPTH=5 [like A: MAXDEPTH(5)], PUT=ENABLED [PUT(ENABLED)]',
      ],
    ],
    [
      'LIKE copies what the pattern is at that moment',
      'DEFINE QLOCAL(A) MAXDEPTH(5)\nDEFINE QLOCAL(B) LIKE(A)\nALTER QLOCAL(A) MAXDEPTH(6)',
      ['QLOCAL A: MAXDEPTH=6 [MAXDEPTH(6)]', 'QLOCAL B: MAXDEPTH=5 [like A: MAXDEPTH(5)]'],
    ],
    [
      'LIKE of what no file defines',
      'DEFINE QLOCAL(B) LIKE(A) PUT(ENABLED)',
      ['QLOCAL B not defined: PUT=ENABLED [PUT(ENABLED)]'],
    ],
    ['LIKE of the default object', 'DEFINE QLOCAL(B) LIKE(SYSTEM.DEFAULT.LOCAL.QUEUE)', ['QLOCAL B:']],
    [
      'an altered default object supplies what is left out, to later definitions only',
      'DEFINE QLOCAL(A)\nALTER QLOCAL(SYSTEM.DEFAULT.LOCAL.QUEUE) DEFPSIST(YES)\nDEFINE QLOCAL(B)\nDEFINE QALIAS(C)',
      [
        'QLOCAL A:',
        'QLOCAL SYSTEM.DEFAULT.LOCAL.QUEUE not defined: DEFPSIST=YES [DEFPSIST(YES)]',
        'QLOCAL B: DEFPSIST=YES [like SYSTEM.DEFAULT.LOCAL.QUEUE: DEFPSIST(YES)]',
        'QALIAS C:',
      ],
    ],
    [
      'default objects of channels go by type',
      'ALTER CHL(SYSTEM.DEF.SVRCONN) CHLTYPE(SVRCONN) MCAUSER(X)\nDEF CHL(A) CHLTYPE(SVRCONN)\nDEF CHL(B) CHLTYPE(RCVR)',
      [
        'CHANNEL SYSTEM.DEF.SVRCONN not defined: CHLTYPE=SVRCONN [CHLTYPE(SVRCONN)], MCAUSER=X [MCAUSER(X)]',
        'CHANNEL A: MCAUSER=X [like SYSTEM.DEF.SVRCONN: MCAUSER(X)], CHLTYPE=SVRCONN [CHLTYPE(SVRCONN)]',
        'CHANNEL B: CHLTYPE=RCVR [CHLTYPE(RCVR)]',
      ],
    ],
    [
      'ALTER of what no file defines',
      'ALTER QLOCAL(A) PUT(DISABLED)',
      ['QLOCAL A not defined: PUT=DISABLED [PUT(DISABLED)]'],
    ],
    [
      'the queue manager',
      'ALTER QMGR REPOS(X)\nALTER QMGR DEADQ(D)',
      ['QMGR QM1: REPOS=X [REPOS(X)], DEADQ=D [DEADQ(D)]'],
    ],
    ['synonyms', 'DEFINE QALIAS(A) TARGQ(B)', ['QALIAS A: TARGET=B [TARGQ(B)]']],
    [
      'negative flags stand under the positive keyword',
      'DEFINE QLOCAL(A) TRIGGER NOSHARE\nALTER QLOCAL(A) NOTRIGGER',
      ['QLOCAL A: TRIGGER=NOTRIGGER [NOTRIGGER], SHARE=NOSHARE [NOSHARE]'],
    ],
    [
      'blanks, numbers and lists',
      "DEFINE QLOCAL(A) CLUSTER(' ') DESCR('x  ') MAXDEPTH(0050)\nDEFINE NAMELIST(N) NAMES('A' ,'B')",
      [
        "QLOCAL A: CLUSTER='' [CLUSTER(' ')], DESCR=x [DESCR('x  ')], MAXDEPTH=50 [MAXDEPTH(0050)]",
        "NAMELIST N: NAMES=A,B [NAMES('A' ,'B')]",
      ],
    ],
    [
      'client channels are apart from the others',
      'DEF CHL(A) CHLTYPE(SVRCONN)\nDEF CHL(A) CHLTYPE(CLNTCONN)\nALTER CHL(A) CHLTYPE(CLNTCONN) QMNAME(X)',
      [
        'CHANNEL A: CHLTYPE=SVRCONN [CHLTYPE(SVRCONN)]',
        'CHANNEL A: CHLTYPE=CLNTCONN [CHLTYPE(CLNTCONN)], QMNAME=X [QMNAME(X)]',
      ],
    ],
    [
      'QMNAME is built in, other inserts are open',
      "DEF CHL('C.+QMNAME+') CHLTYPE(CLUSRCVR) CLUSTER(+AUTOCL+)",
      ['CHANNEL C.QM1: CHLTYPE=CLUSRCVR [CHLTYPE(CLUSRCVR)], CLUSTER=+AUTOCL+ open [CLUSTER(+AUTOCL+)]'],
    ],
    [
      "a cluster sender's QMNAME is the other end's",
      'DEF CHL(C.+QMNAME+) CHLTYPE(CLUSSDR) CLUSTER(C)',
      ['CHANNEL C.+QMNAME+ open name: CHLTYPE=CLUSSDR [CHLTYPE(CLUSSDR)], CLUSTER=C [CLUSTER(C)]'],
    ],
  ])('%s', (_title, mqsc, expected) => {
    expect(model(`${mqsc}\n`).map((line) => line.trim())).toEqual(expected);
  });

  test('what each command did', () => {
    expect(
      effects(`
        DEFINE QLOCAL(A)
        DEFINE QLOCAL(A)
        DEFINE QLOCAL(A) REPLACE
        DEFINE QALIAS(A) REPLACE
        ALTER QALIAS(A) PUT(DISABLED)
        DEFINE QLOCAL(B) LIKE(NOWHERE)
        DELETE QLOCAL(A)
        ALTER QLOCAL(A) PUT(DISABLED)
        DELETE QLOCAL(A)
        DELETE QLOCAL(NEVER.SEEN)
        DISPLAY QLOCAL(*)
        DEFINE QLOCAL(
        FROBNICATE
      `),
    ).toEqual([
      'defined',
      'refused: exists',
      'replaced',
      'refused: other-type',
      'refused: other-type',
      'refused: like-missing',
      'deleted',
      'refused: missing',
      'refused: missing',
      'none',
      'none',
      'none',
      'none',
    ]);
  });

  test('records are told apart by what they are for', () => {
    const { estate } = estateOf(`
      SET CHLAUTH(X) TYPE(BLOCKUSER) USERLIST('a')
      SET CHLAUTH(X) TYPE(ADDRESSMAP) ADDRESS('*') USERSRC(CHANNEL)
      SET CHLAUTH(X) TYPE(ADDRESSMAP) ADDRESS('10.*') USERSRC(CHANNEL)
      SET CHLAUTH(X) TYPE(BLOCKUSER) ACTION(REMOVE)
      SET AUTHREC PROFILE(Q) OBJTYPE(QUEUE) GROUP('a') AUTHADD(GET)
      SET AUTHREC PROFILE(Q) OBJTYPE(QUEUE) GROUP('b') AUTHADD(GET)
    `);
    const objects = estate.queueManagers.get('QM1')?.objects;
    expect(
      [...(objects?.all('chlauth') ?? [])].map(({ name, written }) => [name, written.get('ADDRESS')?.value]),
    ).toEqual([
      ['X', '*'],
      ['X', '10.*'],
    ]);
    expect(
      [...(objects?.all('authrec') ?? [])].map(({ name, written }) => [name, written.get('GROUP')?.value]),
    ).toEqual([
      ['Q', 'a'],
      ['Q', 'b'],
    ]);
  });
});

describe('effective values', () => {
  test('defaults by platform and channel type, with their origin', () => {
    const { estate } = estateOf(`
      *- mqsc.yaml
      queueManagers:
        QM1: { files: [a.mqsc] }
        MVS1: { files: [a.mqsc], platform: zos }
      *- a.mqsc
      DEFINE QLOCAL(A) NOTRIGGER
      ALTER QLOCAL(B) PUT(DISABLED)
    `);
    const keywords = ['PUT', 'DEFBIND', 'SHARE', 'NOSHARE', 'TRIGGER', 'DESCR'];
    expect(printEffective(findQueue(estate, 'qm1', 'A'), keywords, estate)).toEqual([
      'PUT ENABLED [default MQ 9.4]',
      'DEFBIND OPEN [default MQ 9.4]',
      'SHARE SHARE [default MQ 9.4]',
      'NOSHARE SHARE [default MQ 9.4]',
      'TRIGGER NOTRIGGER [NOTRIGGER]',
      "DESCR '' [default MQ 9.4]",
    ]);
    expect(printEffective(findQueue(estate, 'MVS1', 'A'), ['SHARE'], estate)).toEqual([
      'SHARE NOSHARE [default MQ 9.4]',
    ]);
    expect(printEffective(findQueue(estate, 'QM1', 'B'), ['PUT', 'DEFBIND'], estate)).toEqual([
      'PUT DISABLED [PUT(DISABLED)]',
      'DEFBIND unknown',
    ]);
  });

  test('a default that is written out is a default', () => {
    const { estate } = estateOf("DEFINE QLOCAL(A) DEFBIND(OPEN) DEFPSIST(YES) CLUSTER(' ')\n");
    const queue = findQueue(estate, 'QM1', 'A');
    expect(queue && ['DEFBIND', 'DEFPSIST', 'CLUSTER', 'PUT'].map((keyword) => isDefault(queue, keyword))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test('a quoted digit string is no number', () => {
    const { estate } = estateOf("DEFINE QLOCAL(A) DESCR('007')\n");
    const queue = findQueue(estate, 'QM1', 'A');
    expect(queue && effective(queue, 'DESCR')?.value).toBe('007');
  });
});
