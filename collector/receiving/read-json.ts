import { isUtf8 } from 'node:buffer';
import type { Context } from 'hono';
import { plainText } from '../plain-text.ts';
import { Refusal } from '../refusal.ts';
import { readBody } from './read-body.ts';

/** `text/plain` is what a browser sends without asking first; its body is JSON all the same. */
const acceptable = /^(?:text\/plain|application\/json)\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** How JSON writes what `plainText` has to look for; hardly any lead has one, and reading them all costs. */
const escaped = /\\u(?:0000|d[89a-f])/i;

function parsed(body: Uint8Array): unknown {
  if (!isUtf8(body)) throw new Refusal('not-utf-8');
  // Some editors and languages put a mark in front of a text that JSON does not know.
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString()
    .replace(/^\uFEFF/, '');
  try {
    if (!escaped.test(text)) return JSON.parse(text);
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? plainText(value) : value));
  } catch {
    throw new Refusal('broken-json');
  }
}

/**
 * The JSON of a request.
 * @throws Refusal `unsupported-content-type`, `body-too-large`, `not-utf-8` or `broken-json`
 */
export async function readJson(c: Context): Promise<unknown> {
  const isAcceptable = acceptable.test(c.req.header('content-type') ?? '');
  const body = await readBody(c);
  if (!isAcceptable) throw new Refusal('unsupported-content-type');
  return parsed(body);
}
