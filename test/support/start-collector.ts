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

/**
 * Starts the demo's server, and waits until it listens.
 * @param data where it keeps its leads; a folder of an earlier run to go on with
 * @param port a free one by default
 */
export async function startCollector(data: string = emptyDataFolder(), port = 0): Promise<RunningCollector> {
  // Node itself and not the `tsx` command, so that a signal reaches the server and no process in front of it.
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
    cwd: repository,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), UNISONO_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const listening = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk;
      const found = /^Inbox\s+http:\/\/localhost:(\d+)\/inbox$/m.exec(printed);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The collector ended with ${code}:\n${printed}`)));
  });
  return {
    origin: await listening,
    data,
    printed: () => printed,
    stop: () => ended(child, 'SIGTERM'),
    kill: async () => void (await ended(child, 'SIGKILL')),
  };
}
