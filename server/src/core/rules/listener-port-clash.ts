import { effective, effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { readCommand } from '#core/model/read-command.ts';
import { perQueueManager } from './parts/per-queue-manager.ts';
import { oncePerPlace } from './parts/places.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const listenerPortClash: Rule = {
  code: 'listener-port-clash',
  group: 'references',
  severity: 'error',
  title: 'Two listeners want the same port.',
  docs: {
    behaviour:
      'A TCP listener takes a port of its host, on all addresses or on the one in IPADDR. The second that asks for it does not start.',
    harm: 'One of the two does not run. Whichever it is depends on who starts first, so channels connect to the wrong queue manager or to none.',
    remedy: 'Give each listener a port of its own.',
    exception:
      'Listeners that are started by hand and never both at once are not reported: only those with CONTROL(QMGR) or CONTROL(STARTONLY), or with a START LISTENER in the files. Those of two queue managers are compared when `mqsc.yaml` says that they run on one host.',
    mqSays: 'AMQ9218 (The TCP/IP listener program could not bind to port number)',
    sources: [
      'IBM MQ Explorer, tests: listeners on one port',
      'IBM MQ, DEFINE LISTENER: PORT, IPADDR, CONTROL',
      'Perl module MQSeries (Morgan Stanley, CPAN), ErrorLog/descriptions.pl: the text of AMQ9218',
    ],
  },
  check: { scope: 'estate', run: (estate) => oncePerPlace(findClashes(estate)) },
};

interface Listening {
  readonly queueManager: QueueManager;
  readonly listener: MqObject;
  readonly port: string;
  readonly address: string;
}

function* findClashes(estate: Estate): Iterable<EstateFinding> {
  const all = [...estate.queueManagers.values()].flatMap(listeningOf);
  const byPlace = Map.groupBy(
    all,
    ({ queueManager, port }) => `${queueManager.host ?? `/${queueManager.name}`} ${port}`,
  );
  for (const listeners of byPlace.values()) {
    for (const [index, here] of listeners.entries()) {
      const other = listeners.slice(0, index).find((one) => isSameAddress(one, here));
      if (!other) continue;
      const { listener, queueManager, port } = here;
      const where =
        other.queueManager === queueManager ? queueManager.name : `${other.queueManager.name}, on the same host,`;
      const written = effective(listener, 'PORT');
      yield {
        at: written?.origin.kind === 'written' ? written.origin.at : listener.nameAt,
        message: `${listener.name} wants port ${port}, which ${other.listener.name} of ${where} has already: one of them does not start.`,
        queueManager: queueManager.name,
        related: [{ at: other.listener.nameAt, message: `${other.listener.name} wants port ${port} as well` }],
      };
    }
  }
}

const listeningOf = perQueueManager((queueManager): readonly Listening[] => {
  const listeners = [...queueManager.objects.all('listener')].filter(({ isDefined }) => isDefined);
  if (listeners.length === 0) return [];
  const started = startedBy(queueManager);
  return listeners.flatMap((listener) => {
    const port = effective(listener, 'PORT');
    const address = effective(listener, 'IPADDR');
    const isRunning = started.has(listener.name) || /^(QMGR|STARTONLY)$/.test(effectiveText(listener, 'CONTROL'));
    const isTcp = effectiveText(listener, 'TRPTYPE') === 'TCP';
    if (!isRunning || !isTcp || !port || port.isOpen || address?.isOpen || isDefaultObject(listener.name)) return [];
    return [{ queueManager, listener, port: port.value, address: address?.value ?? '' }];
  });
});

const startedBy = ({ steps }: QueueManager): ReadonlySet<string> =>
  new Set(
    steps.flatMap(({ ref: { command } }) => {
      const { verbName, objectName } = command.body;
      return verbName === 'START' && objectName === 'LISTENER' ? (readCommand(command.body)?.name?.text ?? []) : [];
    }),
  );

/** A blank address stands for all of them. */
const isSameAddress = (a: Listening, b: Listening): boolean =>
  a.listener !== b.listener &&
  (a.address === '' || b.address === '' || a.address.toLowerCase() === b.address.toLowerCase());
