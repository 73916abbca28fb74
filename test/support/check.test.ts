import { expect, test } from 'vitest';
import { check } from './check.ts';

const told = `
  DEFINE QLOCL(A)
  *      ^^^^^ error unknown-command
`;

test('annotations name exactly the findings', () => {
  check(told);
  expect(() => check(told.replace('error', 'warning'))).toThrow();
  expect(() => check(told.replace('^^^^^', '^^^^'))).toThrow();
  expect(() => check(told.replace('unknown-command', 'unknown-command: no such words'))).toThrow();
});

test('without annotations no finding is expected', () => {
  check('DEFINE QLOCAL(A)\n');
  expect(() => check('DEFINE QLOCL(A)\n')).toThrow();
});
