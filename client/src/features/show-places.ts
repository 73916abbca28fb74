import { commands, type Disposable, Location, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** From the lens above a cluster queue: peeks at the definitions of all its instances. */
export const showPlaces = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand(
    'mqsc.showPlaces',
    (uri: string, position: Range['start'], places: readonly { readonly uri: string; readonly range: Range }[]) => {
      const { asPosition, asRange } = client.protocol2CodeConverter;
      const locations = places.map((place) => new Location(Uri.parse(place.uri), asRange(place.range)));
      return commands.executeCommand('editor.action.showReferences', Uri.parse(uri), asPosition(position), locations);
    },
  );
