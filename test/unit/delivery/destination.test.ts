import { describe, expect, test } from 'vitest';
import { adapters } from '../../../src/delivery/adapters.ts';
import { destinationOf, endpointOf, type Receiver } from '../../../src/delivery/destination.ts';

const base = 'https://shop.example/landing/?utm_source=x';

test.each([
  ['https://hooks.example/leads?token=1', 'https://hooks.example/leads?token=1'],
  ['http://localhost:4173/api/leads', 'http://localhost:4173/api/leads'],
  ['/api/leads', 'https://shop.example/api/leads'],
  ['leads', 'https://shop.example/landing/leads'],
  [' /api/leads ', 'https://shop.example/api/leads'],
  ['//hooks.example/leads', 'https://hooks.example/leads'],
])('%s sends to %s', (endpoint, url) => {
  expect(endpointOf(endpoint, base)).toEqual({
    url,
    readable: true,
    contentType: 'text/plain',
    receipt: undefined,
  });
});

test.each([
  ['nothing', ''],
  ['blanks, which would be the page itself', '  '],
  ['a script', 'javascript:alert(1)'],
  ['another scheme', 'ftp://hooks.example/'],
  ['a scheme that ends like ours', 'xhttp://hooks.example/'],
  ['a scheme that starts like ours', 'httpsx://hooks.example/'],
  ['a name', 'https://ada@hooks.example/'],
  ['a password', 'https://:word@hooks.example/'],
  ['no address', 'https://'],
])('%s is no endpoint', (_, endpoint) => {
  expect(endpointOf(endpoint, base)).toBeNull();
});

test('what an owner says of it is kept', () => {
  const said = { readable: false, contentType: 'application/json', receipt: 'Thank you' } as const;
  expect(endpointOf('/leads', base, said)).toEqual({ url: 'https://shop.example/leads', ...said });
});

describe('a receiver', () => {
  const guid = '78c2891f-ebdd-44c0-bd94-15c012bbbfbf';
  const endpoint = 'https://hooks.example/lead';
  const formEncoded = 'application/x-www-form-urlencoded';

  test('of no kind is its endpoint, as it always was', () => {
    expect(destinationOf({ endpoint: '/leads', unreadable: true }, base)).toEqual(
      endpointOf('/leads', base, { readable: false }),
    );
  });

  test.each<[Receiver, string, boolean, string]>([
    [{ destination: 'text', endpoint }, endpoint, true, 'text/plain'],
    [{ destination: 'json', endpoint }, endpoint, true, 'application/json'],
    [{ destination: 'n8n', endpoint }, endpoint, true, 'application/json'],
    [{ destination: 'form', endpoint }, endpoint, true, formEncoded],
    [{ destination: 'form', endpoint, unreadable: true }, endpoint, false, formEncoded],
    [{ destination: 'zapier', endpoint }, endpoint, false, formEncoded],
    [{ destination: 'make', endpoint }, endpoint, false, formEncoded],
    [{ destination: 'node-red', endpoint }, endpoint, false, formEncoded],
    [{ destination: 'slack', endpoint }, endpoint, false, formEncoded],
    [{ destination: 'apps-script', endpoint }, endpoint, true, formEncoded],
    [
      { destination: 'hubspot', portal: '62515', form: guid },
      `https://api.hsforms.com/submissions/v3/integration/submit/62515/${guid}`,
      true,
      'application/json',
    ],
    [
      { destination: 'hubspot', portal: '62515', form: guid, endpoint: 'https://api-eu1.hsforms.com' },
      `https://api-eu1.hsforms.com/submissions/v3/integration/submit/62515/${guid}`,
      true,
      'application/json',
    ],
    [
      { destination: 'salesforce', portal: '00D5g000004Ruvn' },
      'https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8&orgId=00D5g000004Ruvn',
      false,
      formEncoded,
    ],
    [{ destination: 'formspree', form: 'mqkvpzby' }, 'https://formspree.io/f/mqkvpzby', true, formEncoded],
    [{ destination: 'web3forms', form: guid }, 'https://api.web3forms.com/submit', true, formEncoded],
    [{ destination: 'netlify', form: 'contact' }, 'https://shop.example/', true, formEncoded],
  ])(
    '%j: its address, whether it can be read, how the body is labelled',
    (receiver, url, readable, contentType) => {
      const { destination: adapter, portal, form } = receiver;
      expect(destinationOf(receiver, base)).toMatchObject({
        url,
        readable,
        contentType,
        adapter,
        ...(portal && { portal }),
        ...(form && { form }),
      });
    },
  );

  test('is a plain object, whatever is said of it', () => {
    const to = destinationOf({ destination: 'form', endpoint, sends: 'email=mail' }, base);
    expect(structuredClone(to)).toEqual(to);
  });

  test.each<[string, Receiver, string]>([
    ['a service that wants a secret key', { destination: 'mailchimp', endpoint }, 'destination'],
    ['a name of every object', { destination: 'constructor', endpoint }, 'destination'],
    ['no address', { destination: 'zapier' }, 'endpoint'],
    [
      'a host that is none',
      { destination: 'formspree', form: 'mqkvpzby', endpoint: 'formspree' },
      'endpoint',
    ],
    ['no account', { destination: 'hubspot', form: guid }, 'portal'],
    ['no form', { destination: 'hubspot', portal: '62515' }, 'form'],
    ['a token of HubSpot', { destination: 'hubspot', portal: '62515', form: `pat-eu1-${guid}` }, 'form'],
    ['a key in place of an account', { destination: 'salesforce', portal: '3MVG9lKcPoNINVB' }, 'portal'],
    ['a key of Formspree', { destination: 'formspree', form: '7d9f0b3c1e5a4d2f8b6c' }, 'form'],
    ['a path in place of a form', { destination: 'formspree', form: '../x/abc' }, 'form'],
    ['a key that is not Web3Forms’', { destination: 'web3forms', form: 'xkeysib-0123' }, 'form'],
  ])('with %s is told by the part that is wrong', (_, receiver, part) => {
    expect(destinationOf(receiver, base)).toBe(part);
  });

  test('with a secret for an address is marked; only Slack’s is', () => {
    const secret = Object.entries(adapters).filter(([, adapter]) => 'secret' in adapter);
    expect(secret.map(([name]) => name)).toEqual(['slack']);
  });
});
