import { type ExtensionContext, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FromPanel, PlanRequest, Requests, ToPanel } from '#protocol/messages.ts';
import { answerPanel } from './answers.ts';
import type { EstateChanges } from './estate-changes.ts';
import { loadPage, pageOptions } from './load-page.ts';
import { ask } from './requests.ts';

/** The simulation's panels in this window: one for the run, one for a route that was asked for. */
export interface Panels {
  /** Makes the plan and shows it; what is wrong with it is shown in its place. */
  run(request: PlanRequest): Promise<void>;
  /** The same, and runs the failure campaign of it. */
  campaign(request: PlanRequest): Promise<void>;
  explain(question: Requests['mqsc/explain']['params']): Promise<void>;
}

/** The type under which the editor revives a panel after a reload of the window. */
const VIEW_TYPE = 'mqsc.simulation';
const EXPLAIN_TYPE = 'mqsc.route';
/** Typing changes the estate with every key; the plan follows when the keys rest. */
const REST_MS = 400;

interface RunPanel {
  readonly panel: WebviewPanel;
  readonly send: (message: ToPanel) => void;
  request: PlanRequest | undefined;
  /** Whether it has a plan: the first that comes is shown, later ones are offered. */
  hasPlan: boolean;
}

interface RoutePanel extends Pick<RunPanel, 'panel' | 'send'> {
  shown: Extract<ToPanel, { type: 'explain' }> | undefined;
}

export function createPanels(context: ExtensionContext, client: BaseLanguageClient, changes: EstateChanges): Panels {
  let current: RunPanel | undefined;
  let route: RoutePanel | undefined;

  const adopt = (panel: WebviewPanel): RunPanel => {
    const send = connect(panel, context, client, () => adopted.request && show(adopted, adopted.request));
    const adopted: RunPanel = { panel, send, request: undefined, hasPlan: false };
    panel.onDidDispose(() => {
      if (current === adopted) current = undefined;
    });
    current = adopted;
    return adopted;
  };

  const show = async (shown: RunPanel, request: PlanRequest): Promise<void> => {
    shown.request = request;
    shown.hasPlan = false;
    await changes.settled;
    const { plan, problems, findings = [] } = await ask(client, 'mqsc/plan', request);
    if (shown.request !== request) return;
    if (plan !== null) {
      shown.hasPlan = true;
      shown.panel.title = `Simulation: ${plan.name}`;
      shown.send({ type: 'show', plan, request, title: plan.name, findings });
    }
    if (plan === null || problems.length > 0) shown.send({ type: 'problems', problems });
  };

  const follow = async (): Promise<void> => {
    const shown = current;
    if (shown?.request === undefined) return;
    if (!shown.hasPlan) return show(shown, shown.request);
    const { plan } = await ask(client, 'mqsc/plan', shown.request);
    if (plan !== null && shown === current) shown.send({ type: 'changed', plan });
  };

  let rest: ReturnType<typeof setTimeout> | undefined;
  context.subscriptions.push(
    changes.listen((what) => {
      if (what === 'rules') return;
      clearTimeout(rest);
      rest = setTimeout(() => void follow(), REST_MS);
    }),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: { request?: PlanRequest } | undefined) => {
        const revived = adopt(panel);
        await show(revived, state?.request ?? { of: 'estate' });
      },
    }),
  );

  const run = async (request: PlanRequest): Promise<RunPanel> => {
    const shown = current ?? adopt(makePanel(VIEW_TYPE, 'Simulation', context, route?.panel));
    shown.panel.reveal(undefined, false);
    await show(shown, request);
    return shown;
  };

  return {
    run: async (request) => {
      await run(request);
    },
    campaign: async (request) => {
      const shown = await run(request);
      if (shown.hasPlan && shown.request === request) shown.send({ type: 'runCampaign' });
    },
    explain: async (question) => {
      await changes.settled;
      const { decision, problem } = await ask(client, 'mqsc/explain', question);
      if (decision === null) {
        void window.showInformationMessage(problem ?? `No route to ${question.queue} from ${question.from} was found.`);
        return;
      }
      if (route === undefined) {
        const panel = makePanel(EXPLAIN_TYPE, 'Route', context, current?.panel);
        const send = connect(panel, context, client, () => route?.shown && route.send(route.shown));
        route = { panel, send, shown: undefined };
        panel.onDidDispose(() => {
          route = undefined;
        });
      }
      route.panel.title = `Route: ${question.from} → ${question.queue}`;
      route.panel.reveal(undefined, false);
      route.shown = { type: 'explain', decision, question };
      route.send(route.shown);
    },
  };
}

/** Beside the text, on top of the `other` panel when that is there already: three columns are too narrow to read. */
const makePanel = (
  type: string,
  title: string,
  context: ExtensionContext,
  other: WebviewPanel | undefined,
): WebviewPanel =>
  window.createWebviewPanel(type, title, other?.viewColumn ?? ViewColumn.Beside, {
    ...pageOptions(context),
    retainContextWhenHidden: true,
  });

const connect = (
  panel: WebviewPanel,
  context: ExtensionContext,
  client: BaseLanguageClient,
  again: (send: (message: ToPanel) => void) => unknown,
): ((message: ToPanel) => void) =>
  loadPage<ToPanel, FromPanel>(panel, context, bundles, {
    take: (message) => answerPanel(message, context, client),
    again,
  });

const bundles = { title: 'MQSC simulation', style: 'panel.css', script: 'main.js', worker: 'worker.js' };
