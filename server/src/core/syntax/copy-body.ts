import type { CommandBody } from './tree.ts';

/**
 * The same body as plain data, all of it worked out: for what is stored or sent, as JSON or to a worker, because a body may work
 * itself out only when it is asked.
 */
export const copyBody = ({
  raw,
  verb,
  verbName,
  object,
  objectName,
  parameters,
  problems,
}: CommandBody): CommandBody => ({ raw, verb, verbName, object, objectName, parameters, problems });
