import { expect, test } from 'vitest';
import { readAnswer } from '../../../src/delivery/read-answer.ts';

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
  expect(await readAnswer(response)).toEqual({ text: '10 €', isWhole: true });
});

test('UTF-16 reads like its letters, with a byte order mark or without', async () => {
  const utf16 = (text: string, isBigEndian: boolean) =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const code = letter.charCodeAt(0);
        return isBigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
      }),
    );
  for (const isBigEndian of [true, false]) {
    for (const mark of ['', '\uFEFF']) {
      const { response } = aResponse([utf16(`${mark}<html><p>Log in`, isBigEndian)], 'end');
      expect(await readAnswer(response)).toEqual({ text: '<html><p>Log in', isWhole: true });
    }
  }
});

test('fault 9: of an endless answer 64 kB are read, and the rest is cancelled', async () => {
  const { response, seen } = aResponse([bytes('x'.repeat(1_024))], 'go on');
  expect(await readAnswer(response)).toEqual({ text: 'x'.repeat(65_536), isWhole: false });
  expect(seen.cancelled).toBe(true);
});

test('fault 8: an answer that breaks off is none', async () => {
  const { response } = aResponse([bytes('{"ok"')], 'break');
  await expect(readAnswer(response)).rejects.toThrow('reset');
});

test('no body is an empty answer', async () => {
  expect(await readAnswer(new Response(null, { status: 204 }))).toEqual({ text: '', isWhole: true });
});
