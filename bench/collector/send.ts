import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { payloads } from './payload.ts';

/**
 * Sends leads for a while, and prints what came of it. A process of its own, on bare sockets: what it costs itself is
 * taken from the two sides' shares of the machine, and a client of Node's would cost as much as the server.
 */
const [address, senders, seconds] = process.argv.slice(2);
const { hostname, port, pathname } = new URL(address!);
const payload = payloads();

/** Milliseconds from the first byte sent to the last received, of each lead that was answered 2xx. */
const latencies: number[] = [];
let refused = 0;
let isOver = false;

const request = (): string => {
  const body = payload();
  return `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** Whether an answer is complete: by its length, or by the end of its pieces. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer.slice(0, head))?.[1];
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length - head - 4 >= Number(length);
}

/** One sender: a lead after the other, each after the answer to the one before. */
function sender(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');
    let answer = '';
    let started = 0;
    const next = (): void => {
      if (isOver) return void socket.end();
      answer = '';
      started = performance.now();
      socket.write(request());
    };
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('close', () => (isOver ? resolve() : reject(new Error('The receiver hung up.'))));
    socket.setTimeout(30_000, () => socket.destroy(new Error('The receiver does not answer.')));
    socket.on('data', (chunk) => {
      answer += chunk;
      if (!isWhole(answer)) return;
      if (/^HTTP\/1\.1 2/.test(answer)) latencies.push(performance.now() - started);
      else refused += 1;
      next();
    });
  });
}

const began = performance.now();
const all = Array.from({ length: Number(senders) }, sender);
await sleep(Number(seconds) * 1_000);
isOver = true;
await Promise.all(all);
const took = (performance.now() - began) / 1_000;
const { user, system } = process.cpuUsage();
latencies.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    leadsPerSecond: latencies.length / took,
    p99: latencies[Math.ceil(latencies.length * 0.99) - 1] ?? null,
    refused,
    /** Of one core. */
    ownShare: (user + system) / 1e6 / took,
  }),
);
