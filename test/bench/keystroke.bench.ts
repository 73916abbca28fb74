/*
 * From a keystroke to the diagnostics that follow it, and to the answer to a completion request right behind it, over stdio: this server
 * and a JSON server on as many bytes. Each keystroke makes a fault in the middle of the file or mends it.
 *
 *   node test/bench/keystroke.bench.ts [keystrokes]
 */
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dumpText, jsonText } from './mqsc-text.ts';
import { bundleServers, type ServerProcess, startServer } from './server-process.ts';
import { median, milliseconds, quantile } from './statistics.ts';

const keystrokes = Number(process.argv[2] ?? 100);
/** Between an answer and the next keystroke, in ms: somebody types fast. */
const pause = 60;

interface Times {
  readonly diagnostics: readonly number[];
  readonly completion: readonly number[];
  /** From the last keystroke to the diagnostics of a check of all files, in ms; the pause that the server makes included. */
  readonly settled: number | undefined;
}

const servers = await bundleServers();
const bySize: Times[] = [];
for (const lines of [1000, 100_000]) {
  const dump = dumpText(lines);
  const json = jsonText(dump.length);
  console.log(`${lines} lines, ${(dump.length / 1e6).toFixed(2)} MB`);
  const own = await type(await startServer(servers.mqsc), 'mqsc', dump, 'DEFPSIST(YES');
  bySize.push(own);
  report('mqsc', own);
  report('json', await type(await startServer(servers.json), 'json', json, '"SHARE": true'));
}
servers.dispose();
compare(bySize);

async function type(server: ServerProcess, language: string, text: string, fault: string): Promise<Times> {
  const { connection } = server;
  const uri = `file:///bench/a.${language}`;
  const document = TextDocument.create(uri, language, 1, text);
  const start = text.indexOf(fault, text.length / 2) + fault.length;
  const position = document.positionAt(start);
  let arrived: (message: PublishDiagnosticsParams) => void = () => {};
  let checked: () => void = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (message: PublishDiagnosticsParams) => arrived(message));
  connection.onNotification('mqsc/estateChanged', () => checked());
  const nextDiagnostics = () => new Promise<PublishDiagnosticsParams>((resolve) => (arrived = resolve));
  const nextCheck = () => new Promise<void>((resolve) => (checked = resolve));

  let version = 1;
  const press = (): void => {
    version++;
    const end = { line: position.line, character: position.character + 1 };
    const change =
      version % 2 === 0
        ? { range: { start: position, end: position }, text: 'X' }
        : { range: { start: position, end }, text: '' };
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  };

  const isEstate = language === 'mqsc';
  const opened = isEstate ? nextCheck() : nextDiagnostics();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: language, version, text },
  });
  await opened;

  const diagnostics: number[] = [];
  const completion: number[] = [];
  for (let i = 0; i < keystrokes; i++) {
    const published = nextDiagnostics();
    const pressed = performance.now();
    press();
    await published;
    diagnostics.push(performance.now() - pressed);
    const asked = performance.now();
    await connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
    completion.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const last = performance.now();
  const settled = isEstate ? nextCheck() : undefined;
  press();
  await settled;
  const settledAfter = isEstate ? performance.now() - last : undefined;
  await server.quit();
  // The first tenth warms the server up.
  const warm = (times: readonly number[]) => times.slice(times.length / 10);
  return { diagnostics: warm(diagnostics), completion: warm(completion), settled: settledAfter };
}

function report(name: string, { diagnostics, completion, settled }: Times): void {
  const show = (times: readonly number[]) =>
    `median ${milliseconds(median(times)).padStart(8)}, 95 % within ${milliseconds(quantile(times, 0.95)).padStart(8)}`;
  console.log(`  ${name}: diagnostics ${show(diagnostics)}`);
  console.log(`        completion  ${show(completion)}`);
  if (settled !== undefined)
    console.log(`        all files checked again ${milliseconds(settled)} after the last keystroke`);
}

/** What a hundred times the lines cost; the goal is no more than twice the time. */
function compare([small, large]: readonly Times[]): void {
  if (!small || !large) return;
  for (const what of ['diagnostics', 'completion'] as const) {
    const ratio = (share: number) => (quantile(large[what], share) / quantile(small[what], share)).toFixed(2);
    console.log(`100,000 lines beside 1,000, ${what}: median ${ratio(0.5)}, 95 % within ${ratio(0.95)}`);
  }
}
