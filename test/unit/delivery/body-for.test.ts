import { describe, expect, test } from 'vitest';
import { adapters } from '../../../src/delivery/adapters.ts';
import { bodyFor } from '../../../src/delivery/body-for.ts';
import { destinationOf, type Receiver } from '../../../src/delivery/destination.ts';
import type { Envelope } from '../../../src/lead/envelope.ts';
import { buildEnvelope, consentTo, morning } from '../../support/envelope-builder.ts';

const id = '3f2b8c1e-5d0a-4b6f-9c37-0e1d2a4b6c88';
const guid = '78c2891f-ebdd-44c0-bd94-15c012bbbfbf';
const endpoint = 'https://hooks.example/lead';

/** Somebody who agreed to news and to nothing else. */
const envelope = buildEnvelope({
  id,
  profile: {
    email: 'ada@shop.example',
    firstName: 'Ada',
    lastName: 'Rossi & figli',
    message: 'Quanto costa?\n<!channel> "è" tutto',
    answers: [{ name: 'service', label: 'Which?', value: ['audit', 'build'] }],
  },
  consents: [consentTo('marketing')],
});

/** The body for a receiver, as an owner says it. */
function bodyTo(receiver: Receiver, lead: Envelope = envelope): string | null {
  const to = destinationOf(receiver, 'https://shop.example/');
  if (typeof to === 'string') throw new Error(`Not said in full: ${to}`);
  return bodyFor(lead, to);
}

const everything = [
  'email=ada%40shop.example',
  'firstName=Ada',
  'lastName=Rossi+%26+figli',
  'message=Quanto+costa%3F%0A%3C%21channel%3E+%22%C3%A8%22+tutto',
  'service=audit%3Bbuild',
  'score=5',
  'temperature=cold',
  `id=${id}`,
  'createdAt=2026-11-23T10%3A00%3A00.000Z',
  'source.form=lead-form',
  'source.page=https%3A%2F%2Fshop.example%2Flanding',
  'source.title=Fewer+empty+chairs',
  'source.locale=it-IT',
  'source.variant=b',
  'consent.marketing=true',
  'consent.marketing.text=You+may+write+to+me+about+news.',
].join('&');

describe('the body for', () => {
  test.each(['text', 'json', 'n8n'])('%s is the envelope', (destination) => {
    expect(bodyTo({ endpoint, destination })).toBe(JSON.stringify(envelope));
  });

  test.each(['form', 'zapier', 'make', 'node-red', 'apps-script'])('%s is fields', (destination) => {
    expect(bodyTo({ endpoint, destination })).toBe(everything);
  });

  test('slack is lines, in which nobody can call the channel', () => {
    const body = new URLSearchParams(bodyTo({ endpoint, destination: 'slack', sends: 'email message' })!);
    expect([...body.keys()]).toEqual(['payload']);
    expect(JSON.parse(body.get('payload')!)).toEqual({
      text: 'email: ada@shop.example\nmessage: Quanto costa?\n&lt;!channel&gt; "è" tutto',
    });
  });

  const fields = [
    { objectTypeId: '0-1', name: 'email', value: 'ada@shop.example' },
    { objectTypeId: '0-1', name: 'firstname', value: 'Ada' },
    { objectTypeId: '0-1', name: 'lastname', value: 'Rossi & figli' },
    { objectTypeId: '0-1', name: 'message', value: 'Quanto costa?\n<!channel> "è" tutto' },
  ];
  const context = { pageUri: 'https://shop.example/landing', pageName: 'Fewer empty chairs' };
  const hubspot = { destination: 'hubspot', portal: '62515', form: guid };

  test('hubspot is its fields, with the page', () => {
    expect(JSON.parse(bodyTo(hubspot)!)).toEqual({ fields, context });
  });

  test('hubspot has the one consent that was given, in its exact words, for the mails that the owner names', () => {
    const text = 'You may write to me about news.';
    const communications = [{ value: true, subscriptionTypeId: 999, text }];
    expect(JSON.parse(bodyTo({ ...hubspot, subscription: '999' })!)).toEqual({
      fields,
      context,
      legalConsentOptions: { consent: { consentToProcess: true, text, communications } },
    });
  });

  test.each([
    ['a no', [consentTo('marketing', false)]],
    ['no word', []],
    ['a yes to something else', [consentTo('profiling')]],
    ['a yes that was taken back', [consentTo('marketing'), consentTo('marketing', false)]],
  ])('hubspot gets no consent out of %s', (_, consents) => {
    const body = bodyTo({ ...hubspot, subscription: '999' }, { ...envelope, consents });
    expect(JSON.parse(body!)).toEqual({ fields, context });
  });

  test('salesforce has its own names, and what it cannot do without', () => {
    expect(bodyTo({ destination: 'salesforce', portal: '00D5g000004Ruvn' })).toBe(
      'oid=00D5g000004Ruvn&company=-&email=ada%40shop.example&last_name=Rossi+%26+figli&first_name=Ada' +
        '&description=Quanto+costa%3F%0A%3C%21channel%3E+%22%C3%A8%22+tutto',
    );
    const nameless = { ...envelope, profile: { email: 'ada@shop.example', company: 'Rossi' } };
    expect(bodyTo({ destination: 'salesforce', portal: '00D5g000004Ruvn' }, nameless)).toBe(
      'oid=00D5g000004Ruvn&company=Rossi&email=ada%40shop.example&last_name=ada%40shop.example',
    );
  });

  test.each([
    ['formspree', { form: 'mqkvpzby' }, ''],
    ['web3forms', { form: guid }, `access_key=${guid}&`],
    ['netlify', { form: 'Contact us' }, 'form-name=Contact+us&'],
  ])('%s is fields, with the form they are for', (destination, account, own) => {
    expect(bodyTo({ destination, ...account })).toBe(own + everything);
  });
});

describe('what an owner picks and renames', () => {
  const sends = 'email, firstName=vorname service\n company consent.marketing.text=words';

  test('is sent, in that order, and nothing else', () => {
    expect(bodyTo({ endpoint, destination: 'form', sends })).toBe(
      'email=ada%40shop.example&vorname=Ada&service=audit%3Bbuild&words=You+may+write+to+me+about+news.',
    );
  });

  test('makes fields of what would be an envelope', () => {
    const body = { email: 'ada@shop.example', vorname: 'Ada', service: 'audit;build' };
    for (const destination of [undefined, 'text', 'json', 'n8n'])
      expect(bodyTo({ endpoint, destination, sends: 'email firstName=vorname service' })).toBe(
        JSON.stringify(body),
      );
  });

  test('takes the place of what a receiver usually gets', () => {
    const body = bodyTo({
      destination: 'hubspot',
      portal: '1',
      form: guid,
      sends: 'email service=offer',
    });
    expect(JSON.parse(body!).fields.map(({ name }: { name: string }) => name)).toEqual(['email', 'offer']);
  });

  test('cannot take away what says whose form it is', () => {
    const body = bodyTo({ destination: 'web3forms', form: guid, sends: 'email' });
    expect(body).toBe(`access_key=${guid}&email=ada%40shop.example`);
  });
});

test.each(Object.keys(adapters))(
  '%s: the same lead is the same bytes, also out of the store',
  (destination) => {
    const account = { portal: '00D5g000004Ruvn', form: guid, subscription: '9' };
    const to = {
      url: endpoint,
      readable: true,
      contentType: 'text/plain',
      adapter: destination,
      ...account,
    } as const;
    const first = bodyFor(envelope, to);
    expect(first).toContain('ada');
    expect(bodyFor(structuredClone(envelope), structuredClone(to))).toBe(first);
  },
);

test('a damaged envelope has no body', () => {
  expect(bodyTo({ endpoint, destination: 'form' }, { ...envelope, consents: null as never })).toBeNull();
});

test('a lead says when it was written', () => {
  expect(bodyTo({ endpoint, destination: 'form', sends: 'createdAt' })).toBe(
    new URLSearchParams({ createdAt: morning }).toString(),
  );
});
