import type { Estate } from '#core/model/model.ts';
import { rules } from '#core/rules/index.ts';
import type { CompletionItem } from '../answers.ts';

/** Behind a `*`: the remarks that this project reads, and what they can say. `before` is the comment up to the caret. */
export function commentItems(before: string, estate: Estate): readonly CompletionItem[] {
  if (/^\*\s*@[a-z-]*$/i.test(before)) return remarks;
  if (/^\*\s*@ignore(?:-file)?\s+[a-z-]*$/i.test(before))
    return rules.map(({ code, title }) => item(code, title, `${code}: `));
  if (/^\*\s*@ordering\s+[a-z-]*$/i.test(before))
    return needs.map(([need, meaning]) => item(need, meaning, `${need}: `));
  if (/^\*\s*@qmgr\s+\S*$/i.test(before))
    return [...estate.queueManagers.values()].map(({ name, reason }) => item(name, reason, name));
  return [];
}

const item = (label: string, detail: string, insert: string): CompletionItem => ({
  label,
  kind: 'name',
  detail,
  documentation: undefined,
  insert,
  isSnippet: false,
  rank: '0',
});

const remarks: readonly CompletionItem[] = [
  item('qmgr', 'the queue manager that the commands below belong to', 'qmgr '),
  item('ignore', 'a rule that is wrong about the next command, and why', 'ignore '),
  item('ignore-file', 'a rule that is wrong about this file, and why', 'ignore-file '),
  item('ordering', 'what the readers of the queue below rely on', 'ordering '),
];

const needs: readonly (readonly [string, string])[] = [
  ['sequence', 'messages are read in the order in which they were put'],
  ['group', 'the messages of a group are read together'],
  ['complete-batch', 'a batch is read as a whole'],
  ['reply-to-requester', 'a reply must reach the one who asked'],
];
