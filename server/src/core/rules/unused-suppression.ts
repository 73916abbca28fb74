import type { IdleSuppression, LocalFix, Rule } from './rule.ts';

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  group: 'estate',
  severity: 'warning',
  title: 'A suppression comment has no effect.',
  docs: {
    behaviour:
      '`* @ignore rule: reason` in the comment lines directly above a command hides the findings of one rule in that command; `* @ignore-file rule: reason` hides them in the whole file. The reason is required.',
    harm: 'A suppression that nothing needs any more will hide the next, real fault. One without reason or with a misspelt rule hides nothing.',
    remedy: 'Remove the comment, or correct the rule’s name, add the reason, or move it directly above the command.',
    sources: ['Behaviour of this extension'],
  },
  check: {
    scope: 'suppressions',
    *run(idle) {
      for (const one of idle) {
        const fix = fixFor(one);
        yield { span: one.span, message: messageFor(one), ...(fix && { fixes: [fix] }) };
      }
    },
  },
};

const messageFor = ({ code, why, similar }: IdleSuppression): string => {
  switch (why) {
    case 'no-finding':
      return `Nothing here needs this suppression: ${code} finds no fault. Remove the comment.`;
    case 'no-reason':
      return `A suppression needs a reason: * @ignore ${code}: reason. Without one it has no effect.`;
    case 'unknown-rule':
      return `There is no rule ${code}${similar ? `; did you mean ${similar}?` : '.'}`;
    case 'no-command-below':
      return 'No command stands directly below this suppression, so it has no effect; for the whole file write @ignore-file.';
  }
};

/** A missing reason only a person can give. */
const fixFor = ({ why, line, codeSpan, similar }: IdleSuppression): LocalFix | undefined => {
  if (why === 'no-finding') return { title: 'Remove the suppression', edits: [{ span: line, newText: '' }] };
  if (why === 'unknown-rule' && similar)
    return { title: `Change to ${similar}`, edits: [{ span: codeSpan, newText: similar }] };
  return undefined;
};
