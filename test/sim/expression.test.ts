import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Datum, evaluate } from '#core/sim/expression.ts';

const root: Datum = {
  totals: { put: 10, lost: 0 },
  queues: { QM2: { Q3: { depth: 5 }, 'APP.IN.1': { depth: 2 }, 'APP.IN': { depth: 9 } } },
  applications: { 'order-entry': { put: 7 } },
  channels: { QM1: { 'CL.QM2': { state: 'RUNNING' } } },
  violations: [{ kind: 'order' }],
};
const read = (text: string) => evaluate(text, root, (path) => (path[0] === 'routes' ? 0 : undefined));

describe('an expectation', () => {
  test.each([
    ['totals.put == 10', true, 10],
    ['totals.lost != 0', false, 0],
    ['queues.QM2.Q3.depth >= 5 && totals.lost == 0', true, true],
    ['totals.put < 5 || queues.QM2.Q3.depth < 6', true, true],
    ['!(totals.put == 10)', false, false],
    ['totals.put - 3 * 2 == 4', true, 4],
    ['(totals.put - 3) * 2 == 14', true, 14],
    ['-totals.put + 20 / 2 == 0', true, 0],
    ['queues["QM2"]["Q3"].depth == 5', true, 5],
    ["queues.QM2['APP.IN.1'].depth == 2", true, 2],
    ['queues.QM2.APP.IN.1.depth == 2', true, 2],
    ['queues.QM2.APP.IN.depth == 9', true, 9],
    ['applications.order-entry.put == 7', true, 7],
    ['totals.put - totals.lost == 10', true, 10],
    ['channels.QM1["CL.QM2"].state == "RUNNING"', true, 'RUNNING'],
    ["channels.QM1.CL.QM2.state != 'RUNNING'", false, 'RUNNING'],
    ['violations.length == 1 && violations[0].kind == "order"', true, true],
    ['routes.order-entry.Q3.QM4 == 0', true, 0],
    ['true', true, true],
    ['totals.put>=10', true, 10],
  ])('%s', (text, value, actual) => {
    expect(read(text)).toEqual({ kind: 'value', value, actual });
  });

  test.each([
    ['totals.putt == 1', 'there is no totals.putt'],
    ['totals.put = 10', 'unexpected `= 10`'],
    ['totals.put ==', 'it ends too early'],
    ['(totals.put == 10', 'a closing parenthesis is missing'],
    ['totals == 1', 'The left side is no single value'],
    ['queues.QM2.["x"]', 'a name is missing after the dot'],
    ['queues[QM2]', 'the brackets need a quoted name or a number'],
    ['"open', 'a quote is not closed'],
    ['totals.put && true', '&&, || and ! need something that is true or false'],
    ['channels.QM1["CL.QM2"].state > 1', '"RUNNING" is no number'],
    ['', 'it ends too early'],
    ['constructor.name == 1', 'there is no constructor.name'],
  ])('%s cannot be read', (text, reason) => {
    expect(read(text)).toEqual({ kind: 'unreadable', reason });
  });

  test('never fails on any text', () => {
    const piece = fc.constantFrom(
      'totals',
      '.',
      'put',
      '[',
      ']',
      '"',
      "'",
      '(',
      ')',
      '!',
      '-',
      '==',
      '<',
      '&&',
      '||',
      '*',
      ' ',
      '7',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          expect(['value', 'unreadable']).toContain(read(text).kind);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
