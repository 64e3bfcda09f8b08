import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInNewContext } from 'node:vm';
import { examples } from './documents.ts';

/** A lead as a receiver has understood it: names and texts. */
export type Taken = Record<string, string>;

export interface Posted {
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

interface Answer {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
}

/** How one kind of receiver behaves, as its maker describes it; the addresses stand in docs/destinations.md. */
export interface ReceiverKind {
  /** Which methods a page of another origin is let in with. */
  cors: 'every' | 'simple' | 'none';
  take(posted: Posted, store: (lead: Taken) => void): Answer;
}

export const portal = '62515';
export const form = '78c2891f-ebdd-44c0-bd94-15c012bbbfbf';
export const organisation = '00D5g000004Ruvn';

const json = (status: number, body: object): Answer => ({
  status,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
const isForm = ({ headers }: Posted) =>
  /^application\/x-www-form-urlencoded\b/.test(`${headers['content-type']}`);
const wantsJson = ({ headers }: Posted) => `${headers.accept}`.includes('application/json');
const fieldsIn = (posted: Posted): Taken =>
  isForm(posted) ? Object.fromEntries(new URLSearchParams(posted.body)) : {};
const notFound: Answer = { status: 404, body: 'Not found' };

/** A hook that reads what a form sends, and answers in words that no page may read. */
const hook = (path: string, word: string): ReceiverKind => ({
  cors: 'none',
  take(posted, store) {
    if (posted.url.pathname !== path || !isForm(posted)) return notFound;
    store(fieldsIn(posted));
    return { body: word };
  },
});

const hubspotFields = ['email', 'firstname', 'lastname', 'company', 'phone', 'message'];

/** What Google runs in its sheet's place: the very script of the documents, on a sheet that is a list. */
export function sheetOf(cells: string[][]): (lead: Taken) => string {
  const sheet = {
    getDataRange: () => ({ getValues: () => (cells.length ? structuredClone(cells) : [['']]) }),
    getRange: () => ({
      setValues: ([names]: string[][]) => {
        cells[0] = names!;
      },
    }),
    appendRow: (row: string[]) => void cells.push(row),
  };
  const { code } = examples('js').find(({ code }) => code.includes('doPost'))!;
  const world = {
    LockService: { getScriptLock: () => ({ waitLock() {}, releaseLock() {} }) },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSheets: () => [sheet] }) },
    ContentService: {
      MimeType: { JSON: 'JSON' },
      createTextOutput: (text: string) => ({ setMimeType: () => text }),
    },
  };
  return (lead) => runInNewContext(`${code}; doPost({ parameter: lead })`, { ...world, lead }) as string;
}

/** Each kind of receiver; `elsewhere` is the second address from which Google answers. */
export const receiverKinds = (elsewhere: () => string) =>
  ({
    hubspot: {
      cors: 'every',
      take({ url, headers, body }, store) {
        if (url.pathname !== `/submissions/v3/integration/submit/${portal}/${form}`)
          return json(404, { status: 'error', message: `Form '${form}' could not be found` });
        if (headers['content-type'] !== 'application/json') return { status: 415 };
        const { fields, context, legalConsentOptions } = JSON.parse(body);
        const lead: Taken = Object.fromEntries(fields.map(({ name, value }: Taken) => [name, value]));
        const errors = Object.keys(lead)
          .filter((name) => !hubspotFields.includes(name))
          .map((name) => ({
            message: `Error in 'fields.${name}'. Not a field of this form`,
            errorType: 'FIELD_NOT_IN_FORM_DEFINITION',
          }));
        if (legalConsentOptions?.consent?.consentToProcess === false)
          errors.push({ message: 'No consent', errorType: 'MISSING_PROCESSING_CONSENT' });
        if (errors.length) return json(400, { status: 'error', message: 'The request is not valid', errors });
        const { consent } = legalConsentOptions ?? {};
        store({ ...lead, page: context.pageUri, ...(consent && { consent: JSON.stringify(consent) }) });
        return json(200, { inlineMessage: '<p>Thanks for submitting the form.</p>' });
      },
    },
    'apps-script': {
      cors: 'simple',
      take(posted, store) {
        if (posted.url.pathname !== '/macros/s/AKfycbx/exec') return notFound;
        store(fieldsIn(posted));
        return { status: 302, headers: { location: `${elsewhere()}/macros/echo?user_content_key=1` } };
      },
    },
    salesforce: {
      cors: 'none',
      take(posted, store) {
        const lead = fieldsIn(posted);
        // Errors are silent there.
        if (posted.url.pathname === '/servlet/servlet.WebToLead' && lead.oid === organisation)
          if (lead.last_name && lead.company) store(lead);
        return { body: '<html><body></body></html>', headers: { 'content-type': 'text/html' } };
      },
    },
    formspree: {
      cors: 'every',
      take(posted, store) {
        if (posted.url.pathname !== '/f/mqkvpzby')
          return json(404, {
            error: 'Form not found',
            errors: [{ code: 'FORM_NOT_FOUND', message: 'Form not found' }],
          });
        // A form without a script is led to a page of thanks.
        if (!wantsJson(posted)) return { status: 302, headers: { location: '/thanks' } };
        const lead = fieldsIn(posted);
        if (!/@.+\./.test(`${lead.email}`))
          return json(422, {
            error: 'Validation errors',
            errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }],
          });
        store(lead);
        return json(200, { next: '/thanks?language=en', ok: true });
      },
    },
    web3forms: {
      cors: 'every',
      take(posted, store) {
        const { access_key, ...lead } = fieldsIn(posted);
        if (posted.url.pathname !== '/submit' || access_key !== form)
          return json(400, { success: false, message: 'Invalid access key' });
        store(lead);
        return json(200, { success: true, data: lead, message: 'Email sent successfully!' });
      },
    },
    netlify: {
      cors: 'none',
      take(posted, store) {
        const { 'form-name': name, ...lead } = fieldsIn(posted);
        const page = { 'content-type': 'text/html' };
        if (name !== 'contact') return { status: 404, body: '<h1>Page not found</h1>', headers: page };
        store(lead);
        return { body: `<!doctype html><title>Shop</title>${'<p>Welcome</p>'.repeat(9_000)}`, headers: page };
      },
    },
    slack: {
      cors: 'none',
      take(posted, store) {
        const { payload } = fieldsIn(posted);
        if (posted.url.pathname !== '/services/T0/B0/x' || !payload)
          return { status: 400, body: 'invalid_payload' };
        store(JSON.parse(payload) as Taken);
        return { body: 'ok' };
      },
    },
    zapier: hook('/hooks/catch/1/abc/', '{"status":"success"}'),
    make: hook('/abcdef', 'Accepted'),
    'node-red': hook('/leads', ''),
    n8n: {
      cors: 'every',
      take({ url, headers, body }, store) {
        if (url.pathname !== '/webhook/leads' || headers['content-type'] !== 'application/json')
          return notFound;
        const { profile } = JSON.parse(body);
        store(profile);
        return json(200, { ok: true });
      },
    },
  }) satisfies Record<string, ReceiverKind>;

export type KindName = keyof ReturnType<typeof receiverKinds>;

export interface RunningReceiver {
  origin: string;
  /** What it has understood and kept, whatever it answered. */
  taken: Taken[];
  /** All that came in. */
  posted: Posted[];
  close(): Promise<void>;
}

const allow = (response: ServerResponse, origin: string | undefined) =>
  response.setHeader('access-control-allow-origin', origin ?? '*');

/**
 * A real server that behaves like a kind of receiver: it answers a preflight only where the receiver does, lets pages
 * read only what the receiver lets them read, and understands no other body.
 * @param page what stands at `/`, for a receiver that is the site itself
 */
export async function startReceiver(kind: ReceiverKind, page?: string): Promise<RunningReceiver> {
  const server = createServer(async (request, response) => {
    const { method, headers } = request;
    const url = new URL(request.url!, 'http://receiver');
    if (method === 'GET') {
      // What Google's second address answers with stands on the first one's sheet.
      allow(response, '*');
      if (page) response.setHeader('content-type', 'text/html');
      response.end(page ?? '{"ok":true}');
      return;
    }
    if (method === 'OPTIONS') {
      if (kind.cors === 'every') {
        allow(response, headers.origin);
        response.setHeader('access-control-allow-headers', 'content-type');
        response.writeHead(204).end();
      } else response.writeHead(405).end();
      return;
    }
    request.setEncoding('utf8');
    let body = '';
    for await (const part of request) body += part;
    const posted = { url, headers, body };
    receiver.posted.push(posted);
    const answer = kind.take(posted, (lead) => receiver.taken.push(lead));
    if (kind.cors !== 'none') allow(response, headers.origin);
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: RunningReceiver = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: [],
    posted: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
