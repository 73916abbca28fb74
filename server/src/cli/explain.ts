import { decisionJson } from '#core/report/decision-json.ts';
import { placeText } from '#core/report/place.ts';
import { explainLines } from '#core/service.ts';
import { parseArguments } from './arguments.ts';
import { type CliCommand, exitCodes, Misuse } from './command.ts';
import { openWorkspace } from './workspace.ts';

export const explain: CliCommand = {
  name: 'explain',
  summary: 'each step of the workload decision for one put',
  usage: `mqsc explain --from QM --queue Q [--bind B] [--object-queue-manager QM] [PATH…]

Says where a message put at queue manager QM to queue Q goes, and why: every candidate, every step of the cluster workload
algorithm, what it dropped, and the attribute that made it so, with its place.
  --bind B  as-q-def (default), on-open, not-fixed, on-group
  --format F  text (default) or json
Exit: 1 when nothing is left.`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, {
      from: 'text',
      queue: 'text',
      bind: ['as-q-def', 'on-open', 'not-fixed', 'on-group'],
      'object-queue-manager': 'text',
      format: ['text', 'json'],
    });
    const from = options.text('from');
    const queue = options.text('queue');
    if (!from || !queue) throw new Misuse('mqsc explain needs --from QM and --queue Q');
    const objectQueueManager = options.text('object-queue-manager');
    const { service, sources } = openWorkspace(options.paths, terminal);
    const { decision, problem } = service.explain({
      from,
      queue,
      bind: (options.text('bind') as 'as-q-def' | undefined) ?? 'as-q-def',
      ...(objectQueueManager !== undefined && { objectQueueManager }),
    });
    if (!decision) {
      terminal.err(`${problem ?? 'no decision was made'}\n`);
      return exitCodes.found;
    }
    terminal.out(
      options.text('format') === 'json'
        ? `${JSON.stringify(decisionJson(decision, sources), undefined, 2)}\n`
        : `${explainLines(decision, (at) => placeText(sources, at)).join('\n')}\n`,
    );
    return decision.chosen === undefined ? exitCodes.found : exitCodes.fine;
  },
};
