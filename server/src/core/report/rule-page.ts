import type { Rule, RuleGroup } from '#core/rules/rule.ts';

/** The documentation page of a rule, as Markdown. `example` is MQSC with the findings marked in comments below each line. */
export const rulePage = ({ code, group, severity, title, docs }: Rule, example: string): string =>
  [
    `<!-- Made from server/src/core/rules/${code}.ts; change the text there. -->`,
    `# ${code}`,
    `**${title}** Severity: ${severity}. Group: [${group}](README.md#${anchor(group)}).`,
    section('What MQ does', docs.behaviour),
    section('Why it hurts', docs.harm),
    section('How to fix it', docs.remedy),
    section('When it is fine', docs.exception ?? 'Never.'),
    docs.mqSays && section('What MQ says', docs.mqSays),
    section('Example', fenced(example)),
    section('Where this comes from', docs.sources.map((source) => `- ${source}`).join('\n')),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')
    .concat('\n');

/** The list of all rules, as Markdown. */
export const rulePagesIndex = (rules: readonly Rule[]): string => {
  const groups = [...new Set(rules.map(({ group }) => group))];
  return [
    '<!-- Made from server/src/core/rules; change the text there. -->',
    '# Rules',
    'Each finding carries the name of its rule. The severity here is the default: `rules:` in `mqsc.yaml` and the setting `mqsc.rules` of the editor change it to `off`, `hint`, `info`, `warning` or `error`; the editor has the last word.',
    'A finding that is right but wanted is hidden by `* @ignore rule: reason` in the comment lines directly above the command, or by `* @ignore-file rule: reason` for the file. The reason is required, and a suppression that hides nothing is a finding itself.',
    ...groups.map((group) => groupTable(group, rules)),
  ]
    .join('\n\n')
    .concat('\n');
};

const groupTable = (group: RuleGroup, rules: readonly Rule[]): string =>
  [
    `## ${capitalized(group)}`,
    '',
    '| rule | severity | what is wrong |',
    '|---|---|---|',
    ...rules
      .filter((rule) => rule.group === group)
      .map(({ code, severity, title }) => `| [${code}](${code}.md) | ${severity} | ${title.replaceAll('|', '\\|')} |`),
  ].join('\n');

const section = (heading: string, text: string): string => `## ${heading}\n\n${text}`;

const fenced = (example: string): string =>
  ['```mqsc', ...example.trimEnd().split('\n').map(shortened), '```'].join('\n');

const shortened = (line: string): string => (line.length > widest ? `${line.slice(0, widest - 1)}…` : line);
const widest = 200;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const anchor = (heading: string): string => heading.replaceAll(' ', '-');
