import { numberAlike } from './alike.ts';
import { type ChannelRow, setTermsNumberOf, termsNumberOfChannel } from './channel-row.ts';
import type { ChannelDefinition } from './definitions.ts';
import type { Channel, Link, World } from './world.ts';

/** What each message meets on a channel: of its definition, and of the link it goes over. Channels with the same terms share one object. */
export type ChannelTerms = Pick<ChannelDefinition, (typeof termNames)[number]> & Link;

const termNames = [
  'maxMessageLength',
  'isFast',
  'batchSize',
  'batchLimit',
  'batchIntervalUs',
  'batchHeartbeatUs',
] as const satisfies readonly (keyof ChannelDefinition)[];

/** The terms of a channel now. A channel always has some, so there are these. */
export const channelTermsOf = (world: World, channel: ChannelRow): ChannelTerms =>
  world.channelTerms.all[termsNumberOfChannel(world, channel)] as ChannelTerms;

/** Makes a definition that of the channel: from here on it goes by this. */
export function defineChannel(world: World, channel: Channel, definition: ChannelDefinition): void {
  channel.definition = definition;
  setTermsNumberOf(world, channel.row, numberTerms(world, definition, channel.link));
}

function numberTerms({ channelTerms }: World, definition: ChannelDefinition, link: Link): number {
  const terms = { ...Object.fromEntries(termNames.map((name) => [name, definition[name]])), ...link };
  // Not JSON, which does not know the infinite.
  return numberAlike(channelTerms, Object.values(terms).join(' '), terms as unknown as ChannelTerms);
}
