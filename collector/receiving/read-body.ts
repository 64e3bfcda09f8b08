import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { Refusal } from '../refusal.ts';

/** 64 kB: twice what a form may send. */
export const bodyLimit = 65_536;

/** How much of a body that is too large is read and thrown away, so that its sender gets to read the answer. */
const patience = 8_000_000;

/**
 * Reads a body by counting what arrives: a Content-Length may be absent, and may lie. It is read from Node's own
 * request: to make a web stream of it costs as much as all the rest of reading a lead.
 * @throws Refusal `body-too-large`
 */
export function readBody(c: Context): Promise<Uint8Array> {
  const { incoming } = c.env as HttpBindings;
  const chunks: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      if (size > bodyLimit) reject(new Refusal('body-too-large'));
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    };
    incoming.on('data', (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size <= bodyLimit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > patience) end();
    });
    incoming.once('end', end);
    incoming.once('error', reject);
    incoming.once('close', () => {
      if (!incoming.readableEnded) reject(new Refusal('broken-off'));
    });
  });
}
