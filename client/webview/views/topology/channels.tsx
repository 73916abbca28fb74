import { useMemo } from 'preact/hooks';
import type { Picture, PictureChannel } from '#core/sim/picture-types.ts';
import { linkKey } from '../../faults.ts';
import { countOf } from '../../format.ts';
import type { Selection } from '../../store.ts';
import { type Emphasis, emphasisOf, isSelected, LOOKS, type Look, lookOf, selectionOf } from './channel-look.ts';
import { pathOf, placeLabels } from './curves.ts';
import type { Scene, SceneChannel } from './scene.ts';

export interface ChannelsProps {
  readonly scene: Scene;
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly select: (selection: Selection) => void;
  readonly openMenu: (at: { x: number; y: number }, target: Selection) => void;
}

/** The arrows. A wide invisible line under each makes it easy to hit. */
export function ChannelLines({ scene, picture, selection, select, openMenu }: ChannelsProps) {
  return (
    <svg class="channels" width={scene.layout.width} height={scene.layout.height} aria-hidden="true">
      <defs>
        {LOOKS.map((look) => (
          <marker
            key={look}
            id={`tip-${look}`}
            class={`tip ${look}`}
            viewBox="0 0 8 8"
            refX="6.5"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.800 7.500 4 0 7.200z" />
          </marker>
        ))}
      </defs>
      {scene.channels.map((channel) => (
        <ChannelLine
          key={channel.key}
          channel={channel}
          now={picture.channels.get(channel.key)}
          look={lookOf(channel, picture.channels.get(channel.key), picture)}
          emphasis={emphasisOf(selection, channel, picture)}
          picture={picture}
          select={select}
          openMenu={openMenu}
        />
      ))}
    </svg>
  );
}

interface ChannelLineProps extends Pick<ChannelsProps, 'picture' | 'select' | 'openMenu'> {
  readonly channel: SceneChannel;
  readonly now: PictureChannel | undefined;
  readonly look: Look;
  readonly emphasis: Emphasis;
}

/** Drawn again only when something about it changed: there may be thousands. */
function ChannelLine({ channel, now, look, emphasis, picture, select, openMenu }: ChannelLineProps) {
  return useMemo(() => {
    const target = selectionOf(channel);
    const path = pathOf(channel.curve);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the label is the same as a button, and the details list all channels
      <g
        class={`channel ${look} ${emphasis}`}
        onClick={() => select(target)}
        onContextMenu={(event) => {
          event.preventDefault();
          openMenu({ x: event.clientX, y: event.clientY }, target);
        }}
      >
        <title>{describe(channel, now, picture)}</title>
        <path class="hit" d={path} />
        <path class="line" d={path} marker-end={`url(#tip-${look})`} />
      </g>
    );
  }, [channel, now, look, emphasis]);
}

/** What a person should know of a channel without asking, on a place of the arrow where it covers nothing. */
export function ChannelLabels({ scene, picture, selection, select, openMenu }: ChannelsProps) {
  const labelled = scene.channels
    .flatMap((channel) => {
      const now = picture.channels.get(channel.key);
      const isTerse = scene.isCompact && !isSelected(selection, channel);
      const text = labelOf(channel, now, picture, isTerse);
      const weight = isSelected(selection, channel)
        ? Number.POSITIVE_INFINITY
        : (now?.inDoubt ?? 0) + (now?.waiting ?? 0);
      return text === undefined
        ? []
        : [
            {
              id: channel.key,
              curve: channel.curve,
              width: text.length * 5.8 + 18,
              height: 22,
              channel,
              now,
              text,
              weight,
            },
          ];
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_LABELS);
  const places = placeLabels(labelled, scene.layout.boxes);
  return (
    <>
      {labelled.map(({ id, channel, now, text, width }) => {
        const point = places.get(id);
        if (point === undefined) return null;
        const target = selectionOf(channel);
        const name = describe(channel, now, picture);
        return (
          <button
            type="button"
            key={id}
            class={`label ${lookOf(channel, now, picture)} ${emphasisOf(selection, channel, picture)}`}
            style={{ left: `${point.x - width / 2}px`, top: `${point.y - 11}px`, width: `${width}px` }}
            title={name}
            aria-label={name}
            aria-pressed={isSelected(selection, channel)}
            data-testid={`channel-${channel.from}-${channel.to}`}
            onClick={() => select(target)}
            onContextMenu={(event) => {
              event.preventDefault();
              openMenu({ x: event.clientX, y: event.clientY }, target);
            }}
          >
            {text}
          </button>
        );
      })}
    </>
  );
}

/** More labels than this cover each other; the arrows that carry most keep theirs. */
const MOST_LABELS = 40;

function labelOf(
  channel: SceneChannel,
  now: PictureChannel | undefined,
  picture: Picture,
  isTerse: boolean,
): string | undefined {
  if (now === undefined) return undefined;
  const look = lookOf(channel, now, picture);
  const parts = [
    ...(picture.brokenLinks.has(linkKey(channel.from, channel.to)) ? ['link broken'] : []),
    ...(TOLD_STATES.includes(now.state) ? [now.state.toLowerCase()] : []),
    ...(now.waiting > 0 ? [`${now.waiting} waiting`] : []),
    ...(now.inDoubt > 0 ? [`${now.inDoubt} in doubt`] : []),
  ];
  if (parts.length === 0 && now.sent > 0 && !isTerse) parts.push(`${now.sent} sent`);
  if (parts.length === 0 && look === 'starting' && !isTerse) parts.push('starting');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** The others are told by the arrow's look; beside a broken link that its channel has not noticed yet, they would mislead. */
const TOLD_STATES: readonly PictureChannel['state'][] = ['RETRYING', 'STOPPED', 'PAUSED'];

function describe(channel: SceneChannel, now: PictureChannel | undefined, picture: Picture): string {
  const link = picture.brokenLinks.has(linkKey(channel.from, channel.to)) ? ', link broken' : '';
  const counts =
    now === undefined ? '' : `, ${countOf(now.sent, 'message')} sent, ${now.waiting} waiting, ${now.inDoubt} in doubt`;
  return `Channel ${channel.name} from ${channel.from} to ${channel.to}, ${now?.state ?? 'INACTIVE'}${link}${counts}`;
}
