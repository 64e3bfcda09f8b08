import { expect, test, vi } from 'vitest';

test('no schema asks for a new Function, which a strict policy reports', async () => {
  const probed = vi.fn();
  const { Function: original } = globalThis;
  vi.stubGlobal(
    'Function',
    new Proxy(original, {
      construct(...call) {
        probed();
        return Reflect.construct(...call);
      },
    }),
  );
  const { parseEnvelope } = await import('../../../src/schema.ts');
  parseEnvelope({ version: 1 });
  vi.unstubAllGlobals();
  expect(probed).not.toHaveBeenCalled();
});
