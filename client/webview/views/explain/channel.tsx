import { messagesIn } from '#core/sim/message-book.ts';
import { channelKey } from '#core/sim/picture-types.ts';
import { linkKey } from '../../faults.ts';
import { Place } from './decision.tsx';
import { Messages } from './messages.tsx';
import type { Selected } from './view.tsx';

const TELLING = [
  'CLUSTER',
  'CONNAME',
  'CLWLRANK',
  'CLWLPRTY',
  'CLWLWGHT',
  'NETPRTY',
  'BATCHSZ',
  'NPMSPEED',
  'SHORTRTY',
  'SHORTTMR',
  'MRRTY',
  'DISCINT',
];

export function ChannelDetails({ trace, picture, selection, dispatch, reveal }: Selected<'channel'>) {
  const { channel, from, to } = selection;
  const now = picture.channels.get(channelKey(from, channel));
  const receiver = trace.plan.queueManagers
    .find((one) => one.name === to)
    ?.channels.find((one) => one.name === channel);
  const messages = [...messagesIn(picture.present)].filter(
    ({ place }) =>
      (place.kind === 'queue' &&
        place.role === 'transmission' &&
        place.channel === channel &&
        place.queueManager === from) ||
      (place.kind === 'wire' && place.channel === channel && place.from === from),
  );
  return (
    <>
      <h3>
        Channel <Place at={receiver?.definedAt} text={channel} reveal={reveal} />{' '}
        <span class={`pill ${(now?.state ?? 'INACTIVE').toLowerCase()}`}>{now?.state ?? 'INACTIVE'}</span>
        {picture.brokenLinks.has(linkKey(from, to)) && <span class="pill down">link broken</span>}
      </h3>
      <p class="facts">
        From {from} to {to}
      </p>
      <dl class="figures">
        {[
          ['sent', now?.sent ?? 0],
          ['waiting', now?.waiting ?? 0],
          ['in doubt', now?.inDoubt ?? 0],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>Messages that wait for it or are on it now</h4>
      <Messages messages={messages} dispatch={dispatch} />
      {receiver !== undefined && (
        <>
          <h4>As {to} defines it</h4>
          <dl class="attributes">
            {TELLING.flatMap((name) => {
              const found = receiver.attributes[name];
              return found === undefined || found.value.trim() === ''
                ? []
                : [
                    <div key={name}>
                      <dt>
                        <Place at={found.at} text={name} reveal={reveal} />
                      </dt>
                      <dd>
                        {found.value}
                        {found.at === undefined && <span class="tag">default</span>}
                      </dd>
                    </div>,
                  ];
            })}
          </dl>
        </>
      )}
    </>
  );
}
