import { commands, type Disposable, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Panels } from '../panel/panel.ts';
import { isScenario } from './run-scenario.ts';

/** MQSC: Run Failure Campaign. Of the scenario it is called on or that is in the editor, else of the whole estate. */
export const runFailureCampaign = (panels: Panels, client: BaseLanguageClient): Disposable =>
  commands.registerCommand('mqsc.runFailureCampaign', (target?: unknown) => {
    const uri = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
    return panels.campaign(
      uri !== undefined && isScenario(uri)
        ? { of: 'scenario', uri: client.code2ProtocolConverter.asUri(uri) }
        : { of: 'estate' },
    );
  });
