import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';

/**
 * The least that a receiver could do: it reads each body and puts it at the end of a file, without a look at it.
 * `each` waits for the disk after each; `grouped` waits once for all that came while it was waiting.
 */
const [kind, file] = process.argv.slice(2);

const answer = (response: ServerResponse): void => {
  response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"ok":true}');
};

type Keep = (body: Buffer, response: ServerResponse) => void;

function keepEach(path: string): Keep {
  const descriptor = openSync(path, 'a');
  process.once('exit', () => closeSync(descriptor));
  return (body, response) => {
    writeSync(descriptor, body);
    fsyncSync(descriptor);
    answer(response);
  };
}

async function keepGrouped(path: string): Promise<Keep> {
  const handle = await open(path, 'a');
  let waiting: { body: Buffer; response: ServerResponse }[] = [];
  let isKeeping = false;
  async function keepAll(): Promise<void> {
    isKeeping = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await handle.writev(group.map(({ body }) => body));
      await handle.sync();
      for (const { response } of group) answer(response);
    }
    isKeeping = false;
  }
  return (body, response) => {
    waiting.push({ body, response });
    if (!isKeeping) void keepAll();
  };
}

const keep = kind === 'grouped' ? await keepGrouped(file!) : keepEach(file!);
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => keep(Buffer.concat([...chunks, Buffer.from('\n')]), response));
});
server.listen(0, '127.0.0.1', () => {
  console.log(`listening on ${(server.address() as { port: number }).port}`);
});
