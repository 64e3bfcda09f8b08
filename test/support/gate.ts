import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to a server that a test can shut: what is under way breaks off, and nobody gets through. */
export interface Gate {
  /** The server's address, by way of the gate. */
  url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Puts a gate before the server of an address such as `postgres://host:5432/name`, open until it is shut. */
export async function gateTo(address: string): Promise<Gate> {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
    }
  });
  const listen = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const own = (server.address() as { port: number }).port;
  const shut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(shut);
  const url = new URL(address);
  url.host = `127.0.0.1:${own}`;
  return { url: url.href, shut, open: () => listen(own) };
}
