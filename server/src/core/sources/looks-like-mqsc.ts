import { commandFacts, objectName, verbName } from '#core/facts/lookup.ts';
import { beginsCommand } from '#core/syntax/begins-command.ts';

/** The first word is a verb of MQ's. */
export const beginsWithVerb = (script: string): boolean =>
  verbName(/^\s*([A-Za-z]+)/.exec(script)?.[1] ?? '') !== undefined;

/** The first line that is neither blank, comment nor template begins with a verb and an object type. */
export function looksLikeMqsc(script: string): boolean {
  for (const line of script.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('*') || trimmed.startsWith('{')) continue;
    return beginsKnownCommand(trimmed) || /^ALTER\s+QMGR\s|^SET\s+(?:CHLAUTH|AUTHREC)\s/i.test(trimmed);
  }
  return false;
}

/** The verb and the object type go together: `DEFINE CLUSTER` is another program's. */
function beginsKnownCommand(line: string): boolean {
  if (!beginsCommand(line, 0, line.length)) return false;
  const [, verb = '', object = ''] = /^(\w+)\s+(\w+)/.exec(line) ?? [];
  return commandFacts(verbName(verb) ?? '', objectName(object) ?? '') !== undefined;
}
