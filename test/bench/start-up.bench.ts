/*
 * Cold start: from starting the process to the answer to `initialize`, beside a language server that does nothing.
 *
 *   node test/bench/start-up.bench.ts [rounds]
 */
import { bundleServers, startServer } from './server-process.ts';
import { median, milliseconds } from './statistics.ts';

const rounds = Number(process.argv[2] ?? 15);
const servers = await bundleServers();
const names = ['bare', 'mqsc', 'json'] as const;
const times = { bare: [] as number[], mqsc: [] as number[], json: [] as number[] };
for (let round = 0; round < rounds; round++)
  for (const name of names) {
    const server = await startServer(servers[name]);
    times[name].push(server.startUp);
    await server.quit();
  }
servers.dispose();

const reference = median(times.bare);
for (const name of names) {
  const time = median(times[name]);
  console.log(
    `${name.padEnd(6)} ${milliseconds(time).padStart(8)}  ${(time / reference).toFixed(2).padStart(6)} x bare`,
  );
}
