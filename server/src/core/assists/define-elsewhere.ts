import { appendCommand } from '#core/model/append-command.ts';
import type { QueueManager } from '#core/model/model.ts';
import { clustersOf } from '#core/model/queries.ts';
import { parameterTexts } from '#core/syntax/parameter-texts.ts';
import { type Assist, offer } from './assist.ts';

/** How many queue managers are offered at most: a menu is read, not searched. */
const most = 8;

/** The same queue on a queue manager that lacks it: of its cluster if it is clustered, else any. Defines an object. */
export const defineElsewhere: Assist = {
  name: 'define-elsewhere',
  offers: ({ estate, command, object, owners: [owner] }) => {
    if (!object || !owner || command.body.verbName !== 'DEFINE' || !/^Q(?:LOCAL|ALIAS|REMOTE|MODEL)$/.test(object.type))
      return [];
    const [verb, ...parameters] = parameterTexts(command.body) ?? [];
    if (verb === undefined || object.nameIsOpen) return [];
    const texts = [`${verb} ${parameters[0] ?? ''}`, ...parameters.slice(1)];
    const clusters = clustersOf(object, owner);
    const isFellow = ({ name }: QueueManager) =>
      clusters.length === 0 ||
      clusters.some((cluster) => estate.clusters.get(cluster)?.members.some((m) => m.queueManager.name === name));
    return [...estate.queueManagers.values()]
      .filter((one) => one !== owner && isFellow(one) && one.objects.get('queue', object.name) === undefined)
      .slice(0, most)
      .flatMap((one) => offer(`Define ${object.name} on ${one.name} too`, [appendCommand(estate, one, texts)]));
  },
};
