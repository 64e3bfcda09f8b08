import { expect, test } from 'vitest';
import { readStart } from '../../../src/delivery/read-start.ts';

/** A response of these chunks that, after the last, ends, breaks off or goes on without end. */
function aResponse(chunks: Uint8Array[], after: 'end' | 'break' | 'go on') {
  const seen = { cancelled: false, pulled: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[seen.pulled] ?? chunks.at(-1)!;
      if (seen.pulled++ < chunks.length || after === 'go on') controller.enqueue(chunk);
      else if (after === 'end') controller.close();
      else controller.error(new TypeError('reset'));
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { response: new Response(body), seen };
}

const bytes = (text: string) => new TextEncoder().encode(text);

test('a short answer is read whole, also where a character is cut in two', async () => {
  const euro = bytes('€');
  const { response } = aResponse([bytes('10 '), euro.slice(0, 1), euro.slice(1)], 'end');
  expect(await readStart(response)).toBe('10 €');
});

test('fault 9: of an endless answer a few kB are read, and the rest is cancelled', async () => {
  const { response, seen } = aResponse([bytes('x'.repeat(1_000))], 'go on');
  expect(await readStart(response)).toHaveLength(5_000);
  expect(seen.cancelled).toBe(true);
});

test('fault 8: an answer that breaks off is none', async () => {
  const { response } = aResponse([bytes('{"ok"')], 'break');
  await expect(readStart(response)).rejects.toThrow('reset');
});

test('no body is an empty answer', async () => {
  expect(await readStart(new Response(null, { status: 204 }))).toBe('');
});
