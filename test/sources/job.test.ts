import { describe, expect, test } from 'vitest';
import { changeDocument } from '#core/sources/change-document.ts';
import { readDocument } from '#core/sources/read-document.ts';
import type { Document } from '#core/syntax/tree.ts';
import { check } from '../support/check.ts';
import { open } from '../support/open.ts';
import { outlines } from '../support/yaml-mqsc.ts';

const member = (...lines: readonly string[]): Document => readDocument('DEFINES.mqs', `${lines.join('\n')}\n`);

const job = [
  "//MQDEFS   JOB (ACCT),'MQ',CLASS=A,",
  '//         MSGCLASS=X',
  '//* define the queues',
  '//CMD      EXEC PGM=CSQUTIL,REGION=4M,',
  "//         PARM='CSQ1'",
  '//STEPLIB  DD DISP=SHR,DSN=MQM.SCSQAUTH',
  '//SYSPRINT DD SYSOUT=*',
  '//SYSIN    DD *',
  'COMMAND DDNAME(CMDINP)',
  '/*',
  '//CMDINP   DD *',
  '* queues',
  'DEFINE QLOCAL(A) -',
  '  REPLACE',
  'DEFINE QLOCAL(B)',
  '/*',
  '//',
];

describe('MQSC in a job of z/OS', () => {
  test('what CSQUTIL reads as commands, for the queue manager of its PARM', () => {
    const document = member(...job);
    expect(document.kind).toBe('job');
    expect(document.slices).toMatchObject([{ label: 'DD CMDINP', ownerHint: 'CSQ1', dump: { tool: 'csqutil' } }]);
    expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL(A) REPLACE', 'DEFINE QLOCAL: QLOCAL(B)']);
    expect(document.layoutProblems).toEqual([]);
    const { service, source, offset } = open(`*- DEFS.mqs\n${job.join('\n').replace('QLOCAL(B', 'QLOCAL($0B')}\n`);
    expect(service.hover(source, offset)?.content).toContain('Queue manager CSQ1 (PARM of CSQUTIL)');
    expect(service.completion(source, offset + 2).items.map(({ label }) => label)).toContain('STGCLASS');
  });

  test('sequence numbers, another delimiter, data without an end, a symbol for the queue manager', () => {
    const numbered = job.map((line, index) => line.padEnd(72) + String((index + 1) * 10_000).padStart(8, '0'));
    expect(outlines(member(...numbered))).toHaveLength(2);
    const document = member(
      '//S1 EXEC PGM=CSQUTIL,PARM=&SSID',
      "//IN DD DATA,DLM='##'",
      'DEFINE QLOCAL(A)',
      '//* MQ would read this',
      '##',
      '//IN2 DD *',
      'DEFINE QLOCAL(B)',
    );
    expect(document.slices.map(({ ownerHint }) => ownerHint)).toEqual([undefined, undefined]);
    expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL(B)']);
    expect(document.layoutProblems.map(({ code }) => code)).toEqual(['syntax-error']);
  });

  test('data of other programs only when it is MQSC', () => {
    const document = member(
      '//S1 EXEC PGM=IDCAMS',
      '//SYSIN DD *',
      '  DEFINE CLUSTER (NAME(MQ.PSID01) LINEAR)',
      '/*',
      '//S2 EXEC PGM=IEBGENER',
      '//SYSUT1 DD *',
      'DEFINE QLOCAL(A)',
      '/*',
      '//S3 EXEC DEFQ',
      '//CMD.SYSIN DD *',
      'DELETE QLOCAL(B)',
    );
    expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL(A)', 'DELETE QLOCAL: QLOCAL(B)']);
  });

  test('faults of its commands are found, and none of the job', () => {
    check(`
      *- DEFINES.mqs
      //CMD EXEC PGM=CSQUTIL,PARM='CSQ1'
      //SYSIN DD *
      COMMAND DDNAME(CMDINP)
      //CMDINP DD *
      DEFIN QLOCAL(A)
      *^^^^ error unknown-command: DEFIN
      DEFINE QLOCAL(B) DEFPSIST(MAYBE)
      *                         ^^^^^ error value-not-allowed: DEFPSIST does not take MAYBE.
      /*
      //
    `);
  });

  test('job control around MQSC that is no data of it stays what it was: comments of another language', () => {
    expect(member('// a comment', 'DEFINE QLOCAL(A)').layoutProblems.map(({ code }) => code)).toEqual(['syntax-error']);
  });

  test('an edit that makes a job of a script, or no longer, is read as anew', () => {
    const broken = changeDocument(member(...job), [{ span: { start: 0, end: 0 }, newText: ' ' }]);
    expect(outlines(broken)).toEqual(outlines(readDocument('DEFINES.mqs', broken.text.whole())));
    expect(broken.kind).toBe('mqsc');
    const back = changeDocument(broken, [{ span: { start: 0, end: 1 }, newText: '' }]);
    expect(outlines(back)).toEqual(outlines(member(...job)));
    expect(back.kind).toBe('job');
  });
});

test('what CSQUTIL prints: its messages are no commands, those that it repeats are', () => {
  const document = member(
    '1CSQU000I CSQUTIL IBM MQ for z/OS V9.3.0',
    ' CSQU001I CSQUTIL Queue Manager Utility - 2026-01-01 10:00:00',
    ' COMMAND DDNAME(CMDINP)',
    ' CSQU127I Executing COMMAND using input from CMDINP data set',
    'DEFINE QLOCAL(A) REPLACE',
    ' CSQN205I   COUNT=       2, RETURN=00000000, REASON=00000000',
    " CSQ9022I CSQ1 CSQMAQLC ' DEFINE QLOCAL' NORMAL COMPLETION",
    'DEFINE QLOCAL(B) DEFPSIST(MAYBE)',
    '0CSQU057I 2 commands read',
  );
  expect(outlines(document)).toEqual(['DEFINE QLOCAL: QLOCAL(A) REPLACE', 'DEFINE QLOCAL: QLOCAL(B) DEFPSIST(MAYBE)']);
  expect(document.layoutProblems).toEqual([]);
});
