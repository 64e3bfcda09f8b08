import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';

/** A POST as it came in. */
export interface Received {
  url: string;
  headers: IncomingMessage['headers'];
  /** What arrived of the body. */
  body: string;
  /** Whether all of it did. */
  isWhole: boolean;
  /** Whether the receiver has the lead for good. */
  isKept: boolean;
}

type Answer = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

/** How a receiver behaves: what it does with a preflight, and with a lead before or after it has read it. */
export interface Behaviour {
  preflight?: Answer;
  /** Acts at the first byte; the body is never read. */
  atOnce?: Answer;
  answer?: Answer;
  /** Whether it keeps the lead, whatever it answers. */
  keeps?: true;
}

/** What a browser needs to let a page read the answer. */
const cors = (origin: string, exposed = '') => ({
  'access-control-allow-origin': origin,
  'access-control-allow-headers': 'content-type',
  ...(exposed && { 'access-control-expose-headers': exposed }),
});

/** An answer with a status, readable by the page unless `isReadable` is false. */
export const answering = (
  status: number,
  body = '',
  headers: Record<string, string> = {},
  { exposed = '', isReadable = true } = {},
): Behaviour => ({
  answer: (_, response, origin) => {
    response.writeHead(status, { ...(isReadable && cors(origin, exposed)), ...headers }).end(body);
  },
});

const reset: Answer = ({ socket }) => socket.resetAndDestroy();
const silence: Answer = () => {};
const html = { 'content-type': 'text/html' };

/** The faults of a receiver by name. */
export const behaviours = {
  accept: { ...answering(200, '{"ok":true}'), keeps: true },
  acceptEmpty: { ...answering(204), keeps: true },
  acceptWithoutCors: { ...answering(200, 'ok', {}, { isReadable: false }), keeps: true },
  resetBeforeHeaders: { atOnce: reset },
  resetAfterStoring: { answer: reset, keeps: true },
  truncated: {
    answer: (_, response, origin) => {
      response.writeHead(200, { ...cors(origin), 'content-length': '1000' });
      response.write('{"ok":', () => setTimeout(() => response.destroy(), 50));
    },
  },
  endless: {
    answer: (_, response, origin) => {
      response.writeHead(200, cors(origin));
      const more = () => response.destroyed || response.write('x'.repeat(512), () => setTimeout(more, 5));
      more();
    },
  },
  trickling: {
    answer: (_, response, origin) => {
      response.writeHead(200, cors(origin));
      const more = () => response.destroyed || response.write('x', () => setTimeout(more, 100));
      more();
    },
  },
  silent: { answer: silence },
  neverReading: { atOnce: (request) => void request.pause() },
  cutMidBody: {
    atOnce: (request) => void request.once('data', () => request.socket.resetAndDestroy()),
  },
  busy: answering(500),
  busyWithPauseExposed: answering(503, '', { 'retry-after': '120' }, { exposed: 'retry-after' }),
  busyWithPauseHidden: answering(502, '', { 'retry-after': '120' }),
  tooManyWithoutCors: answering(429, '', { 'retry-after': '120' }, { isReadable: false }),
  tooMany: answering(429),
  requestTimeout: answering(408),
  badRequest: answering(400, '{"error":"This e-mail address cannot be."}'),
  unauthorised: answering(401),
  forbidden: answering(403),
  notFound: answering(404, 'Not here.'),
  gone: answering(410),
  tooLarge: answering(413),
  captivePortal: answering(200, '<!doctype html><title>Hotel network: log in</title>', html),
  okFalse: answering(200, '{"ok":false,"message":"No such list."}'),
  successFalse: answering(200, '{"success":false}'),
  preflightRefused: { preflight: (_, response) => void response.writeHead(403).end() },
  preflightHanging: { preflight: silence },
} satisfies Record<string, Behaviour>;

export interface FaultyReceiver {
  /** Ends in a slash. */
  origin: string;
  /** Each POST, in the order of arrival, whatever was answered. */
  received: Received[];
  /** Preflights seen. */
  preflights: number;
  /** How the next requests are met: each behaviour once, the last from then on. */
  will(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

/**
 * A real HTTP server that misbehaves on request.
 * @param port a free one where none is named
 */
export async function startFaultyReceiver(port = 0): Promise<FaultyReceiver> {
  let queue: Behaviour[] = [behaviours.accept];
  const sockets = new Set<Socket>();

  const server = createServer((request, response) => {
    const origin = request.headers.origin ?? '*';
    if (request.method === 'OPTIONS') {
      receiver.preflights++;
      const { preflight } = queue[0]!;
      if (preflight) preflight(request, response, origin);
      else response.writeHead(204, cors(origin)).end();
      return;
    }
    const behaviour = queue.length > 1 ? queue.shift()! : queue[0]!;
    const received: Received = {
      url: request.url!,
      headers: request.headers,
      body: '',
      isWhole: false,
      isKept: false,
    };
    receiver.received.push(received);
    if (behaviour.atOnce) {
      behaviour.atOnce(request, response, origin);
      return;
    }
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      received.body += chunk;
    });
    request.on('end', () => {
      received.isWhole = true;
      received.isKept = behaviour.keeps ?? false;
      (behaviour.answer ?? behaviours.accept.answer!)(request, response, origin);
    });
    request.on('error', () => {});
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });

  const receiver: FaultyReceiver = {
    origin: await listen(server, port),
    received: [],
    preflights: 0,
    will(...next) {
      queue = next;
    },
    close: () => close(server, sockets),
  };
  return receiver;
}

/** A server that takes connections and never says a word: a connection, or a TLS handshake, that times out. */
export async function startMuteServer(): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).resume();
  });
  const { port } = new URL(await listen(server));
  return { port: Number(port), close: () => close(server, sockets) };
}

const listen = (server: TcpServer, port = 0) =>
  new Promise<string>((resolve) => {
    server.listen(port, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    );
  });

const close = (server: TcpServer, sockets: Set<Socket>) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
