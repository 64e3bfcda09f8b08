import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../src/delivery/', import.meta.url);

test.each(readdirSync(folder))(
  'server rendering: importing %s does nothing and throws nothing',
  async (file) => {
    expect(Object.keys(globalThis)).not.toContain('indexedDB');
    await import(/* @vite-ignore */ new URL(file, folder).href);
  },
);

test('an outbox can be made where there is no browser', async () => {
  const { createOutbox } = await import('../../../src/delivery/outbox.ts');
  expect(await createOutbox().list()).toEqual([]);
});
