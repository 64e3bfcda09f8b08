import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { parseEnvelope, talliesSchema } from 'unisono/schema';
import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../refusal.ts';
import { ourName } from '../rights/ask-to-confirm.ts';
import { isAway } from '../store/is-away.ts';
import { groupCommit } from './group-commit.ts';
import { keepLeads } from './keep-leads.ts';
import { keepTallies } from './keep-tallies.ts';
import { answerPage, isPostedForm, postedLead } from './posted-form.ts';
import { readBody } from './read-body.ts';
import { readJson } from './read-json.ts';
import { type ArrivedLead, bodyDigest } from './received-lead.ts';
import { senderOf } from './sender-of.ts';

/** The digest of a body; one that is nested deeper than anything can be written is refused. */
function digestOf(json: unknown): string {
  try {
    return bodyDigest(json);
  } catch (error) {
    throw error instanceof RangeError ? new Refusal('invalid-lead') : error;
  }
}

/** The front door: `POST /api/leads` takes a lead, `POST /api/tallies` what was counted without identity. */
export function frontDoor({ store, settings, secret, now, log }: Desk): Hono {
  const { origins, leadsPerMinute, isBehindProxy } = settings;
  const us = ourName(settings);
  const app = new Hono();
  const limiter = new RateLimiterMemory({ points: leadsPerMinute, duration: 60 });

  const keep = groupCommit(
    (group: ArrivedLead[]) => store.change((change) => keepLeads(change, group, { secret, now: now(), us })),
    isAway,
  );

  /** Says no to a site that may not send, and not yet to whoever sends too much. */
  async function admit(c: Context): Promise<void> {
    const origin = c.req.header('origin');
    if (origins !== '*' && origin !== undefined && !origins.includes(origin))
      throw new Refusal('origin-not-allowed');
    await limiter.consume(senderOf(c, isBehindProxy)).catch((limit: { msBeforeNext: number }) => {
      throw new Refusal('too-many', { retryAfter: Math.ceil(limit.msBeforeNext / 1_000) });
    });
  }

  const unlessAway = <T>(kept: Promise<T>): Promise<T> =>
    kept.catch((error) => {
      log({ event: 'store-failed', ...causeOf(error) });
      throw new Refusal(isAway(error) ? 'store-unavailable' : 'collector-failed', { retryAfter: 30 });
    });

  app.on(
    ['OPTIONS', 'POST'],
    ['/api/leads', '/api/tallies'],
    cors({
      origin: origins === '*' ? '*' : [...origins],
      allowMethods: ['POST'],
      allowHeaders: ['Content-Type'],
      exposeHeaders: ['Retry-After'],
      maxAge: 7_200,
    }),
  );

  async function take(c: Context, json: unknown, isForm: boolean): Promise<Response> {
    await admit(c);
    const parsed = parseEnvelope(json);
    if (!parsed.ok && isForm) return c.html(answerPage(c.req.raw, 'refused'), 422);
    if (!parsed.ok) throw new Refusal(parsed.reason, { problems: parsed.problems });

    const { envelope, withheld } = parsed;
    const status = await unlessAway(keep({ envelope, digest: digestOf(json) }));
    if (status === 'conflict') throw new Refusal('id-conflict');
    log({ event: 'lead', status, id: envelope.id, withheld });
    // To a page of its own, so that a reload of it does not send the form again.
    if (isForm) return c.redirect('/api/thanks', 303);
    return c.json({ ok: true, id: envelope.id, status, withheld }, status === 'stored' ? 201 : 200);
  }

  app.post('/api/leads', async (c) => {
    if (!isPostedForm(c.req.raw)) return take(c, await readJson(c), false);
    const lead = postedLead(await readBody(c), c.req.raw, now());
    return take(c, lead, true).catch((error) => {
      // Nobody keeps this form but its page: its person is told to send it again, in words.
      if (!(error instanceof Refusal) || !error.retryAfter) throw error;
      log({ event: 'refused', code: error.code });
      return c.html(answerPage(c.req.raw, 'later'), error.status, {
        'Retry-After': String(error.retryAfter),
      });
    });
  });

  app.get('/api/thanks', (c) => c.html(answerPage(c.req.raw, 'taken')));

  app.post('/api/tallies', async (c) => {
    const json = await readJson(c);
    await admit(c);
    const parsed = talliesSchema.safeParse(json);
    if (!parsed.success) throw new Refusal('invalid-tallies');
    await unlessAway(store.change((change) => keepTallies(change, parsed.data)));
    return c.json({ ok: true }, 202);
  });

  return app;
}
