import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { effectiveText } from './effective.ts';
import type { MqObject } from './model.ts';

/** The DEFINE of the other end of a cluster channel, in its parameters; undefined when the channel says not where it leads. */
export const clusterChannelTexts = (
  partner: MqObject,
  channelType: 'CLUSSDR' | 'CLUSRCVR',
  cluster: string,
): readonly string[] | undefined => {
  const connection = effectiveText(partner, 'CONNAME');
  if (connection === '' || partner.nameIsOpen) return undefined;
  return [
    `DEFINE CHANNEL(${quoteIfNeeded(partner.name)})`,
    `CHLTYPE(${channelType})`,
    `TRPTYPE(${effectiveText(partner, 'TRPTYPE') || 'TCP'})`,
    `CONNAME(${quoteIfNeeded(connection)})`,
    `CLUSTER(${quoteIfNeeded(cluster)})`,
    'REPLACE',
  ];
};
