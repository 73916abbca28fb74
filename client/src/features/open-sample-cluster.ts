import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { type Sample, samples } from './samples.ts';

/** MQSC: Open Sample Cluster. Copies it, so that it can be changed: an extension's own folder is read-only, in a browser not even a folder. */
export const openSampleCluster = (context: ExtensionContext): Disposable =>
  commands.registerCommand('mqsc.openSampleCluster', async () => {
    const picked = await window.showQuickPick([...samples], { title: 'Open sample cluster', placeHolder: 'Sample' });
    if (picked === undefined) return;
    const place = await pickPlace(picked);
    if (place === undefined) return;
    const target = Uri.joinPath(place.folder, picked.folder);
    await copySample(Uri.joinPath(context.extensionUri, 'client', 'samples', picked.folder), target, picked.files);
    if (place.isOpen) await window.showTextDocument(Uri.joinPath(target, picked.first));
    else await commands.executeCommand('vscode.openFolder', target);
  });

interface Place {
  readonly folder: Uri;
  /** It is in the workspace already. */
  readonly isOpen: boolean;
}

async function pickPlace(sample: Sample): Promise<Place | undefined> {
  const open = workspace.workspaceFolders?.[0]?.uri;
  const here = { label: 'Into this workspace', description: sample.folder, isHere: true };
  const there = { label: 'Into another folder…', description: 'and open it', isHere: false };
  const choice =
    open === undefined
      ? there
      : await window.showQuickPick([here, there], { title: sample.label, placeHolder: 'Where to copy it' });
  if (choice === undefined) return undefined;
  if (choice.isHere && open !== undefined) return { folder: open, isOpen: true };
  const folders = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: 'Copy the sample here',
    title: `Copy “${sample.label}” into`,
  });
  const folder = folders?.[0];
  return folder === undefined ? undefined : { folder, isOpen: false };
}

/** Never writes over a file that is there: a sample that was changed stays as it is. */
async function copySample(from: Uri, to: Uri, files: readonly string[]): Promise<void> {
  for (const name of files) {
    const target = Uri.joinPath(to, name);
    if (await exists(target)) continue;
    await workspace.fs.writeFile(target, await workspace.fs.readFile(Uri.joinPath(from, name)));
  }
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
