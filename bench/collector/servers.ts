import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/support/free-port.ts';
import { startPostgres } from '../../test/support/postgres-server.ts';
import { nodeRed, writeFlow } from './node-red.ts';

/** A receiver that is measured. */
export interface Measured {
  name: string;
  /** Where leads are posted. */
  address: string;
  stop(): Promise<void>;
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const repository = file('../..');

interface Start {
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Found in what it prints once it listens; its group is the port, if it tells one. */
  sign: RegExp;
}

/** Starts a receiver, and waits until it listens. */
async function start({ args, cwd = repository, env = {}, sign }: Start): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const port = new Promise<string>((resolve, reject) => {
    let isUp = false;
    const hear = (chunk: Buffer): void => {
      // A log line a request is read away, as whatever keeps a log would.
      if (isUp) return;
      said += chunk;
      const found = sign.exec(said);
      isUp = found !== null;
      if (found) resolve(found[1] ?? '');
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('close', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)));
  });
  return [child, await port];
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'unisono-bench-'));

async function collector(name: string, home: string, databaseUrl = ''): Promise<Measured> {
  const data = newFolder();
  const own = existsSync(join(home, 'collector/bin.ts'));
  const [child, port] = await start({
    args: ['--import', 'tsx', own ? 'collector/bin.ts' : 'demo/server.ts'],
    cwd: home,
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      UNISONO_DATA: data,
      UNISONO_LIMIT: '1000000',
      DATABASE_URL: databaseUrl,
    },
    sign: /http:\/\/localhost:(\d+)/,
  });
  return { name, address: `http://127.0.0.1:${port}/api/leads`, stop: () => end(child, data) };
}

async function onPostgres(): Promise<Measured> {
  const postgres = await startPostgres();
  const measured = await collector(`Unisono on ${postgres.name}`, repository, postgres.url);
  return {
    ...measured,
    async stop() {
      await measured.stop();
      await postgres.stop();
    },
  };
}

async function bare(name: string, kind: 'each' | 'grouped'): Promise<Measured> {
  const data = newFolder();
  const [child, port] = await start({
    args: ['--import', 'tsx', file('bare-server.ts'), kind, join(data, 'leads.jsonl')],
    sign: /listening on (\d+)/,
  });
  return { name, address: `http://127.0.0.1:${port}/`, stop: () => end(child, data) };
}

async function red(): Promise<Measured | null> {
  const entry = nodeRed();
  if (!entry) return null;
  const folder = newFolder();
  const port = await freePort();
  const { settings } = writeFlow(folder, port);
  const [child] = await start({
    args: [entry, '--userDir', folder, '--settings', settings],
    sign: /Started flows/,
  });
  return {
    name: 'Node-RED 4, http-in to file (no fsync)',
    address: `http://127.0.0.1:${port}/leads`,
    stop: () => end(child, folder),
  };
}

/** The one that ours is held against: it waits for the disk as we do, and does nothing else. */
export const yardstick = 'bare, fsync of each group';
export const ours = 'Unisono on libSQL';

/**
 * Starts all that is measured.
 * @param against the checkout of another commit
 */
export async function startAll(against: string | undefined): Promise<Measured[]> {
  const started = [
    await collector(ours, repository),
    await onPostgres(),
    ...(against ? [await collector('the commit before', against)] : []),
    await bare('bare, fsync of each body', 'each'),
    await bare(yardstick, 'grouped'),
    await red(),
  ];
  return started.filter((one) => one !== null);
}
