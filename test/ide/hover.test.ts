import { expect, test } from 'vitest';
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
