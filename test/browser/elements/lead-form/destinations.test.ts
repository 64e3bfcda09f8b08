import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { indexedDbStore } from '../../../../src/delivery/indexed-db-store.ts';
import { keyOf, newRecord } from '../../../../src/delivery/outbox-record.ts';
import { form as en } from '../../../../src/locales/en.ts';
import { pageOutbox } from '../../../../src/visit/page-outbox.ts';
import { buildEnvelope } from '../../../support/envelope-builder.ts';
import { fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { hearProblems } from '../../../support/problems.ts';
import { accept, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

const guid = '78c2891f-ebdd-44c0-bd94-15c012bbbfbf';
const formWith = (attributes: string, destinations?: unknown) =>
  mount(
    'lead-form',
    `<lead-form ${attributes} fields="name email">${
      destinations ? `<script type="application/json">${JSON.stringify({ destinations })}</script>` : ''
    }</lead-form>`,
  );
const another = () => receiver.endpoint.replace(/[^/]+$/, 'another');
const urls = (element: { receivers: { url: string }[] }) => element.receivers.map(({ url }) => url);

describe('a receiver that cannot be is told to the owner, and nothing is sent anywhere', () => {
  test.each([
    ['a service that wants a secret key', 'destination="mailchimp"', 'destination', /hubspot.*collector/],
    ['no account', 'destination="hubspot"', 'portal', /never a secret key/],
    ['a secret key for a form', `destination="web3forms" form="sk_live_51H"`, 'form', /never a secret key/],
  ])('%s', async (_, attributes, option, expected) => {
    const problems = hearProblems();
    const element = await formWith(`endpoint="${receiver.endpoint}" ${attributes}`);
    await expect.element(page.getByText(en.unconnected)).toBeVisible();
    expect(problems.events).toEqual([{ option, expected: expect.stringMatching(expected) }]);
    expect(problems.console).toHaveBeenCalledOnce();
    expect(element.receivers).toEqual([]);
    await fillIn();
    await submit().click({ force: true });
    expect(receiver.received).toEqual([]);
  });
});

test.each(['api-key', 'apikey', 'access-token', 'secret-key'])(
  'a key under %s is told to the owner, and goes nowhere',
  async (attribute) => {
    const problems = hearProblems();
    await formWith(`endpoint="${receiver.endpoint}" ${attribute}="k3y"`);
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(problems.events).toEqual([{ option: attribute, expected: expect.stringContaining('collector') }]);
    expect(receiver.received[0]!.body).not.toContain('k3y');
  },
);

test('an address that is a secret is told once, and used', async () => {
  const problems = hearProblems();
  const element = await formWith(`destination="slack" endpoint="${receiver.endpoint}"`);
  element.setAttribute('variant', 'rendered again');
  await element.updateComplete;
  expect(problems.events).toEqual([{ option: 'endpoint', expected: expect.stringContaining('collector') }]);
  expect(urls(element)).toEqual([receiver.endpoint]);
});

describe('further receivers', () => {
  test.each<[string, unknown]>([
    ['no list', { endpoint: '/leads' }],
    ['no receiver', ['/leads']],
    ['a part that is misspelt', [{ endpoint: '/leads', sned: 'email' }]],
    ['a list where a text is asked for', [{ endpoint: '/leads', sends: ['email'] }]],
    ['a condition that is none', [{ endpoint: '/leads', when: 'temperature=' }]],
    ['a condition that is no text', [{ endpoint: '/leads', when: true }]],
    ['a part of every object', [JSON.parse('{"endpoint":"/leads","__proto__":"x"}')]],
    ['no address', [{ when: 'temperature=hot' }]],
    ['an unknown kind', [{ destination: 'brevo', endpoint: '/leads' }]],
  ])('%s: told to the owner, and the form’s own receiver gets every lead', async (_, destinations) => {
    const problems = hearProblems();
    const element = await formWith(`endpoint="${receiver.endpoint}"`, destinations);
    expect(problems.events.map(({ option }) => option)).toEqual(['destinations']);
    expect(urls(element)).toEqual([receiver.endpoint]);
  });

  test('stand behind the form’s own and that of its hot leads', async () => {
    const element = await formWith('endpoint="/leads" hot-endpoint="/hot"', [
      { destination: 'hubspot', portal: '7', form: guid },
      { endpoint: '/copy', when: 'temperature=hot', unreadable: true },
    ]);
    const path = `/submissions/v3/integration/submit/7/${guid}`;
    const own = ['/leads', '/hot'].map((path) => location.origin + path);
    expect(urls(element)).toEqual([...own, `https://api.hsforms.com${path}`, `${location.origin}/copy`]);
  });

  test('may stand alone', async () => {
    const problems = hearProblems();
    const element = await formWith('', [{ endpoint: '/leads' }]);
    expect(urls(element)).toEqual([`${location.origin}/leads`]);
    expect(problems.events).toEqual([]);
  });

  test('are receivers of leads: none of them is sent counts', async () => {
    const problems = hearProblems();
    await formWith(`endpoint="/leads" tally-endpoint="${another()}"`, [{ endpoint: another() }]);
    await expect.poll(() => problems.events.map(({ option }) => option)).toEqual(['tallyEndpoint']);
  });

  test('a hot lead goes to the hot address in place of the form’s own, and to the others as well', async () => {
    const scoring = { rules: [{ when: 'email', points: 60 }], warm: 30, hot: 60 };
    const element = await formWith(`endpoint="${another()}" hot-endpoint="${receiver.endpoint}"`);
    element.config = { scoring, destinations: [{ endpoint: `${another()}-copy`, when: 'temperature=hot' }] };
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(receiver.received).toHaveLength(1);
    expect(receiver.elsewhere.map((each) => each.split(' ')[0])).toEqual([`${another()}-copy`]);
  });

  test('a lead that was changed after one of them refused it replaces what waits, at all of them', async () => {
    receiver.will(refuse('No.'));
    await formWith(`endpoint="${receiver.endpoint}"`, [{ endpoint: another() }]);
    await fillIn();
    await submit().click();
    await expect.element(page.getByText(en.states.rejected)).toBeVisible();
    expect(await pageOutbox().list()).toHaveLength(1);
    receiver.will(accept);
    await fillIn({ name: 'Ada Bianchi', email: 'ada@shop.example' });
    await page.getByRole('button', { name: en.retry }).click();
    await expect.element(page.getByText(en.states.accepted)).toBeVisible();
    expect(await pageOutbox().list()).toEqual([]);
    const ids = receiver.received.map(({ lead }) => lead.id);
    expect(new Set(ids).size).toBe(2);
    expect(receiver.elsewhere).toHaveLength(2);
  });
});

describe('what an earlier page has stored', () => {
  const stored = async (destination: object, at = 0) => {
    const envelope = buildEnvelope();
    const plain = { url: receiver.endpoint, readable: true, contentType: 'text/plain' } as const;
    const record = newRecord(
      envelope,
      { ...plain, ...destination },
      1_000,
      Date.now() - 60_000,
      keyOf(envelope.id, at),
    );
    await indexedDbStore().transact((_, write) => write(record.id, { ...record, leasedUntil: 0 }));
    return envelope;
  };

  test('is sent as it always was, if it is as it always was', async () => {
    const envelope = await stored({});
    await formWith(`endpoint="${receiver.endpoint}"`);
    await expect.poll(() => receiver.received.map(({ body }) => body)).toEqual([JSON.stringify(envelope)]);
  });

  test('is written for the kind of receiver that it was stored for, whatever the form has now', async () => {
    const { id } = await stored({ url: another(), adapter: 'json', sends: 'id=number' });
    await formWith(`endpoint="${another()}"`);
    await expect.poll(() => receiver.elsewhere).toEqual([`${another()} {"number":"${id}"}`]);
  });

  test('for a kind that this version does not know is not sent, and shown: the person may copy or discard it', async () => {
    await stored({ adapter: 'later' });
    await formWith(`endpoint="${receiver.endpoint}"`);
    await pageOutbox().flush();
    expect(await pageOutbox().list()).toMatchObject([{ status: 'unreadable', trouble: 'other-version' }]);
    expect(receiver.received).toEqual([]);
    await expect.element(page.getByRole('button', { name: en.discard })).toBeVisible();
  });

  test('for a further receiver that the page does not name any more waits, and is one request', async () => {
    const { id } = await stored({ url: another() }, 1);
    await formWith(`endpoint="${receiver.endpoint}"`);
    await pageOutbox().flush();
    expect(await pageOutbox().list()).toMatchObject([{ id, trouble: 'endpoint-not-allowed' }]);
    expect(receiver.elsewhere).toEqual([]);
  });
});
