import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { placeText } from '#core/report/place.ts';
import type { Plan } from '#core/scenario/plan.ts';
import type { Terminal } from './command.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** A scenario file with the estate that it runs on. */
export interface OpenedScenario extends Pick<Workspace, 'service' | 'sources'> {
  readonly source: string;
  /** Undefined when it cannot be read; what is wrong was then written to standard error. */
  readonly plan: Plan | undefined;
}

/** Reads a `*.mqsim.yaml` and the estate around it, or below `others`. Its problems go to standard error. */
export function openScenario(scenario: string, others: readonly string[], terminal: Terminal): OpenedScenario {
  const source = resolve(terminal.directory, scenario);
  const { service, sources } = openWorkspace(
    [scenario, ...(others.length > 0 ? others : estateFolders(dirname(source)))],
    terminal,
  );
  const { plan, problems } = service.planOfScenario(source);
  for (const { at, severity, message } of problems) terminal.err(`${placeText(sources, at)} ${severity} ${message}\n`);
  return { service, sources, source, plan };
}

/** The estate of a scenario is around it: the nearest folder upwards with an estate file, otherwise the scenario's own. */
function estateFolders(folder: string): readonly string[] {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'mqsc.yaml'))) return [at];
    if (dirname(at) === at) return [folder];
  }
}
