import type { Page } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { form as en } from '../../src/locales/en.ts';
import { ownerPage } from '../support/owner-page.ts';
import {
  form,
  type KindName,
  organisation,
  portal,
  type ReceiverKind,
  type RunningReceiver,
  receiverKinds,
  sheetOf,
  startReceiver,
  type Taken,
} from '../support/receivers.ts';
import { setScene } from '../support/scene.ts';
import { ada, formField, hears, send } from '../support/visitor.ts';

const scene = setScene();
const running: RunningReceiver[] = [];
afterEach(async () => {
  for (const receiver of running.splice(0)) await receiver.close();
});

async function start(kind: ReceiverKind, page?: string): Promise<RunningReceiver> {
  const receiver = await startReceiver(kind, page);
  running.push(receiver);
  return receiver;
}

let elsewhere = '';
const kinds = receiverKinds(() => elsewhere);

/** What Google's second address says in the end. */
async function startElsewhere(): Promise<void> {
  elsewhere = (await start({ cors: 'simple', take: () => ({ status: 405 }) }, '{"ok":true}')).origin;
}

/** A visitor sends a request, and reads what became of it. */
async function ask(page: Page, reads: string): Promise<void> {
  for (const [label, text] of [
    [en.fields.firstName, 'Ada'],
    [en.fields.lastName, 'Rossi & figli'],
    [en.fields.email, ada.email],
    [en.fields.message, '<!channel> "è" tutto?'],
  ] as const)
    await formField(page, label).fill(text);
  await formField(page, en.consent.marketing).check();
  await send(page);
  await hears(page, reads);
}

const openForm = (attributes: string): Promise<Page> =>
  scene.open(
    scene.site.put('/page', {
      body: ownerPage({
        script: 'unisono-form.js',
        body: `<lead-form ${attributes} fields="firstName lastName email message"></lead-form>`,
      }),
    }),
  );

const ofHubspot = `portal="${portal}" form="${form}"`;
const written = {
  email: ada.email,
  firstName: 'Ada',
  lastName: 'Rossi & figli',
  message: '<!channel> "è" tutto?',
};
const words = en.consent.marketing;

describe.each<[KindName, string, string, string, Taken]>([
  [
    'hubspot',
    '',
    `${ofHubspot} subscription="999"`,
    en.states.accepted,
    {
      email: ada.email,
      firstname: 'Ada',
      lastname: 'Rossi & figli',
      message: written.message,
      consent: JSON.stringify({
        consentToProcess: true,
        text: words,
        communications: [{ value: true, subscriptionTypeId: 999, text: words }],
      }),
    },
  ],
  ['apps-script', '/macros/s/AKfycbx/exec', '', en.states.accepted, written],
  [
    'salesforce',
    '',
    `portal="${organisation}"`,
    en.states['handed-over'],
    {
      oid: organisation,
      company: '-',
      email: ada.email,
      first_name: 'Ada',
      last_name: 'Rossi & figli',
      description: written.message,
    },
  ],
  ['formspree', '', 'form="mqkvpzby"', en.states.accepted, written],
  ['web3forms', '', `form="${form}"`, en.states.accepted, written],
  [
    'slack',
    '/services/T0/B0/x',
    'sends="email message"',
    en.states['handed-over'],
    { text: `email: ${ada.email}\nmessage: &lt;!channel&gt; "è" tutto?` },
  ],
  ['zapier', '/hooks/catch/1/abc/', '', en.states['handed-over'], written],
  ['make', '/abcdef', '', en.states['handed-over'], written],
  ['node-red', '/leads', '', en.states['handed-over'], written],
  ['n8n', '/webhook/leads', '', en.states.accepted, written],
])('%s', (kind, path, attributes, reads, lead) => {
  test('understands a lead out of a browser, once, and the visitor reads what can be said of it', async () => {
    await startElsewhere();
    const receiver = await start(kinds[kind]);
    const page = await openForm(`destination="${kind}" endpoint="${receiver.origin}${path}" ${attributes}`);
    await ask(page, reads);
    expect(receiver.posted).toHaveLength(1);
    expect(receiver.taken).toEqual([expect.objectContaining(lead)]);
    expect(receiver.posted[0]!.headers.cookie).toBeUndefined();
  });
});

describe('a bad answer', () => {
  test.each<[string, KindName, string, string]>([
    ['HubSpot does not know the form', 'hubspot', `portal="7" form="${form}"`, en.states.rejected],
    ['HubSpot’s form lacks a field', 'hubspot', `${ofHubspot} sends="email score"`, en.states.rejected],
    ['Formspree does not know the form', 'formspree', 'form="unknown1"', en.states.rejected],
    ['Formspree finds something wrong', 'formspree', 'form="mqkvpzby" sends="message"', en.states.rejected],
    [
      'Web3Forms does not know the key',
      'web3forms',
      'form="00000000-ebdd-44c0-bd94-15c012bbbfbf"',
      en.states.rejected,
    ],
    ['Slack does not know the address, and nobody hears of it', 'slack', '', en.states['handed-over']],
  ])('%s', async (_, kind, attributes, reads) => {
    const receiver = await start(kinds[kind]);
    const page = await openForm(`destination="${kind}" endpoint="${receiver.origin}" ${attributes}`);
    await ask(page, reads);
    expect(receiver.posted).toHaveLength(1);
    expect(receiver.taken).toEqual([]);
  });

  test('Google’s script fails: what it answers cannot be read, and the lead stays', async () => {
    const receiver = await start({
      cors: 'none',
      take: () => ({ body: '<html>Exception: no sheet</html>', headers: { 'content-type': 'text/html' } }),
    });
    await ask(await openForm(`destination="apps-script" endpoint="${receiver.origin}"`), en.states.queued);
  });

  test('Google’s second address does not answer: the lead stays', async () => {
    elsewhere = 'http://127.0.0.1:1';
    const receiver = await start(kinds['apps-script']);
    const endpoint = `${receiver.origin}/macros/s/AKfycbx/exec`;
    await ask(await openForm(`destination="apps-script" endpoint="${endpoint}"`), en.states.queued);
  });

  test('HubSpot is busy: the lead stays', async () => {
    const receiver = await start({ cors: 'every', take: () => ({ status: 429 }) });
    await ask(
      await openForm(`destination="hubspot" endpoint="${receiver.origin}" ${ofHubspot}`),
      en.states.queued,
    );
  });

  test('a login page stands in between: the lead stays', async () => {
    const page = '<!doctype html><title>Log in</title>{"inlineMessage":""}';
    const receiver = await start({ cors: 'every', take: () => ({ body: page }) });
    await ask(
      await openForm(`destination="hubspot" endpoint="${receiver.origin}" ${ofHubspot}`),
      en.states.queued,
    );
  });
});

describe('Netlify', () => {
  const own = (name: string) =>
    ownerPage({
      script: 'unisono-form.js',
      body: `<lead-form destination="netlify" form="${name}">
        <form name="${name}" action="/" method="post" data-netlify="true">
          <input type="hidden" name="form-name" value="${name}">
          <label>E-mail <input name="email" type="email" required></label>
          <button>Send</button>
        </form></lead-form>`,
    });

  test.each([
    ['takes the owner’s own form, and answers with a page', 'contact', en.states['handed-over'], 1],
    ['that does not know the form refuses it', 'other', en.states.rejected, 0],
  ])('%s', async (_, name, reads, times) => {
    const receiver = await start(kinds.netlify, own(name));
    const { origin } = receiver;
    // The script comes from the site itself.
    const page = await scene.newPage();
    await page.route(`${origin}/unisono-form.js`, (route) =>
      route.fulfill({ path: new URL('../../dist/unisono-form.js', import.meta.url).pathname }),
    );
    await page.goto(`${origin}/`);
    await page.getByLabel('E-mail').fill(ada.email);
    await page.getByRole('button', { name: 'Send' }).click();
    await hears(page, reads);
    expect(receiver.taken).toHaveLength(times);
    for (const lead of receiver.taken) expect(lead).toMatchObject({ email: ada.email });
  });
});

test('Google’s sheet: a row a lead, a column a name, the same lead once, and no formula out of what was written', () => {
  const cells: string[][] = [];
  const run = sheetOf(cells);
  expect(run({ id: '1', email: 'ada@shop.example', phone: '+39 02' })).toBe('{"ok":true}');
  run({ id: '1', email: 'ada@shop.example', phone: '+39 02' });
  run({ id: '2', message: '=IMPORTXML("https://elsewhere.example")' });
  expect(cells).toEqual([
    ['id', 'email', 'phone', 'message'],
    ['1', 'ada@shop.example', "'+39 02"],
    ['2', '', '', `'=IMPORTXML("https://elsewhere.example")`],
  ]);
});

describe('several receivers', () => {
  const list = (...rows: object[]) =>
    `<script type="application/json">${JSON.stringify({ destinations: rows })}</script>`;
  const open = (attributes: string, child: string) =>
    scene.open(
      scene.site.put('/several', {
        body: ownerPage({
          head: '<script>window.dataLayer = []; window.told = []; addEventListener("lead-receipt", ({ detail }) => told.push(detail));</script>',
          script: 'unisono-form.js',
          body: `<lead-form ${attributes} fields="firstName lastName email message">${child}</lead-form>`,
        }),
      }),
    );

  test('one lead with one id goes to each; the least sure receipt is read; the statistics hear of it once', async () => {
    const [own, hooks] = [await start(kinds.n8n), await start(kinds.zapier)];
    const page = await open(
      `endpoint="${own.origin}/webhook/leads" content-type="application/json"`,
      list({ destination: 'zapier', endpoint: `${hooks.origin}/hooks/catch/1/abc/` }),
    );
    await ask(page, en.states['handed-over']);
    const { id } = JSON.parse(own.posted[0]!.body);
    expect(hooks.taken).toEqual([expect.objectContaining({ id, ...written })]);
    const { told, dataLayer } = (await page.evaluate('({ told, dataLayer })')) as Record<string, object[]>;
    expect(dataLayer).toEqual([{ event: 'generate_lead', event_id: id, form: 'lead-form' }]);
    expect(told).toEqual([
      {
        id,
        receipt: { status: 'handed-over' },
        receipts: [{ status: 'accepted' }, { status: 'handed-over' }],
      },
    ]);
  });

  test('one that is away holds up no other, and gets the lead when the visitor comes back: once, and counted once', async () => {
    const [own, busy] = [await start(kinds.n8n), await start(kinds.formspree)];
    const away = await start({ cors: 'every', take: () => ({ status: 503 }) });
    const row = { destination: 'formspree', form: 'mqkvpzby' };
    const attributes = `endpoint="${own.origin}/webhook/leads" content-type="application/json"`;
    const page = await open(attributes, list({ ...row, endpoint: away.origin }));
    await ask(page, en.states.queued);
    expect(own.taken).toHaveLength(1);
    await page.reload();
    await hears(page, en.waiting.split('{date}')[0]!);
    expect(await page.locator('lead-form .kept').count()).toBe(1);
    // The receiver is back, at the address that the record has.
    await page.route(`${away.origin}/**`, async (route) => {
      const answer = await route.fetch({ url: route.request().url().replace(away.origin, busy.origin) });
      await route.fulfill({ response: answer });
    });
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => busy.taken.length).toBe(1);
    expect(busy.taken[0]).toMatchObject(written);
    await expect.poll(() => page.locator('lead-form .kept').count()).toBe(0);
    expect(own.taken).toHaveLength(1);
    expect(await page.evaluate('dataLayer')).toEqual([]);
  });

  test('one that refuses gets it again when the visitor tries again, and the other one does not', async () => {
    const own = await start(kinds.n8n);
    let isOpen = false;
    const strict = await start({
      cors: 'every',
      take: (posted, store) => (isOpen ? kinds.formspree.take(posted, store) : { status: 403 }),
    });
    const page = await open(
      `endpoint="${own.origin}/webhook/leads" content-type="application/json"`,
      list({ destination: 'formspree', form: 'mqkvpzby', endpoint: strict.origin }),
    );
    await ask(page, en.states.rejected);
    isOpen = true;
    await page.getByRole('button', { name: en.retry }).click();
    await hears(page, en.states.accepted);
    expect([own.posted.length, strict.posted.length, strict.taken.length]).toEqual([1, 2, 1]);
  });

  test('a rule by answer or temperature chooses, and a lead that fits nowhere is not lost', async () => {
    const [one, two, three] = [await start(kinds.make), await start(kinds.make), await start(kinds.make)];
    const to = ({ origin }: RunningReceiver, when: string) => ({
      destination: 'make',
      endpoint: `${origin}/abcdef`,
      when,
    });
    const page = await open(
      '',
      list(to(one!, 'temperature=hot'), to(two!, 'temperature!=hot'), to(three!, 'lastName=Rossi|Bianchi')),
    );
    await ask(page, en.states['handed-over']);
    expect([one, two, three].map(({ taken }) => taken.length)).toEqual([0, 1, 0]);
    const lost = await open('', list(to(one!, 'temperature=hot'), to(three!, 'lastName=Bianchi')));
    await ask(lost, en.states['handed-over']);
    expect([one, two, three].map(({ taken }) => taken.length)).toEqual([1, 1, 0]);
  });
});

test('unisono.sendTest() sends a test lead to each receiver, and says what came back', async () => {
  const [spree, hooks] = [await start(kinds.formspree), await start(kinds.zapier)];
  const rows = [{ destination: 'zapier', endpoint: `${hooks.origin}/hooks/catch/1/abc/` }];
  const url = scene.site.put('/test', {
    body: ownerPage({
      script: 'unisono-form.js',
      body: `<lead-form destination="formspree" form="mqkvpzby" endpoint="${spree.origin}">
        <script type="application/json">${JSON.stringify({ destinations: rows })}</script></lead-form>`,
    }),
  });
  const page = await scene.open(url);
  await page.locator('lead-form').getByRole('button', { name: en.submit }).waitFor();
  expect(await page.evaluate(() => window.unisono!.sendTest!())).toBe(
    `${spree.origin}/f/mqkvpzby accepted\n${hooks.origin}/hooks/catch/1/abc/ handed-over`,
  );
  expect([spree, hooks].map(({ taken }) => taken)).toEqual([
    [expect.objectContaining({ test: 'true' })],
    [expect.objectContaining({ test: 'true' })],
  ]);
});
