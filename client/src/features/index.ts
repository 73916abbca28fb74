import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { createComparePanel } from '../panel/compare-panel.ts';
import { hearEstateChanges } from '../panel/estate-changes.ts';
import { createPanels } from '../panel/panel.ts';
import { assignFile } from './assign-file.ts';
import { compareClones } from './compare-clones.ts';
import { estateView } from './estate-view.ts';
import { explainRoute } from './explain-route.ts';
import { openSampleCluster } from './open-sample-cluster.ts';
import { playFindingForward } from './play-finding-forward.ts';
import { renameInstance } from './rename-instance.ts';
import { runFailureCampaign } from './run-failure-campaign.ts';
import { runScenario } from './run-scenario.ts';
import { showEffectiveDefinitions } from './show-effective-definitions.ts';
import { showOwner } from './show-owner.ts';
import { showPlaces } from './show-places.ts';
import { simulateCluster } from './simulate-cluster.ts';
import { writeEstateFile } from './write-estate-file.ts';

/** Every command and view of the extension; each feature registers itself. */
export function registerFeatures(context: ExtensionContext, client: BaseLanguageClient): void {
  const changes = hearEstateChanges(client);
  const panels = createPanels(context, client, changes);
  context.subscriptions.push(
    changes,
    simulateCluster(panels),
    runScenario(panels, client),
    runFailureCampaign(panels, client),
    playFindingForward(panels, client),
    explainRoute(panels, client),
    compareClones(createComparePanel(context, client, changes), client),
    renameInstance(client),
    assignFile(client),
    showPlaces(client),
    openSampleCluster(context),
    writeEstateFile(client, changes),
    estateView(client, changes),
    showOwner(client, changes),
    showEffectiveDefinitions(client, changes),
  );
}
