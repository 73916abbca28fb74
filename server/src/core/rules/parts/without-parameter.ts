import { removeParameters } from '#core/syntax/remove-parameters.ts';
import type { Command, Parameter } from '#core/syntax/tree.ts';
import type { LocalFix } from '../rule.ts';

/** The command without the parameter; spans relative to the command. */
export const withoutParameter = (command: Command, parameter: Parameter): readonly LocalFix[] => {
  const edits = removeParameters({ ...command, start: 0 }, [parameter]);
  return edits.length === 0 ? [] : [{ title: `Remove ${parameter.keyword}`, edits }];
};
