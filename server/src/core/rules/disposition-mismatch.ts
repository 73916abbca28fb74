import { dispositionMeant, isFoundAs } from '#core/model/dispositions.ts';
import { effectiveText } from '#core/model/effective.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import { type Parameter, spanIn } from '#core/syntax/tree.ts';
import { contestedSteps, keyOf, nameInStep, type ScriptStep } from './parts/script-order.ts';
import type { EstateFinding, Fix, Rule } from './rule.ts';

export const dispositionMismatch: Rule = {
  code: 'disposition-mismatch',
  group: 'script order',
  severity: 'error',
  title: 'A command looks for an object with another disposition than the one that is there.',
  docs: {
    behaviour:
      'ALTER and DELETE work on the object whose disposition they name with `QSGDISP`. Without it they mean a private one (`QSGDISP(QMGR)` is the default): a shared queue, a definition of the group, and a copy of it are not affected. DEFINE with REPLACE replaces an object of its own disposition only, and leaves others of the name as they are.',
    harm: 'ALTER and DELETE find nothing and fail. DEFINE makes a second object: a queue that is shared and private at once cannot be opened there. The shared queue, or the definition of the group, stays as it was.',
    remedy:
      'Name the disposition: `QSGDISP(SHARED)` for a shared queue, `QSGDISP(GROUP)` for the definition of the group, which all members copy, `QSGDISP(COPY)` for the copy of this queue manager alone.',
    exception:
      'The queue manager also has a private queue with the name of the shared one, which no file here defines: say `QSGDISP(QMGR)`, as IBM does to take such a queue away. A DELETE, which may be meant for one, is therefore a warning, and told only where the same queue manager defines the other object.',
    mqSays:
      'CSQM125I (QLOCAL … QSGDISP(QMGR) was not found) for ALTER and DELETE, 2343 (MQRC_OBJECT_NOT_UNIQUE) for opening a queue that is shared and private',
    sources: [
      'IBM MQ 9.3, Examples of commands and their replies (CSQM125I for DELETE QLOCAL): https://ibm.com/support/knowledgecenter/SSFKSJ_9.3.0/administer/q022350_.html',
      'IBM MQ 9.2, DEFINE queues (a shared queue beside a private one, 2343): https://www.ibm.com/docs/en/ibm-mq/9.2?topic=reference-define-queues',
      'That REPLACE leaves objects of another disposition alone: MQSC Command Reference (SC33-1369-13), DEFINE STGCLASS; taken to hold for the others',
      'IBM MQ 9.1, DEFINE queues: a shared queue beside a private one, and DELETE with QSGDISP(QMGR): https://www.ibm.com/support/knowledgecenter/ja/SSFKSJ_9.1.0/com.ibm.mq.ref.adm.doc/q085690_.htm',
      'IBM MQ, ALTER queues and DELETE queues, QSGDISP: "Any object residing in the shared repository, or any local copy of such an object, is not affected by this command. This is the default value."; read in the MQSC Command Reference (SC33-1369-13) and the V6 pages',
    ],
  },
  check: { scope: 'queue-manager', run: findMismatches },
};

function* findMismatches(queueManager: QueueManager): Iterable<EstateFinding> {
  const steps = contestedSteps(queueManager);
  const beside = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const other = leftAlone(step);
    if (other) {
      beside.add(keyOf(step));
      const isUndone = steps.some(
        (one, at) => at > index && one.reading.verb === 'DELETE' && keyOf(one) === keyOf(step),
      );
      if (!isUndone) yield* secondObject(step, other, queueManager.name);
    }
    const object = missedBy(step, queueManager);
    // The other of two objects of one name can be meant.
    if (!object || beside.has(keyOf(step))) continue;
    const { reading, name } = step;
    const held = effectiveText(object, 'QSGDISP');
    const said = reading.settings.get('QSGDISP')?.value;
    // A private queue of that name can be there as well, to be moved and deleted.
    if (said === 'QMGR' && held === 'SHARED') continue;
    yield {
      at: nameInStep(step),
      message: `${reading.verb} ${reading.type} ${said === undefined ? 'without QSGDISP looks for a private' : `with QSGDISP(${said}) looks for another`} ${name} and does not find it: ${name} is ${nouns[held] ?? held}.`,
      severity: reading.verb === 'DELETE' ? 'warning' : 'error',
      queueManager: queueManager.name,
      related: [{ at: object.nameAt, message: `It is defined here` }],
      fixes: fixesFor(step, held),
    };
  }
}

/** The object of another disposition beside which a DEFINE makes one. */
const leftAlone = ({ effect, before, reading, ref }: ScriptStep): MqObject | undefined =>
  effect.kind === 'defined' &&
  before?.isDefined &&
  !ref.command.body.parameters.some(isScope) &&
  reading.type !== 'QMODEL'
    ? before
    : undefined;

const isScope = ({ keyword }: Parameter): boolean => keyword === 'CMDSCOPE';

/** Where the one is not of a queue that is shared and private, only REPLACE shows that it was taken for the other. */
function* secondObject(step: ScriptStep, other: MqObject, queueManager: string): Iterable<EstateFinding> {
  const { reading, name } = step;
  const held = effectiveText(other, 'QSGDISP') || 'QMGR';
  const said = reading.settings.get('QSGDISP')?.value;
  const isUnusable = [held, said ?? 'QMGR'].every((one) => one === 'SHARED' || one === 'QMGR');
  if (!isUnusable && !reading.replaces) return;
  yield {
    at: nameInStep(step),
    message: `${reading.verb} ${reading.type} ${said === undefined ? 'without QSGDISP makes a private' : `with QSGDISP(${said}) makes another`} ${name}, and leaves the ${name} that is there as it is: that is ${nouns[held] ?? held}.${isUnusable ? ' Opening the name then fails with 2343 (MQRC_OBJECT_NOT_UNIQUE).' : ''}`,
    severity: isUnusable ? 'error' : 'warning',
    queueManager,
    related: [{ at: other.nameAt, message: 'It is defined here' }],
    fixes: said === undefined ? fixesFor(step, held) : [],
  };
}

/** The object of that name that the command does not find, although no other is known. */
function missedBy(step: ScriptStep, queueManager: QueueManager): MqObject | undefined {
  const { effect, reading, space, name } = step;
  if (effect.kind === 'refused') return effect.reason === 'other-disposition' ? effect.object : undefined;
  if (effect.kind !== 'altered' || effect.object.isDefined || reading.type === 'CFSTRUCT') return undefined;
  // Of another member of the queue-sharing group.
  const object = queueManager.objects.get(space, name);
  if (object?.sharedFrom === undefined || object.type !== reading.type) return undefined;
  return isFoundAs(dispositionMeant(reading), effectiveText(object, 'QSGDISP')) ? undefined : object;
}

const nouns: Readonly<Record<string, string>> = {
  SHARED: 'a shared queue',
  GROUP: 'a definition of the queue-sharing group',
  COPY: "a copy of the queue-sharing group's definition",
  QMGR: 'private',
};

/** Of a GROUP definition either the one in the shared repository or the copy can be meant. */
function fixesFor({ reading, ref: { source, command } }: ScriptStep, held: string): readonly Fix[] {
  const said = reading.settings.get('QSGDISP')?.parameter;
  const meant = held === 'SHARED' || held === 'QMGR' ? [held] : ['GROUP', 'COPY'];
  return meant.flatMap((disposition) => {
    const text = `QSGDISP(${disposition})`;
    const change = said ? { span: spanIn(command, said.span), newText: text } : addParameters(command, [text]);
    return change ? [{ title: `Say ${text}`, edits: [{ source, ...change }] }] : [];
  });
}
