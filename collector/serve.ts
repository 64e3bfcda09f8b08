import { createServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createCollector } from './collector.ts';
import type { Desk, Settings } from './desk.ts';
import { answerRefusal } from './pages/answer-refusal.ts';
import { takeOver } from './receiving/take-over.ts';
import { Refusal } from './refusal.ts';
import { keepRetentionHourly } from './rights/retention/keep-retention.ts';
import type { Setup } from './settings-of.ts';
import { openStore } from './store/open-store.ts';
import { secretOf } from './store/secret.ts';
import { firstLink } from './team/first-link.ts';
import { passwordCost } from './team/password.ts';
import { startMessenger } from './telling/messenger.ts';

export interface Serving {
  /** Its address, without a slash at the end. */
  url: string;
  desk: Desk;
  /** Ends it: what is under way is finished, as far as it takes no more than a second. */
  stop(): Promise<void>;
}

interface Extras {
  log?: Desk['log'];
  demo?: Settings['demo'];
  /** Does what has to be done before anybody comes in. */
  prepare?: (desk: Desk) => Promise<void>;
  /** Pages beside the collector's own. */
  beside?: (app: Hono) => void | Promise<void>;
  now?: () => Date;
}

/** A reason for which a collector does not start, in words for whoever starts it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** To whoever comes while the collector is still starting. A visitor's browser keeps the lead, and sends it again. */
const tryLater: RequestListener = (_request, response) =>
  response.writeHead(503, { 'Retry-After': '5', 'Access-Control-Allow-Origin': '*' }).end();

/**
 * Starts a collector. It ends when the process is asked to, or by `stop`.
 * @throws StartError
 */
export async function serve(setup: Setup, extras: Extras = {}): Promise<Serving> {
  const {
    log = (line) => console.log(JSON.stringify(line)),
    demo = null,
    prepare,
    beside,
    now = () => new Date(),
  } = extras;
  const { port, host, folder, databaseUrl } = setup;
  const where = databaseUrl ? 'the database' : folder;
  const closing = new AbortController();
  const store = await openStore({ databaseUrl, folder }).catch((error) => {
    throw new StartError(`The leads in ${where} cannot be opened: ${error.message}`);
  });
  const secret = await secretOf(store);
  const { unread } = await takeOver(store, secret).catch(async (error) => {
    await store.close();
    throw new StartError(`The leads of the collector before cannot be taken over: ${error.message}`);
  });
  if (unread > 0) log({ event: 'not-taken-over', leads: unread, table: 'unread_leads' });

  const app = new Hono();
  let answer: RequestListener = tryLater;
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => answer(request, response));
  const actualPort = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        new StartError(
          isTaken
            ? `Port ${port} is taken. Set another one: PORT=${port + 1}`
            : `The server cannot start: ${error.message}`,
        ),
      );
    });
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });
  const url = setup.settings.url ?? `http://localhost:${actualPort}`;
  const desk: Desk = {
    store,
    settings: { ...setup.settings, url, demo },
    secret,
    passwordCost,
    now,
    fetch,
    log,
    closing: closing.signal,
  };
  await prepare?.(desk);
  app.route('/', createCollector(desk));
  await beside?.(app);
  app.notFound((c) => answerRefusal(new Refusal('not-found'), c, desk));
  // A demonstration brings its own people.
  const welcome = demo ? null : await firstLink(desk);
  if (welcome) console.log(`The first admin comes in by this link, once:  ${welcome}`);
  const messenger = startMessenger(desk);
  answer = getRequestListener(app.fetch);
  void keepRetentionHourly(desk);

  const stop = async (): Promise<void> => {
    closing.abort();
    // A browser keeps connections open for requests to come. Whoever is cut off in the middle of one gets no answer,
    // and sends its lead again.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), 1_000);
    await new Promise((resolve) => server.close(resolve));
    clearInterval(idle);
    clearTimeout(late);
    await messenger.ended;
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  return { url, desk, stop };
}
