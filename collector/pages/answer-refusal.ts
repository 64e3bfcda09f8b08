import type { Context } from 'hono';
import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import { setPageHeaders } from '../page-headers.ts';
import { isPostedForm } from '../receiving/posted-form.ts';
import { Refusal } from '../refusal.ts';
import { isAway } from '../store/is-away.ts';
import type { Account } from '../store/tables.ts';
import { refusalPage } from './refusal-page.tsx';
import { visitOf } from './visit-of.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who has signed in; `undefined` until that is known. */
    account: Account | null | undefined;
  }
}

export const isApi = (c: Context): boolean => c.req.path.startsWith('/api/');

/** Whether it is a person who reads the answer: a browser asked for a page, or posted a form. */
const isForPerson = (c: Context): boolean =>
  !isApi(c) && (c.req.header('accept')?.includes('text/html') || isPostedForm(c.req.raw));

/** Seconds after which a database that is away may be back. */
const away = 30;

function refusalOf(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  return isAway(error)
    ? new Refusal('store-unavailable', { retryAfter: away })
    : new Refusal('collector-failed');
}

/** Answers whatever was thrown: with a page where a person reads it, with JSON otherwise. */
export function answerRefusal(error: Error, c: Context, desk: Desk): Response {
  const { log, settings } = desk;
  const refusal = refusalOf(error);
  if (error !== refusal) log({ event: 'failed', ...causeOf(error) });
  // Only names of the contract: what lies deeper may be a name that the sender chose.
  log({
    event: 'refused',
    code: refusal.code,
    fields: refusal.problems?.map(({ field }) => field.split('.')[0]),
  });
  if (refusal.retryAfter) c.header('Retry-After', String(refusal.retryAfter));
  c.header('Cache-Control', 'no-store');
  c.header('X-Content-Type-Options', 'nosniff');
  if (!isForPerson(c)) return c.json(refusal.toJSON(), refusal.status);
  const response = refusalPage(visitOf(c, desk, c.get('account') ?? null), refusal);
  setPageHeaders(response, settings.url);
  return response;
}
