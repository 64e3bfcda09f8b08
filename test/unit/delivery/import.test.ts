import { readdirSync } from 'node:fs';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';

const folder = new URL('../../../src/delivery/', import.meta.url);

afterEach(() => vi.unstubAllGlobals());

/** What stands in the global scope now. */
const scope = () =>
  new Map(
    Reflect.ownKeys(globalThis).map((key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)!.value]),
  );

// Some of Node's own globals are made when one is first looked at, or something is first imported.
beforeAll(async () => {
  for (const key of Reflect.ownKeys(globalThis)) Reflect.get(globalThis, key);
  await import('../../../src/lead/bare.ts');
});

test.each(readdirSync(folder))(
  'server rendering: importing %s touches neither page, network nor storage, and leaves nothing behind',
  async (file) => {
    vi.resetModules();
    const touched = vi.fn();
    for (const name of ['fetch', 'addEventListener', 'indexedDB', 'document', 'location'])
      vi.stubGlobal(
        name,
        new Proxy(() => {}, {
          get: (_, key) => touched(name, key),
          apply: () => touched(name),
        }),
      );
    const before = scope();
    await import(/* @vite-ignore */ new URL(file, folder).href);
    expect(touched.mock.calls).toEqual([]);
    expect(scope()).toEqual(before);
  },
);

test('an outbox can be made where there is no browser', async () => {
  expect(globalThis).not.toHaveProperty('indexedDB');
  const { createOutbox } = await import('../../../src/delivery/outbox.ts');
  expect(await createOutbox().list()).toEqual([]);
});
