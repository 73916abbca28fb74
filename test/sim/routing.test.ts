import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainLines } from '#core/sim/explain.ts';
import type { Decision, Trace } from '#core/sim/trace.ts';
import { cluster, producer, traceOf } from '../support/scenario.ts';

const oracle = (id: string) =>
  traceOf(readFileSync(path.join(import.meta.dirname, `oracles/${id}.mqsim.yaml`), 'utf8'));
const chosen = ({ decisions }: Trace) =>
  decisions.map((d) => d.candidates[d.chosen ?? -1]?.queueManager ?? `${d.reason}`);

describe('the sequence of choices', () => {
  test('O1: strictly alternating', () => {
    const [first, second, ...rest] = chosen(oracle('O1'));
    expect(new Set([first, second])).toEqual(new Set(['QM2', 'QM4']));
    expect(rest).toEqual([first, second, first, second, first, second, first, second]);
  });

  test('O61: one, two, two in turn', () => {
    const names = chosen(oracle('O61')).slice(0, 9).join(' ');
    expect(names).toMatch(/^(NEWYORK LOSANGELES LOSANGELES ?){3}$|^(LOSANGELES NEWYORK LOSANGELES ?){3}$/);
  });

  test('O62: a cycle of five', () => {
    const names = chosen(oracle('O62')).join('');
    expect(names.slice(0, 15)).toBe('ABCBCABCBCABCBC');
  });
});

/** The last decision as text: what the reader of an explanation sees. */
function explained(definitions: Parameters<typeof cluster>[0], rest = '', more = 'count: 1'): string {
  const { decisions } = traceOf(cluster(definitions, `applications:\n${producer(`startAt: 1s, ${more}`)}\n${rest}`));
  const last = decisions.at(-1);
  return last === undefined ? 'no decision' : explainLines(last).join('\n');
}

const q3 = (more = '') => `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) ${more}`;
const mqsc = (at: string, command: string) => `  - { at: 0s, do: mqsc, queueManager: ${at}, command: "${command}" }`;

describe('each step says whom it dropped and why', () => {
  test('channel rank', () => {
    const receiver = "DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) CLWLRANK(3)";
    expect(explained({ QM2: `${q3()}\n${receiver}`, QM4: q3() })).toContain(
      '- QM4 over CL.QM4: CLWLRANK(0) of channel CL.QM4 is below 3',
    );
  });
  test('queue rank', () => {
    expect(explained({ QM2: q3('CLWLRANK(2)'), QM4: q3() })).toContain(
      'Queue rank (step 4)\n    - QM4 over CL.QM4: CLWLRANK(0) of the queue at QM4 is below 2\n    left: QM2 over CL.QM2',
    );
  });
  test('open for puts', () => {
    expect(explained({ QM2: q3(), QM4: q3('PUT(DISABLED)') })).toContain('PUT(DISABLED) at QM4');
  });
  test('local instance', () => {
    expect(explained({ QM1: q3(), QM4: q3() })).toContain('CLWLUSEQ(LOCAL) of queue manager QM1 prefers its own');
    expect(explained({ QM1: `${q3('CLWLUSEQ(LOCAL)')}\nALTER QMGR CLWLUSEQ(ANY)`, QM4: q3() })).toContain(
      'CLWLUSEQ(LOCAL) of the queue at QM1',
    );
  });
  test('not suspended', () => {
    const events = `events:\n${mqsc('QM2', 'SUSPEND QMGR CLUSTER(CL)')}`;
    expect(explained({ QM2: q3(), QM4: q3() }, events)).toContain('QM2 is suspended from CL');
  });
  test('channel state', () => {
    const events = `events:\n${mqsc('QM1', 'STOP CHANNEL(CL.QM4)')}`;
    expect(explained({ QM2: q3(), QM4: q3() }, events)).toContain(
      'channel CL.QM4 is STOPPED, and another one is better',
    );
  });
  test('network priority', () => {
    const net = (name: string, priority: number) =>
      `DEFINE CHANNEL(${name}) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) NETPRTY(${priority})`;
    expect(explained({ QM2: `${q3()}\n${net('NETA', 2)}\n${net('NETB', 1)}` })).toContain(
      'NETPRTY(1) of NETB is below 2 on another channel to QM2',
    );
  });
  test('channel priority, queue priority', () => {
    const receiver = "DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) CLWLPRTY(3)";
    expect(explained({ QM2: `${q3()}\n${receiver}`, QM4: q3() })).toContain('CLWLPRTY(0) of channel CL.QM4 is below 3');
    expect(explained({ QM2: q3('CLWLPRTY(4)'), QM4: q3() })).toContain('CLWLPRTY(0) of the queue at QM4 is below 4');
  });
  test('most recently used channels, least recently used channel', () => {
    expect(explained({ QM1: 'ALTER QMGR CLWLMRUC(1)', QM2: q3(), QM4: q3() })).toContain(
      'CLWLMRUC(1) of QM1 leaves out',
    );
    expect(explained({ QM2: q3(), QM4: q3() })).toContain('no message went to QM4 yet, and QM2 is before it in line');
    expect(explained({ QM2: q3(), QM4: q3() }, '', 'count: 2')).toContain('QM2 was chosen more recently than QM4');
  });
  test('the attribute is found where it was written', () => {
    const text = cluster({ QM2: q3('CLWLRANK(2)'), QM4: q3('CLWLRANK(1)') }, `applications:\n${producer('count: 1')}`);
    const dropped = traceOf(text).decisions[0]?.steps.flatMap((step) => step.dropped)[0];
    expect(dropped?.attribute).toBe('CLWLRANK');
    expect(text.slice(dropped?.at?.span.start, dropped?.at?.span.end)).toContain('1');
  });
});

describe('the order of the steps changed with 8.0', () => {
  const outcome = (version: string, definitions: Parameters<typeof cluster>[0]) =>
    traceOf(cluster(definitions, `mqVersion: "${version}"\napplications:\n${producer('count: 1, bind: on-open')}`));
  const last = ({ decisions }: Trace): Decision | undefined => decisions.at(-1);

  test('the best rank is disabled', () => {
    const definitions = { QM2: q3('CLWLRANK(2) PUT(DISABLED)'), QM4: q3('CLWLRANK(1)') };
    expect(last(outcome('9.4', definitions))?.reason).toBe(2268);
    expect(chosen(outcome('7.5', definitions))).toEqual(['QM4']);
  });
  test('the local instance has a lower rank', () => {
    const definitions = { QM1: q3('CLWLUSEQ(LOCAL)'), QM4: q3('CLWLRANK(1)') };
    expect(chosen(outcome('9.4', definitions))).toEqual(['QM4']);
    expect(chosen(outcome('7.5', definitions))).toEqual(['QM1']);
  });
  test('the local instance is disabled: no difference', () => {
    const definitions = { QM1: q3('PUT(DISABLED)'), QM4: q3() };
    expect(chosen(outcome('9.4', definitions))).toEqual(['QM4']);
    expect(chosen(outcome('7.5', definitions))).toEqual(['QM4']);
  });
});
