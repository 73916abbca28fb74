import { Lexer } from 'chevrotain';
import { expect, test } from 'vitest';
import { checkGrammar } from '#core/syntax/parser.ts';
import { tokenTypes } from '#core/syntax/tokens.ts';

test('chevrotain finds nothing wrong with tokens and grammar', () => {
  expect(
    new Lexer(tokenTypes, { positionTracking: 'onlyOffset', ensureOptimizations: true }).lexerDefinitionErrors,
  ).toEqual([]);
  expect(checkGrammar).not.toThrow();
});
