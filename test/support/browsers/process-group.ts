import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** A process with all that it starts. */
export interface ProcessGroup {
  child: ChildProcess;
  /** What it has written to its error output so far. */
  said(): string;
  /** Resolves when its first process is gone. */
  ended: Promise<void>;
  kill(): Promise<void>;
}

export function startGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  );
  // Nobody's browser outlives the tests.
  const onExit = () => signal(child);
  process.once('exit', onExit);
  void ended.then(() => process.off('exit', onExit));
  return {
    child,
    said: () => said,
    ended,
    async kill() {
      signal(child);
      await ended;
    },
  };
}

function signal({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has gone already.
  }
}

/** What `look` finds, once it finds it. */
export async function found<T>(
  what: string,
  look: () => T | null | undefined | Promise<T | null | undefined>,
): Promise<T> {
  const end = Date.now() + 90_000;
  for (;;) {
    const it = await look();
    if (it !== null && it !== undefined) return it;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
