import { describe, expect, test } from 'vitest';
import { open } from '../support/open.ts';

const sales = `
  *- QM1.mqsc
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
  DEFINE QALIAS(IN) TARGET(ORDERS)
  *- QM2.mqsc
  DEFINE QLOCAL(ORDERS$0) CLUSTER(SALES)
  *- QM3.mqsc
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED) DEFPSIST(NO)
  *- QM4.mqsc
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
`;

describe('symbols of the workspace', () => {
  const names = (query: string) => {
    const { service } = open(sales);
    return service.workspaceSymbols(query).map(({ name, container }) => `${name} (${container})`);
  };

  test('characters in their order, the closest first', () => {
    expect(names('ordrs')).toEqual(['ORDERS (QLOCAL on QM2)', 'ORDERS (QLOCAL on QM3)', 'ORDERS (QLOCAL on QM4)']);
    expect(names('sal')).toEqual(['SALES (cluster of 1)', 'SALES.QM1 (CLUSRCVR on QM1)']);
    expect(names('qm1')[0]).toBe("QM1 (the file's name)");
    expect(names('xyz')).toEqual([]);
  });

  test('all of them for no query', () => {
    expect(names('')).toHaveLength(10);
  });
});

test('a selection grows from the text in quotes to the file', () => {
  const { service, source, offset, text } = open(`
    *- all.mqsc
    * @qmgr QM1
    DEFINE QLOCAL(A) +
      DESCR('some te$0xt') MAXDEPTH(1)
    DEFINE QLOCAL(B)
    * @qmgr QM2
    DEFINE QLOCAL(C)
  `);
  const grown = service.selectionRanges(source, offset).map(({ start, end }) => text.slice(start, end).trimEnd());
  const command = "DEFINE QLOCAL(A) +\n  DESCR('some text') MAXDEPTH(1)";
  expect(grown).toEqual([
    'some text',
    "'some text'",
    "DESCR('some text')",
    command.slice('DEFINE '.length),
    command,
    `* @qmgr QM1\n${command}\nDEFINE QLOCAL(B)`,
    text.trimEnd(),
  ]);
});

test('a selection in a comment and on nothing', () => {
  const { service, source, text } = open('*- QM1.mqsc\n* hello\n\nDEFINE QLOCAL(A)\n');
  const grown = (offset: number) =>
    service.selectionRanges(source, offset).map(({ start, end }) => text.slice(start, end));
  expect(grown(3)).toEqual(['* hello', text]);
  expect(grown(8)).toEqual([text]);
});

describe('links', () => {
  const links = (marked: string, source: string) => {
    const { service } = open(marked);
    const text = service.text(source) ?? '';
    return service
      .documentLinks(source)
      .map(
        ({ span, target }) =>
          `${text.slice(span.start, span.end)} → ${target.kind === 'rule' ? target.code : target.source}`,
      );
  };
  const files = `
    *- mqsc.yaml
    queueManagers:
      QM1: { files: [ "./QM1.mqsc", "common/*.mqsc" ] }
      QM2: { files: [ "QM*.mqsc" ] }
    rules: { clone-defbind-differs: off, no-such-rule: off }
    *- QM1.mqsc
    * @ignore-file clone-defbind-differs: we know
    * @ignore no-such-rule: why
    DEFINE QLOCAL(A)
    *- QM2.mqsc
    DEFINE QLOCAL(A)
    *- common/all.mqsc
    DEFINE QLOCAL(B)
    *- scenarios/run.mqsim.yaml
    version: 1
    estate: ../mqsc.yaml
  `;

  test('from mqsc.yaml to the files it means, and to the rules', () => {
    expect(links(files, 'mqsc.yaml')).toEqual([
      './QM1.mqsc → QM1.mqsc',
      'common/*.mqsc → common/all.mqsc',
      'clone-defbind-differs → clone-defbind-differs',
    ]);
  });

  test('from a scenario to its estate', () => {
    expect(links(files, 'scenarios/run.mqsim.yaml')).toEqual(['../mqsc.yaml → mqsc.yaml']);
  });

  test('from a suppression to the rule', () => {
    expect(links(files, 'QM1.mqsc')).toEqual(['clone-defbind-differs → clone-defbind-differs']);
  });
});

describe('lenses', () => {
  const titles = (marked: string) => {
    const { service, source } = open(marked);
    return service.codeLens(source).map(({ title }) => title);
  };

  test('above an instance: how many there are, how many differ, what can be done', () => {
    const { service, source } = open(sales);
    const lenses = service.codeLens(source);
    expect(lenses.map(({ title }) => title)).toEqual([
      '3 instances in SALES, 1 differs',
      'compare',
      'simulate',
      'explain',
    ]);
    expect(lenses[0]?.does).toMatchObject({ kind: 'show', places: { length: 3 } });
    expect(lenses[1]?.does).toEqual({ kind: 'compare', name: 'ORDERS', cluster: 'SALES' });
    expect(lenses[2]?.does).toEqual({ kind: 'simulate', queue: 'ORDERS', cluster: 'SALES' });
    expect(lenses[3]?.does).toEqual({ kind: 'explain', queue: 'ORDERS', from: 'QM1' });
  });

  test('nothing differs; nothing above other commands', () => {
    expect(titles(sales.replace('DEFBIND(NOTFIXED) ', ''))[0]).toBe('3 instances in SALES');
    expect(titles('*- QM1.mqsc\nDEFINE QLOCAL(A$0)\nALTER QLOCAL(A) CLUSTER(C)\n')[0]).toBe('1 instance in C');
    expect(titles('*- QM1.mqsc\nDEFINE QLOCAL(A$0)\n')).toEqual([]);
  });

  test('none when they are switched off', () => {
    const { service, source } = open(sales);
    service.configure({ codeLens: false });
    expect(service.codeLens(source)).toEqual([]);
  });
});

describe('hints inside the lines', () => {
  const shown = (marked: string, settings = {}) => {
    const { service, source, text } = open(marked);
    service.configure({ inlayHints: settings });
    return service
      .inlayHints(source, { start: 0, end: text.length })
      .map(({ offset, label, side }) =>
        side === 'before'
          ? `${label} | ${text.slice(offset, offset + 6)}`
          : `${text.slice(offset - 7, offset)} | ${label}`,
      );
  };

  test('whose the commands are, and the defaults that decide', () => {
    expect(shown(sales)).toEqual(['QM2 | DEFINE', '(SALES) | DEFBIND(OPEN)', '(SALES) | DEFPSIST(NO)']);
  });

  test('nothing that the text says itself', () => {
    expect(shown('*- x.mqsc qmgr=QM3\nDEFINE QLOCAL(Q$0) CLUSTER(C) DEFBIND(OPEN) DEFPSIST(YES)\n')).toEqual([]);
    expect(shown('*- x.mqsc qmgr=QM3\nDEFINE QLOCAL(Q$0)\n')).toEqual([]);
  });

  test('each can be switched off', () => {
    expect(shown(sales, { defaults: false })).toEqual(['QM2 | DEFINE']);
    expect(shown(sales, { queueManager: false })).toHaveLength(2);
  });

  test('a value that LIKE gave; a click writes it', () => {
    const { service, source, text } = open(
      '*- x.mqsc qmgr=QM3\nDEFINE QLOCAL(A) DEFBIND(GROUP) DEFPSIST(YES)\nDEFINE QLOCAL(B$0) CLUSTER(C) LIKE(A)\n',
    );
    const [bind] = service.inlayHints(source, { start: 0, end: text.length });
    expect(bind).toMatchObject({ label: 'DEFBIND(GROUP)', tooltip: expect.stringContaining('Taken from A') });
    expect(bind?.edit?.newText).toBe(' DEFBIND(GROUP)');
  });
});
