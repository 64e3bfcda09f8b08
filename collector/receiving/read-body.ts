import { Refusal } from '../refusal.ts';

/** 64 kB: twice what a form may send. */
export const bodyLimit = 65_536;

/** How much of a body that is too large is read and thrown away, so that its sender gets to read the answer. */
const patience = 8_000_000;

/**
 * Reads a body by counting what arrives: a Content-Length may be absent, and may lie.
 * @throws Refusal `body-too-large`
 */
export async function readBody(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (stream) {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size <= bodyLimit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > patience) break;
    }
  }
  if (size > bodyLimit) throw new Refusal('body-too-large');
  return Buffer.concat(chunks);
}
