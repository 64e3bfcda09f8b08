import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** A request to a receiver. */
export interface Ask {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  headers?: Record<string, string>;
  /** JSON. */
  body?: string;
  /** Bytes of the answer that are read, so that its connection can be used again. */
  mostBytes?: number;
}

/** What a receiver answered. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** `null` where the answer is no JSON, too long, or broke off. */
  json: unknown;
}

/** Asks a receiver something. @throws {NoAnswer} */
export type AskReceiver = (ask: Ask) => Promise<Answer>;

/** No answer came: a connection that could not be made or that broke, or the time was over. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const usual = 256 * 1_024;

/** As much of a body as may be read; `''` where there is more of it, or it broke off. */
async function textOf({ body }: Response, mostBytes: number): Promise<string> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body as NodeReadableStream<Uint8Array>) {
      length += chunk.byteLength;
      if (length > mostBytes) return '';
      chunks.push(chunk);
    }
  } catch {
    // The status has come, and holds, however the rest of the answer ends.
    return '';
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What asks receivers over the network. A redirect is not followed: a receiver is where the team says, and nowhere else.
 * @param signal ends the request, and whatever else is asked for the same message
 */
export const askingBy =
  (call: typeof fetch, signal: AbortSignal): AskReceiver =>
  async ({ method, url, headers, body, mostBytes = usual }) => {
    const init: RequestInit = {
      method,
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        'User-Agent': 'Unisono',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      signal,
      ...(body !== undefined && { body }),
    };
    const response = await call(url, init).catch((cause) => {
      throw new NoAnswer('no answer', { cause });
    });
    const text = await textOf(response, mostBytes);
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  };

/** What the system calls it, such as `ECONNREFUSED`. */
export function systemName({ cause: error }: NoAnswer): string {
  const { cause, name } = error as { cause?: { code?: string; name?: string }; name?: string };
  return cause?.code ?? cause?.name ?? name ?? 'Error';
}
