import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A project of somebody else that has installed the package. */
export interface Consumer {
  folder: string;
  write(file: string, content: string): void;
  /** Runs a program of Node's in the project; answers with all that it printed and how it ended. */
  run(program: string, ...args: string[]): { output: string; status: number | null };
}

/** The path of a program that this repository has installed. */
export const installed = (path: string): string => join(repository, 'node_modules', path);

/** Makes an empty project with the package, and what it depends on, in its `node_modules`. */
export function newConsumer(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'unisono-consumer-'));
  mkdirSync(join(folder, 'node_modules'));
  for (const [name, place] of [
    ['unisono', repository],
    ['preact', installed('preact')],
  ] as const)
    symlinkSync(place, join(folder, 'node_modules', name), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return {
    folder,
    write: (file, content) => writeFileSync(join(folder, file), content),
    run(program, ...args) {
      const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { output: stdout + stderr, status };
    },
  };
}
