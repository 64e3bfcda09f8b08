import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { spread } from '../form/spread.ts';
import { markdownTable } from '../roi/markdown-table.ts';
import { type Measured, ours, startAll, yardstick } from './servers.ts';

/**
 * How many leads a second a receiver has on the disk when it answers, and how long the slowest of a hundred waits.
 * All in one run, in rounds that take turns, so that a machine that is slower for a while is so for all of them.
 */
const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    senders: { type: 'string', default: '1,16,64,256' },
  },
});
const senderCounts = values.senders.split(',').map(Number);

interface Sent {
  leadsPerSecond: number;
  p99: number;
  refused: number;
  ownShare: number;
}

async function send({ name, address }: Measured, senders: number, seconds: string): Promise<Sent> {
  const script = fileURLToPath(new URL('send.ts', import.meta.url));
  const args = ['--import', 'tsx', script, address, String(senders), seconds];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const sent = JSON.parse(stdout) as Sent;
  if (sent.refused > 0) throw new Error(`${name} refused ${sent.refused} leads.`);
  return sent;
}

const servers = await startAll(values.against);
const sent = new Map<string, Sent[]>();
const of = ({ name }: Measured, senders: number) => `${name} ${senders}`;
try {
  for (const server of servers) await send(server, 16, '1');
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const senders of senderCounts) {
      // No server always comes after the same one.
      const turn = servers.map((_, at) => servers[(at + round) % servers.length]!);
      for (const server of turn) {
        const key = of(server, senders);
        sent.set(key, [...(sent.get(key) ?? []), await send(server, senders, values.seconds)]);
      }
    }
  }
} finally {
  for (const server of servers) await server.stop();
}

const middle = (server: Measured, senders: number, what: keyof Sent): number =>
  spread(sent.get(of(server, senders))!.map((one) => one[what])).median;

console.log(`Leads a second on the disk, and p99 in ms: the middle of ${values.rounds} rounds.\n`);
console.log(
  markdownTable(
    ['receiver', ...senderCounts.map((count) => `${count} sender${count === 1 ? '' : 's'}`)],
    servers.map((server) => [
      server.name,
      ...senderCounts.map((count) => {
        const [rate, p99] = [middle(server, count, 'leadsPerSecond'), middle(server, count, 'p99')];
        return `${Math.round(rate)} (${p99.toFixed(1)})`;
      }),
    ]),
  ),
);

const own = servers.find(({ name }) => name === ours);
const bare = servers.find(({ name }) => name === yardstick);
if (own && bare) {
  const ratios = senderCounts.map((count) => {
    const rates = [own, bare].map((one) => middle(one, count, 'leadsPerSecond')) as [number, number];
    return `${(rates[0] / rates[1]).toFixed(2)} at ${count}`;
  });
  console.log(`\nOurs on libSQL to the bare one that groups its fsyncs: ${ratios.join(', ')}.`);
}
const shares = servers.map((one) => Math.round(100 * middle(one, senderCounts.at(-1)!, 'ownShare')));
console.log(`The senders themselves took ${Math.min(...shares)} to ${Math.max(...shares)} % of a core.`);
