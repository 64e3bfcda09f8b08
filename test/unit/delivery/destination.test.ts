import { expect, test } from 'vitest';
import { endpointOf } from '../../../src/delivery/destination.ts';

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
