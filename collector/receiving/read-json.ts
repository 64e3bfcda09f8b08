import { plainText } from '../plain-text.ts';
import { Refusal } from '../refusal.ts';
import { readBody } from './read-body.ts';

/** `text/plain` is what a browser sends without asking first; its body is JSON all the same. */
const acceptable = /^(?:text\/plain|application\/json)\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** How JSON writes what `plainText` has to look for; hardly any lead has one, and reading them all costs. */
const escaped = /\\u(?:0000|d[89a-f])/i;

function parsed(body: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Refusal('not-utf-8');
  }
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
export async function readJson(request: Request): Promise<unknown> {
  const isAcceptable = acceptable.test(request.headers.get('content-type') ?? '');
  const body = await readBody(request.body);
  if (!isAcceptable) throw new Refusal('unsupported-content-type');
  return parsed(body);
}
