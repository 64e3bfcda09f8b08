import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { simulate } from './simulate.ts';

/** A fault put into a copy of one file. */
export interface Mutant {
  name: string;
  /** In `src/delivery/`. */
  file: string;
  from: string;
  to: string;
}

export const mutants: Mutant[] = [
  {
    name: 'a lease that is shorter than a request',
    file: 'outbox-record.ts',
    from: 'leaseTime = 45_000',
    to: 'leaseTime = 10_000',
  },
  {
    name: 'a lead that is removed before its receipt',
    file: 'outbox.ts',
    from: 'const outcome = await transport(',
    to: 'await store.transact((_, write) => write(id), id).catch(() => {}); const outcome = await transport(',
  },
  {
    name: 'a store that does not wait for the end of its transaction',
    file: 'indexed-db-store.ts',
    from: 'result = step(',
    to: 'queueMicrotask(() => resolve(result)); result = step(',
  },
  {
    name: 'a hand-over that was cut short, and is repeated by itself',
    file: 'outbox-record.ts',
    from: "if (leasedUntil && !destination.readable) return 'interrupted';",
    to: '',
  },
  {
    name: 'a lead that is sent before it is stored',
    file: 'outbox.ts',
    from: 'const placed = await store.transact(place(record))',
    to: 'void transport(envelope, destination); const placed = await store.transact(place(record))',
  },
];

/** The simulation over a copy of the outbox that has this fault. */
export async function withMutant({ file, from, to }: Mutant): Promise<typeof simulate> {
  const path = fileURLToPath(new URL(`../../../src/delivery/${file}`, import.meta.url));
  const source = await readFile(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
  const plant: Plugin = {
    name: 'plant',
    setup: ({ onLoad }) =>
      onLoad({ filter: new RegExp(`/delivery/${file.replace('.', '\\.')}$`) }, () => ({
        contents: source.replace(from, to),
        loader: 'ts',
      })),
  };
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('simulate.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins: [plant],
  });
  const text = Buffer.from(outputFiles[0]!.contents).toString('base64');
  const copy = (await import(/* @vite-ignore */ `data:text/javascript;base64,${text}`)) as {
    simulate: typeof simulate;
  };
  return copy.simulate;
}
