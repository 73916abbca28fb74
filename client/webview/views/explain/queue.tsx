import { messagesIn } from '#core/sim/message-book.ts';
import { Place } from './decision.tsx';
import { Messages } from './messages.tsx';
import { instancesOfQueue } from './queue-instances.ts';
import type { Selected } from './view.tsx';

/** Attributes that decide where messages of this queue go and how they come out. */
const TELLING = [
  'CLUSTER',
  'CLUSNL',
  'QSGDISP',
  'CFSTRUCT',
  'DEFBIND',
  'PUT',
  'GET',
  'DEFPSIST',
  'DEFPRTY',
  'CLWLUSEQ',
  'CLWLRANK',
  'CLWLPRTY',
  'MSGDLVSQ',
  'SHARE',
  'MAXDEPTH',
  'BOTHRESH',
  'BOQNAME',
  'TARGET',
];

export function QueueDetails({ trace, picture, selection, dispatch, reveal }: Selected<'queue'>) {
  const { queueManager, queue } = selection;
  const instances = instancesOfQueue(trace.plan, queue);
  const own = instances.find((one) => one.queueManager === queueManager)?.object;
  const attributes = TELLING.flatMap((name) => {
    const found = own?.attributes[name];
    return found === undefined || found.value.trim() === '' ? [] : [{ name, ...found }];
  });
  const standing = [...messagesIn(picture.present)].filter(
    ({ place }) => place.kind === 'queue' && place.queue === queue && place.queueManager === queueManager,
  );
  return (
    <>
      <h3>
        <Place at={own?.definedAt} text={queue} reveal={reveal} /> on{' '}
        <button
          type="button"
          class="link"
          onClick={() => dispatch({ type: 'select', selection: { kind: 'queue-manager', queueManager } })}
        >
          {queueManager}
        </button>
      </h3>
      {instances.length > 1 && (
        <>
          <h4>Instances</h4>
          <table>
            <thead>
              <tr>
                <th scope="col">Queue manager</th>
                <th scope="col" class="number">
                  Now
                </th>
                <th scope="col" class="number">
                  Arrived
                </th>
              </tr>
            </thead>
            <tbody>
              {instances.map((one) => {
                const now = picture.queueManagers.get(one.queueManager)?.queues.get(queue);
                return (
                  <tr key={one.queueManager} class={one.queueManager === queueManager ? 'chosen' : ''}>
                    <th scope="row">
                      <button
                        type="button"
                        class="link"
                        onClick={() =>
                          dispatch({
                            type: 'select',
                            selection: { kind: 'queue', queueManager: one.queueManager, queue },
                          })
                        }
                      >
                        {one.queueManager}
                      </button>
                    </th>
                    <td class="number">{now?.depth ?? 0}</td>
                    <td class="number">{now?.arrived ?? 0}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
      <h4>Messages here now</h4>
      <Messages messages={standing} dispatch={dispatch} />
      {attributes.length > 0 && (
        <>
          <h4>Definition</h4>
          <dl class="attributes">
            {attributes.map(({ name, value, at }) => (
              <div key={name}>
                <dt>
                  <Place at={at} text={name} reveal={reveal} />
                </dt>
                <dd>
                  {value}
                  {at === undefined && <span class="tag">default</span>}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
