import { describe, expect, test } from 'vitest';
import { changeDocument } from '#core/sources/change-document.ts';
import { readDocument } from '#core/sources/read-document.ts';
import type { Document } from '#core/syntax/tree.ts';
import { check } from '../support/check.ts';
import { open } from '../support/open.ts';
import { plainDocument } from '../support/plain-document.ts';
import { outlines, written } from '../support/yaml-mqsc.ts';

const shell = (...lines: readonly string[]): Document => readDocument('setup.sh', `${lines.join('\n')}\n`);
const owners = (document: Document) => document.slices.map(({ ownerHint }) => ownerHint);

describe('MQSC in a shell script', () => {
  test('a here-document of runmqsc, with the places of the script', () => {
    const document = shell(
      '#!/bin/sh',
      'strmqm QM1',
      'runmqsc QM1 <<EOF',
      '* queues',
      'DEFINE QLOCAL(A) +',
      '  REPLACE',
      "DEFINE QREMOTE(R) RNAME('x') RQMNAME($QM) XMITQ(${X})",
      'EOF',
      'echo DEFINE QLOCAL done',
    );
    expect(document.kind).toBe('shell');
    expect(document.slices).toMatchObject([{ label: 'runmqsc QM1', ownerHint: 'QM1', form: 'lines' }]);
    expect(outlines(document)).toEqual([
      'DEFINE QLOCAL: QLOCAL(A) REPLACE',
      'DEFINE QREMOTE: QREMOTE(R) RNAME("x") RQMNAME($QM) XMITQ(${X})',
    ]);
    expect(written(document)).toEqual([
      'QLOCAL',
      'A',
      'REPLACE',
      'QREMOTE',
      'R',
      'RNAME',
      "'x'",
      'RQMNAME',
      '$QM',
      'XMITQ',
      '${X}',
    ]);
    expect(document.slices[0]?.comments.map(({ start, end }) => document.text.slice(start, end))).toEqual(['* queues']);
  });

  test('of every spelling: quoted marks, tabs taken away, through a pipe, several on a line, in a function', () => {
    expect(
      outlines(
        shell(
          "runmqsc QM1 << 'END-OF-IT'",
          'ALTER QMGR DEADQ(A)',
          'END-OF-IT',
          'if [ -n "$X" ]; then',
          '\tdocker exec -i mq runmqsc -e -w 30 QM2 <<-EOF >/dev/null',
          '\t\t* tabs before a comment',
          '\t\tDEFINE QLOCAL(B)',
          '\tEOF',
          'fi',
          'cat <<X | runmqsc QM3',
          'DEFINE QLOCAL(C)',
          'X',
          'paste /dev/fd/3 /dev/fd/4 3<<A 4<<B',
          'one',
          'A',
          'DEFINE QLOCAL(D)',
          'B',
        ),
      ),
    ).toEqual([
      'ALTER QMGR: QMGR DEADQ(A)',
      'DEFINE QLOCAL: QLOCAL(B)',
      'DEFINE QLOCAL: QLOCAL(C)',
      'DEFINE QLOCAL: QLOCAL(D)',
    ]);
    expect(shell('runmqsc QM1 <<-EOF', '\t* c', '\tEOF').layoutProblems).toEqual([]);
  });

  test('a here-document that makes a file of MQSC, and one inside another script', () => {
    expect(
      outlines(
        shell(
          'cat > /tmp/queues.mqsc <<EOF',
          '',
          '* first',
          'DEFINE QLOCAL(A)',
          'EOF',
          'ssh host <<OUTER',
          'runmqsc QM1 <<INNER',
          'DEFINE QLOCAL(B)',
          'INNER',
          'OUTER',
        ),
      ),
    ).toEqual(['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL(B)']);
  });

  test('here-strings in double quotes', () => {
    expect(
      outlines(
        shell(
          'runmqsc QM1 <<< "DEFINE QLOCAL(A)"',
          `echo "DEFINE QLOCAL('b') DESCR('$TEXT')`,
          'DEFINE QLOCAL(C)" | runmqsc QM1',
        ),
      ),
    ).toEqual(['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL("b") DESCR("$TEXT")', 'DEFINE QLOCAL: QLOCAL(C)']);
  });

  test('nothing else is taken for MQSC', () => {
    const { kind, slices } = shell(
      '# runmqsc QM1 <<EOF',
      'cat <<EOF',
      'kind: ConfigMap',
      'EOF',
      'echo $((1<<EOF))',
      'grep -c "DEFINE QLOCAL" <<< "$text"',
      "echo 'DEFINE QLOCAL(A)' | runmqsc QM1",
      'echo "say \\"x\\"" | runmqsc QM1',
      'psql <<SQL',
      'ALTER TABLE x;',
      'SQL',
      'cat my-runmqsc.log <<EOF',
      'hello',
      'EOF',
    );
    expect([kind, slices]).toEqual(['none', []]);
  });

  test('whose queue manager: the argument, or a variable that is set once to plain text', () => {
    const run = (argument: string, ...before: readonly string[]) =>
      owners(shell(...before, `runmqsc ${argument} <<EOF`, 'ALTER QMGR', 'EOF'));
    expect(run('QM1')).toEqual(['QM1']);
    expect(run('-m LOCAL -w 30 "REMOTE.QM"')).toEqual(['REMOTE.QM']);
    expect(run('$QM', 'export QM="QM7"')).toEqual(['QM7']);
    expect(run('${QM}', 'QM=QM7', 'QM=QM8')).toEqual([undefined]);
    expect(run('${QM}', 'QM=$1')).toEqual([undefined]);
    expect(run('$1')).toEqual([undefined]);
    expect(run('')).toEqual([undefined]);
    expect(run('> log')).toEqual([undefined]);
    expect(run('2>&1')).toEqual([undefined]);
  });

  test('a line joined by a backslash where the shell joins it', () => {
    expect(outlines(shell('runmqsc QM1 <<EOF', 'DEFINE QLOCAL(A) \\', '  REPLACE', 'EOF'))).toEqual([
      'DEFINE QLOCAL: QLOCAL(A) REPLACE',
    ]);
  });

  test('the output of other programs is not known: a value in quotes is open, other commands are left alone', () => {
    check(`
      *- setup.sh
      runmqsc QM1 <<EOF
      DEFINE CHANNEL(C) CHLTYPE(CLUSRCVR) CONNAME('$(hostname)(1414)') CLUSTER(\${CL})
      DEFINE LISTENER(L) TRPTYPE(TCP) PORT($(port of listener))
      $COMMANDS
      \${MORE}
      DEFINE QLOCAL(\`name\`)
      EOF
    `);
  });

  test('findings, and no queue manager from the name of the script', () => {
    check(`
      *- QM9.sh
      runmqsc <<EOF
      DEFINE QLOCAL(A) DEFPSIST(MAYBE)
      *                         ^^^^^ error value-not-allowed: DEFPSIST does not take MAYBE.
      EOF
    `);
    const { service, source, offset } = open('*- QM9.sh\nrunmqsc <<EOF\nDEFINE QLOCAL(A$0)\nEOF\n');
    expect(service.hover(source, offset)?.content).toContain('No queue manager is known');
  });

  test('the queue manager of runmqsc is that of other files', () => {
    const { service, source, offset } = open(`
      *- QM1.mqsc qmgr=QM1
      DEFINE QLOCAL(ORDERS)
      *- setup.sh
      runmqsc QM1 <<EOF
      DEFINE QALIAS(A) TARGET($0)
      EOF
    `);
    expect(service.completion(source, offset).items.map(({ label }) => label)).toEqual(['ORDERS']);
    expect(service.hover(source, offset - 10)?.content).toContain('Queue manager QM1 (runmqsc QM1)');
  });

  test('an edit gives what reading anew gives', () => {
    const document = shell('runmqsc QM1 <<EOF', 'DEFINE QLOCAL(A)', 'EOF');
    const at = document.text.whole().indexOf('EOF\n', 20);
    const edit = { span: { start: at, end: at }, newText: 'DEFINE QLOCAL(B)\n' };
    const changed = changeDocument(document, [edit]);
    expect(outlines(changed)).toEqual(['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL(B)']);
    expect(plainDocument(changed)).toEqual(plainDocument(readDocument('setup.sh', changed.text.whole())));
  });

  test('an edit that names the interpreter makes a script of the shell', () => {
    const document = readDocument('setup.mqsc', 'runmqsc QM1 <<EOF\nDEFINE QLOCAL(A)\nEOF\n');
    const changed = changeDocument(document, [{ span: { start: 0, end: 0 }, newText: '#!/bin/sh\n' }]);
    expect(changed.kind).toBe('shell');
    expect(outlines(changed)).toEqual(['DEFINE QLOCAL: QLOCAL(A)']);
  });
});

test('completion in a here-document that is still empty', () => {
  const labels = (marked: string) => {
    const { service, source, offset } = open(marked);
    return service.completion(source, offset).items.map(({ label }) => label);
  };
  expect(labels('*- a.sh\nrunmqsc QM1 <<EOF\n$0\nEOF\n')).toContain('DEFINE');
  expect(labels('*- a.sh\nrunmqsc QM1 <<EOF\nALTER QMGR\nEOF\n$0\n')).toEqual([]);
});
