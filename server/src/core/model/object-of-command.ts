import { type Command, parameterOf, textOf } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Estate, MqObject } from './model.ts';
import { nameSpaceOf } from './name-spaces.ts';
import { ownersAt } from './owner-at.ts';

/** The object after all commands that a command defines or changes, on the first of its queue managers. */
export function objectOfCommand(command: Command, source: SourceId, estate: Estate): MqObject | undefined {
  const [owner] = ownersAt(estate, source, command.start);
  const { body } = command;
  if (!owner || !body.objectName) return undefined;
  if (body.objectName === 'QMGR') return owner.attributes;
  const space = nameSpaceOf(body.objectName, textOf(parameterOf(body, 'CHLTYPE')));
  const name = textOf(body.object);
  return space && name ? owner.objects.get(space, name) : undefined;
}
