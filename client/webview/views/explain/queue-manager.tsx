import type { PictureGroup, PictureQueueManager } from '#core/sim/picture-types.ts';
import { countOf } from '../../format.ts';
import { Place } from './decision.tsx';
import { queuesOf } from './queue-instances.ts';
import type { Selected } from './view.tsx';

/** What the pill says, and its look. */
function stateOf(now: PictureQueueManager | undefined): readonly [string, string] {
  if ((now?.group?.failedStructures.length ?? 0) > 0) return ['down', 'structure failed'];
  return [now?.state ?? 'running', now?.state ?? 'running'];
}

export function QueueManagerDetails({ trace, picture, selection, dispatch, reveal }: Selected<'queue-manager'>) {
  const { queueManager } = selection;
  const now = picture.queueManagers.get(queueManager);
  const [state, words] = stateOf(now);
  const planned = trace.plan.queueManagers.find((one) => one.name === queueManager);
  const places = new Map(queuesOf(trace.plan, queueManager).map((queue) => [queue.name, queue.definedAt]));
  const channels = [...picture.channels.values()]
    .filter((one) => one.from === queueManager || one.to === queueManager)
    .sort((one, other) => other.sent + other.waiting - one.sent - one.waiting);
  const queues = [...(now?.queues ?? [])].filter(([name, { arrived }]) => !name.startsWith('SYSTEM.') || arrived > 0);
  return (
    <>
      <h3>
        {now?.group === undefined ? 'Queue manager' : 'Queue-sharing group'} {queueManager}{' '}
        <span class={`pill ${state}`}>{words}</span>
      </h3>
      <p class="facts">
        {now?.group !== undefined
          ? groupWords(now.group)
          : planned === undefined || planned.clusterMemberships.length === 0
            ? 'In no cluster'
            : planned.clusterMemberships
                .map((one) => `${one.isFullRepository ? 'Full repository' : 'Member'} of ${one.cluster}`)
                .join(' · ')}
      </p>
      <h4>Queues</h4>
      {queues.length === 0 ? (
        <p class="quiet">None.</p>
      ) : (
        <div class="table-room">
          <table>
            <thead>
              <tr>
                <th scope="col">Queue</th>
                <th scope="col" class="number">
                  Now
                </th>
                <th scope="col" class="number">
                  Arrived
                </th>
                <th scope="col">MQSC</th>
              </tr>
            </thead>
            <tbody>
              {queues.map(([name, { depth, arrived, role }]) => (
                <tr key={name}>
                  <th scope="row">
                    <button
                      type="button"
                      class="link"
                      onClick={() =>
                        dispatch({ type: 'select', selection: { kind: 'queue', queueManager, queue: name } })
                      }
                    >
                      {name}
                    </button>
                    {role !== 'target' && <span class="tag">{role}</span>}
                  </th>
                  <td class="number">{depth}</td>
                  <td class="number">{arrived}</td>
                  <td>
                    {places.get(name) === undefined ? '' : <Place at={places.get(name)} text="show" reveal={reveal} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h4>Channels</h4>
      <ul class="plain-list">
        {channels.map((channel) => (
          <li key={`${channel.from} ${channel.name}`}>
            <button
              type="button"
              class="link"
              onClick={() =>
                dispatch({
                  type: 'select',
                  selection: { kind: 'channel', channel: channel.name, from: channel.from, to: channel.to },
                })
              }
            >
              {channel.from} → {channel.to}
            </button>{' '}
            <span class="sub inline">
              {channel.state.toLowerCase()}
              {channel.waiting > 0 ? `, ${countOf(channel.waiting, 'message')} waiting` : ''}
              {channel.inDoubt > 0 ? `, ${channel.inDoubt} in doubt` : ''}
            </span>
          </li>
        ))}
        {channels.length === 0 && <li class="quiet">None in this run.</li>}
      </ul>
    </>
  );
}

const groupWords = ({ members, structures, failedStructures }: PictureGroup): string =>
  [
    `Shared by ${members.join(', ')}`,
    ...structures.map((each) => `structure ${each}${failedStructures.includes(each) ? ' has failed' : ''}`),
  ].join(' · ');
