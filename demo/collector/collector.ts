import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { parseEnvelope } from '../../src/schema.ts';
import { Bell } from './bell.ts';
import type { LeadStore } from './lead-store.ts';
import { leadStream } from './lead-stream.ts';
import { loopbackHosts, ownHost } from './own-host.ts';
import { answerPage, isPostedForm, postedLead } from './posted-form.ts';
import { readBody } from './read-body.ts';
import { readJson } from './read-json.ts';
import { receivedLead } from './received-lead.ts';
import { Refusal } from './refusal.ts';

export interface CollectorOptions {
  store: LeadStore;
  /** Sites that may send leads, as `Origin` names them (`https://shop.example`), or `'*'` for any. */
  origins?: '*' | readonly string[];
  /** Host names under which leads may be read. */
  hosts?: readonly string[];
  /** Ends the streams of leads. */
  closing?: AbortSignal;
  /** Hears one line about each lead that came and each that was refused. Nothing personal is in it. */
  log?: (line: string) => void;
}

const countOf = (value: string | undefined, otherwise: number, least: number, most: number): number => {
  if (value === undefined) return otherwise;
  const count = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(count >= least && count <= most)) throw new Refusal('bad-query');
  return count;
};
const any = Number.MAX_SAFE_INTEGER;

/** A form that a browser posted by itself, as the lead it comes to. */
async function readForm(request: Request): Promise<{ json: unknown; body: Uint8Array }> {
  const lead = postedLead(await readBody(request.body), request);
  return { json: lead, body: Buffer.from(JSON.stringify(lead)) };
}

/**
 * The reference receiver of leads: `POST /api/leads` takes one (as JSON, or as a form that a browser posts without our
 * script, which is answered with a page), `GET /api/leads` shows them newest first,
 * `GET /api/leads/stream` goes on showing them as they arrive.
 *
 * Any site may be allowed to send; only pages of this very origin may read.
 */
export function createCollector({
  store,
  origins = '*',
  hosts = loopbackHosts,
  closing = new AbortController().signal,
  log = () => {},
}: CollectorOptions): Hono {
  const arrivals = new Bell();
  closing.addEventListener('abort', () => arrivals.ring(), { once: true });
  const app = new Hono();

  app.use('/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.on(
    ['OPTIONS', 'POST'],
    '/api/leads',
    cors({
      origin: origins === '*' ? '*' : [...origins],
      allowMethods: ['POST'],
      allowHeaders: ['Content-Type'],
      exposeHeaders: ['Retry-After'],
      maxAge: 7_200,
    }),
  );

  const isWelcome = (c: Context): boolean => {
    const origin = c.req.header('origin');
    return origins === '*' || origin === undefined || origins.includes(origin);
  };

  app.post('/api/leads', async (c) => {
    const isForm = isPostedForm(c.req.raw);
    const { json, body } = await (isForm ? readForm : readJson)(c.req.raw);
    if (!isWelcome(c)) throw new Refusal('origin-not-allowed');
    const parsed = parseEnvelope(json);
    if (!parsed.ok && isForm) return c.html(answerPage(c.req.raw, false), 422);
    if (!parsed.ok) throw new Refusal(parsed.reason, parsed.problems);

    const { envelope, withheld } = parsed;
    const status = await store.save(receivedLead(envelope, body)).catch((cause) => {
      log(`the store failed: ${cause}`);
      throw new Refusal('store-unavailable');
    });
    if (status === 'conflict') throw new Refusal('id-conflict');
    if (status === 'stored') arrivals.ring();
    log(
      `${status} ${envelope.id}${withheld.length ? `, left out for want of consent: ${withheld.join(', ')}` : ''}`,
    );
    if (isForm) return c.html(answerPage(c.req.raw, true), 201);
    return c.json({ ok: true, id: envelope.id, status, withheld }, status === 'stored' ? 201 : 200);
  });

  app.on('GET', ['/api/leads', '/api/leads/*'], ownHost(hosts), async (c, next) => {
    await next();
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
  });
  app.get('/api/leads', async (c) => {
    const limit = countOf(c.req.query('limit'), 50, 1, 200);
    const before = countOf(c.req.query('before'), any, 0, any);
    const found = await store.newest(limit + 1, before);
    const leads = found.slice(0, limit);
    return c.json({ leads, ...(found.length > limit && { next: leads.at(-1)?.sequence }) });
  });
  app.get('/api/leads/stream', (c) => {
    const after = countOf(c.req.header('last-event-id') ?? c.req.query('after'), 0, 0, any);
    return leadStream(c, { store, arrivals, closing, log }, after);
  });

  app.all('/api/leads', (c) => {
    c.header('Allow', 'GET, POST, OPTIONS');
    throw new Refusal('method-not-allowed');
  });
  app.all('/api/*', () => {
    throw new Refusal('not-found');
  });

  app.onError((error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('collector-failed');
    if (error !== refusal) log(`failed: ${error}`);
    log(
      `refused ${c.req.method}: ${refusal.code} ${JSON.stringify(refusal.problems?.map(({ field }) => field) ?? [])}`,
    );
    if (refusal.status === 503) c.header('Retry-After', '30');
    return c.json(refusal.toJSON(), refusal.status);
  });
  return app;
}
