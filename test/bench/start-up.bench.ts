/*
 * Cold start: from starting the process to the answer to `initialize`, beside a language server that does nothing; and to the first
 * answer about a text, for which the server loads what it works with.
 *
 *   node test/bench/start-up.bench.ts [rounds]
 */
import { bundleServers, type ServerProcess, startServer } from './server-process.ts';
import { median, milliseconds } from './statistics.ts';

const rounds = Number(process.argv[2] ?? 15);
const servers = await bundleServers();
const runs = [
  { name: 'bare', file: servers.bare, cache: 'none' },
  { name: 'mqsc, first start', file: servers.mqsc, cache: 'none' },
  { name: 'mqsc, later starts', file: servers.mqsc, cache: 'kept' },
  { name: 'json', file: servers.json, cache: 'none' },
] as const;
const hello = new Map<string, number[]>(runs.map(({ name }) => [name, []]));
const answer = new Map<string, number[]>(runs.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const { name, file, cache } of runs) {
    const server = await startServer(file, cache);
    hello.get(name)?.push(server.startUp);
    answer.get(name)?.push(await firstAnswer(server));
    await server.quit();
  }
servers.dispose();

const reference = median(hello.get('bare') ?? []);
for (const { name } of runs) {
  const time = median(hello.get(name) ?? []);
  const beside = `${(time / reference).toFixed(2).padStart(6)} x bare`;
  const first = milliseconds(median(answer.get(name) ?? []));
  console.log(`${name.padEnd(20)} ${milliseconds(time).padStart(8)}  ${beside}  first answer ${first.padStart(8)}`);
}

/** A server that knows no such request refuses it, which is an answer as well. */
async function firstAnswer({ connection, started }: ServerProcess): Promise<number> {
  const textDocument = { uri: 'untitled:a.mqsc', languageId: 'mqsc', version: 1, text: 'DEFINE QLOCAL(A)\n' };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await connection.sendRequest('textDocument/documentSymbol', { textDocument }).catch(() => undefined);
  return performance.now() - started;
}
