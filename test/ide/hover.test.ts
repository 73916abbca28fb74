import { expect, test } from 'vitest';
import { allVerbs, commandsOfVerb } from '#core/facts/lookup.ts';
import { open } from '../support/open.ts';

const hover = (marked: string) => {
  const { service, source, offset } = open(marked);
  return service.hover(source, offset)?.content;
};

test('an attribute: what it is, its values, its default, where the fact is from', () => {
  const content = hover('DEFINE QLOCAL(A) DEF$0BIND(NOTFIXED)\n');
  expect(content).toContain('**DEFBIND**');
  expect(content).toContain('`OPEN` (default)');
  expect(content).toContain('IBM’s documentation');
});

test('an attribute: the effective value and the place that set it', () => {
  const content = hover(`
    *- QM1.mqsc qmgr=QM1
    DEFINE QLOCAL(A) DEF$0BIND(NOTFIXED)
    ALTER QLOCAL(A) DEFBIND(GROUP)
  `);
  expect(content).toMatch(/Effective on A on QM1: DEFBIND is `GROUP` — set at QM1\.mqsc:3/);
});

test('a verb: what it does, what decides about the whole command, and what else it is for', () => {
  const content = hover('DEF$0INE QLOCAL(A) REPLACE\n');
  expect(content).toContain('**DEFINE QLOCAL** (short: DEF)\n\nMakes an object.');
  expect(content).toContain('- `NOREPLACE` — the default: the command fails when an object of the name exists');
  expect(content).toContain('Also for AUTHINFO, BUFFPOOL');
  expect(content).toContain('[IBM documentation](https://www.ibm.com/');
  expect(hover('d$0ef qa(A)\n')).toContain('An alias of an alias of the same queue manager does not open.');
  expect(hover('RESET$0 CHANNEL(A) SEQNUM(1)\n')).toContain('sequence number');
  expect(hover('DELETE QLOCAL(A)\n'.replace('T', 'T$0'))).toContain('`PURGE` — the queue goes');
  expect(hover('STOP$0 QMGR\n')).toContain('z/OS only.');
});

test('a verb whose object is still to come, and one that has none', () => {
  expect(hover('CLEAR$0\n')).toContain('For QLOCAL, TOPICSTR.');
  expect(hover('EN$0D\n')).toContain('reads nothing behind it');
  expect(hover('MAKE$0 QLOCAL(A)\n')).toBeUndefined();
});

test('every command of MQ has words that say what it does', () => {
  for (const verb of allVerbs())
    for (const { object } of commandsOfVerb(verb))
      expect(hover(`${verb.slice(0, 1)}$0${verb.slice(1)} ${object}\n`), `${verb} ${object}`).toMatch(
        /^\*\*[A-Z ]+\*\*.*\n\n(z\/OS only\.\n\n)?(?!Also for|For |\[IBM|- )[A-Z].*\./,
      );
});

test('a flag under either spelling', () => {
  expect(hover('DEFINE QLOCAL(A) NOTRIG$0GER\n')).toContain('Not together with `TRIGGER`');
});

test('a clustered queue: its instances side by side, what differs first and in bold', () => {
  const content = hover(`
    *- QM1.mqsc qmgr=QM1
    DEFINE QLOCAL(ORD$0ERS) CLUSTER(SALES) DEFBIND(OPEN) MAXDEPTH(10)
    *- QM2.mqsc qmgr=QM2
    DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)
  `);
  expect(content).toContain('2 instances in cluster SALES');
  expect(content).toContain(
    '| **DEFBIND** | **`OPEN`** | **`NOTFIXED`** |\n| **MAXDEPTH** | **`10`** | **`5000`** |\n| DEFPSIST | `NO` | `NO` |',
  );
});

test('which queue manager the text belongs to, and why', () => {
  expect(hover('*- QM7.mqsc\nDEFINE QLOCAL(A$0)\n')).toMatch(/Queue manager QM7 \(.*file/);
});

test('nothing on blanks and comments', () => {
  expect(hover('* com$0ment\n')).toBeUndefined();
});
