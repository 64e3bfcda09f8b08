import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The demo's server as a process of its own. */
export interface RunningCollector {
  /** Its origin, without a slash at the end. */
  origin: string;
  data: string;
  /** What it has printed so far. */
  printed(): string;
  /** Ends it the polite way; answers with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
  return child.exitCode;
}

/** An empty folder for a collector's data. */
export const emptyDataFolder = (): string => mkdtempSync(join(tmpdir(), 'unisono-leads-'));

interface Command {
  file: string;
  args: string[];
  options: { cwd: string; env: NodeJS.ProcessEnv };
}

/** What scripts prove themselves with to a collector of the tests. */
export const token = 'token-of-the-tests';

/**
 * What starts the demo's server.
 * @param data where it keeps its leads
 * @param port a free one by default
 * @param env more environment variables
 */
export const collectorCommand = (data: string, port = 0, env: NodeJS.ProcessEnv = {}): Command => ({
  // Node itself and not the `tsx` command, so that a signal reaches the server and no process in front of it.
  file: process.execPath,
  // Among tests it is one file that was made for all of them; a script's own start is as in the README.
  args: process.env.UNISONO_TEST_SERVER
    ? [process.env.UNISONO_TEST_SERVER]
    : ['--import', 'tsx', 'demo/server.ts'],
  options: {
    cwd: repository,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      UNISONO_DATA: data,
      UNISONO_TOKEN: token,
      UNISONO_EXAMPLE: '0',
      // The tests are one sender, and send what a crowd does.
      UNISONO_LIMIT: '1000000',
      // The tests' own PostgreSQL is not the collector's.
      DATABASE_URL: '',
      ...env,
    },
  },
});

/** The same for a program that cannot make a file larger than this: to it, the disk is full. */
const withinFiles = (kilobytes: number, { file, args, options }: Command): Command => ({
  file: 'sh',
  args: [
    '-c',
    // In blocks of 512 bytes. Where the signal is not ignored it ends the program; where it is, the write fails.
    `trap '' XFSZ; ulimit -f ${kilobytes * 2}; exec "$@"`,
    'sh',
    file,
    ...args,
  ],
  options,
});

/**
 * Starts the demo's server, and waits until it listens.
 * @param data where it keeps its leads; a folder of an earlier run to go on with
 * @param port a free one by default
 * @param fileLimit how many kilobytes it may write into one file
 * @param env more environment variables
 */
export async function startCollector(
  data: string = emptyDataFolder(),
  port = 0,
  fileLimit = Number.POSITIVE_INFINITY,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningCollector> {
  const unlimited = collectorCommand(data, port, env);
  const { file, args, options } = Number.isFinite(fileLimit) ? withinFiles(fileLimit, unlimited) : unlimited;
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const listening = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk;
      const found = /^The collector\s+http:\/\/localhost:(\d+)\/$/m.exec(printed);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    // Not at its exit: what it has printed may still be on its way then.
    child.once('close', (code) => reject(new Error(`The collector ended with ${code}:\n${printed}`)));
  });
  return {
    origin: await listening,
    data,
    printed: () => printed,
    stop: () => ended(child, 'SIGTERM'),
    kill: async () => void (await ended(child, 'SIGKILL')),
  };
}
