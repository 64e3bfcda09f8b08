import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What somebody asks of a vendor. */
export interface Asked {
  method: string;
  /** The host that was named, such as `api.brevo.com`. */
  host: string;
  path: string;
  query: URLSearchParams;
  /** In small letters. */
  headers: Record<string, string | undefined>;
  /** `null` where there is none that can be read. */
  json: unknown;
}

export interface Answered {
  status: number;
  headers?: Record<string, string>;
  /** An object is JSON. */
  body?: object | string;
}

/** A vendor's program, as small as it can be and still answer as the vendor says that theirs does. */
export interface Vendor {
  /** Whether it is at home at this host. */
  isAt(host: string): boolean;
  answer(asked: Asked): Answered;
}

/** What becomes of one request: an answer in the place of the vendor's, none, or (`as usual`) the vendor's. */
export type Fault = Answered | 'silent' | 'lost' | 'as usual';

export interface VendorOnline {
  /** Each request, in the order of arrival, whatever was answered. */
  asked: Asked[];
  /** The next requests meet these, one each: `lost` does what was asked, and its answer never arrives. */
  meets(...faults: Fault[]): void;
  /** `fetch` of a machine for which the vendor's hosts lead to this server, and no others are there. */
  call: typeof fetch;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Puts a vendor on the network over real HTTP, until the test ends. */
export async function online(vendor: Vendor): Promise<VendorOnline> {
  const asked: Asked[] = [];
  const faults: Fault[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(request.url!, 'http://vendor');
    const { 'x-asked-host': host, ...headers } = request.headers as Record<string, string>;
    const text = Buffer.concat(chunks).toString();
    const question: Asked = {
      method: request.method!,
      host: host!,
      path: pathname,
      query: searchParams,
      headers,
      json: jsonOf(text),
    };
    asked.push(question);
    const fault = faults.shift();
    if (fault === 'silent') return;
    const { status, headers: more, body = '' } = typeof fault === 'object' ? fault : vendor.answer(question);
    if (fault === 'lost') return request.socket.destroy();
    const isJson = typeof body === 'object';
    response.writeHead(status, { 'content-type': isJson ? 'application/json' : 'text/html', ...more });
    response.end(isJson ? JSON.stringify(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return {
    asked,
    meets: (...next) => void faults.push(...next),
    call: (input, init) => {
      const { host, pathname, search, protocol } = new URL(String(input));
      if (protocol !== 'https:' || !vendor.isAt(host))
        return Promise.reject(new TypeError(`no host ${host}`));
      const headers = new Headers(init?.headers);
      headers.set('x-asked-host', host);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { ...init, headers });
    },
  };
}
