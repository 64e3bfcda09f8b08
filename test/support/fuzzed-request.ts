import type { Route } from '../../collector/pages/route.ts';
import { buildEnvelope } from './envelope-builder.ts';

/** A number from 0 to 1, 1 left out. */
export type Random = () => number;

/** Who sends: by cookie, by token, or nobody. */
export interface Sender {
  cookie: string;
  token: string;
  host: string;
}

const among = <T>(random: Random, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)]!;
const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const bytes = (random: Random, count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => upTo(random, 255)));

/** Texts that something along the way may stumble over. */
const oddTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\u202e',
  '\ufeff',
  '𝔘𝔫𝔦',
  '<script>alert(1)</script>',
  "'; DROP TABLE persons; --",
  '%00',
  '%s%n',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  '-0',
  '1e999',
  'NaN',
  'null',
  '9007199254740993',
  '99999999999999999999',
  '2026-02-30',
  'Infinity',
  'a@b',
  `${'a'.repeat(64)}@${'b'.repeat(180)}.example`,
  'ada@shop.example\r\nBcc: eve@evil.example',
  'x'.repeat(5_000),
  'é'.repeat(40_000),
];

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { a: value };
  return value;
};

const oddValue = (random: Random): unknown =>
  among<() => unknown>(random, [
    () => among(random, oddTexts),
    () => among(random, [null, true, false, [], {}, 0, -1, 1.5, -0, 1e308, 2 ** 53, 2 ** 63]),
    () => deep(upTo(random, 300)),
    () => Array.from({ length: upTo(random, 500) }, () => among(random, oddTexts.slice(0, 20))),
    () => ({ [among(random, oddTexts)]: among(random, oddTexts) }),
  ])();

/** Puts something odd somewhere into a value, or leaves something out. */
function mutated(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.15) return oddValue(random);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  const key = among(random, [...Object.keys(copy), among(random, oddTexts)]);
  if (random() < 0.1) delete copy[key];
  else copy[key] = mutated(copy[key], random);
  return copy;
}

/** What somebody may do to JSON once it is text. */
const textChanges: readonly ((json: string, random: Random) => string | Buffer)[] = [
  (json) => json,
  (json) => json,
  (json) => json.replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'),
  (json) => json.replace('"profile":', '"profile":{"email":"eve@evil.example"},"profile":'),
  (json, random) => json.slice(0, upTo(random, json.length)),
  (json) => json.replace(/"name":"[^"]*"/, '"name":"\\u0000\\ud800\\udc00\\udfff"'),
  (json) => `\ufeff${json}`,
  (json, random) => json + ' '.repeat(upTo(random, 70_000)),
  (json, random) => {
    const flipped = Buffer.from(json);
    for (let i = upTo(random, 5); i >= 0; i -= 1)
      flipped[upTo(random, flipped.length - 1)] = upTo(random, 255);
    return flipped;
  },
];

function leadBody(random: Random): string | Buffer {
  let lead: unknown = buildEnvelope();
  for (let i = upTo(random, 3); i > 0; i -= 1) lead = mutated(lead, random);
  return among(random, textChanges)(JSON.stringify(lead) ?? '', random);
}

function tallyBody(random: Random): string {
  const tally = { day: '2026-11-27', form: 'lead-form', campaign: 'autumn', event: 'view', number: 3 };
  return JSON.stringify(
    Array.from({ length: upTo(random, 5) }, () => (random() < 0.5 ? tally : mutated(tally, random))),
  );
}

const oddEscapes = ['%00', '%ff%fe', '%u0041', '%', '%zz', '+', '&', '=', '%ED%A0%80', '%F0%9F%98%80'];

function formBody(random: Random, names: readonly string[]): string {
  const field = () => {
    const value =
      random() < 0.5
        ? among(
            random,
            oddTexts.filter((text) => !/\p{Surrogate}/u.test(text)),
          )
        : among(random, oddEscapes);
    return `${among(random, names)}=${random() < 0.3 ? value : encodeURIComponent(value)}`;
  };
  return Array.from({ length: upTo(random, 12) }, field).join('&');
}

/** Names of fields, ours and others. */
const names = [
  'email',
  'name',
  'phone',
  'message',
  'interests',
  'budget',
  'consent.marketing',
  'objection.scoring',
  'stage',
  'reason',
  'note',
  'revenue',
  'next_on',
  'version',
  'person',
  'owner',
  'q',
  'page',
  'limit',
  'before',
  'from',
  'to',
  'token',
  'password',
  'role',
  'url',
  '__proto__',
  'a[b]',
  '',
];

const bodies: readonly ((random: Random) => [type: string, body: string | Buffer])[] = [
  (random) => ['application/json', leadBody(random)],
  (random) => ['text/plain', leadBody(random)],
  (random) => ['text/plain;charset=UTF-8', tallyBody(random)],
  (random) => ['application/x-www-form-urlencoded', formBody(random, names)],
  (random) => [
    among(random, ['application/x-www-form-urlencoded; charset=utf-16', 'APPLICATION/X-WWW-FORM-URLENCODED']),
    formBody(random, names),
  ],
  (random) => [
    'multipart/form-data; boundary=x',
    `--x\r\nContent-Disposition: form-data; name="${among(random, names)}"\r\n\r\n${among(random, oddTexts)}\r\n--x--`,
  ],
  (random) => ['multipart/form-data', bytes(random, 40)],
  (random) => [
    among(random, ['text/html', '', ';', 'application/json;charset=latin1', 'x'.repeat(300)]),
    leadBody(random),
  ],
  (random) => ['application/octet-stream', bytes(random, upTo(random, 3_000))],
  () => ['application/json', '['.repeat(30_000)],
];

const parameters = [
  '1',
  '0',
  '-1',
  '2',
  'x',
  '%00',
  '%ff',
  '9007199254740993',
  '99999999999999999999',
  '1e3',
  '%2e%2e',
];
const oddPaths = [
  '/',
  '//',
  '/api/leads/',
  '/api/leads%00',
  '/api/tallies',
  '/api/nothing',
  '/%ff%fe',
  '/..%2f..%2fetc',
  '/en/',
  '*',
  'http://evil.example/api/leads',
  `/${'a'.repeat(7_000)}`,
  '/api/leads?limit=%00',
  '/api/leads?limit=-1&limit=2&__proto__=x',
];

function pathOf(random: Random, routes: readonly Route[]): string {
  if (random() < 0.15) return among(random, oddPaths);
  const path = among(random, routes).path.replaceAll(/:\w+(?:\{[^}]*\})?/g, () => among(random, parameters));
  return random() < 0.4 ? `${path}?${formBody(random, names).replaceAll(/[^\x21-\x7e]/g, '%3F')}` : path;
}

const oddHeaders: readonly ((random: Random) => string)[] = [
  () => 'Accept-Language: it',
  () => `Accept-Language: ${'x,'.repeat(500)}`,
  () => 'X-Forwarded-For: 1.2.3.4, ::1, \xff',
  () => 'Referer: javascript:alert(1)',
  () => 'Referer: http://[::1',
  (random) => `X-Long: ${'y'.repeat(upTo(random, 20_000))}`,
  () => 'Cookie: session=%00; language=__proto__',
  () => 'Authorization: Bearer \xff\xfe',
  () => 'If-None-Match: "*"',
  () => 'Range: bytes=0-,-1',
  () => 'Expect: 200-maybe',
  () => 'Transfer-Encoding: identity',
  () => 'Host: rebound.example',
  () => 'Last-Event-ID: -1',
];

const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PURGE', 'FOO'];

/** One request as it goes over the wire, from sound to broken. */
export function fuzzedRequest(random: Random, routes: readonly Route[], sender: Sender): Buffer {
  if (random() < 0.02) return bytes(random, upTo(random, 400));
  const isLead = random() < 0.5;
  const method = random() < 0.1 ? among(random, methods) : isLead || random() < 0.5 ? 'POST' : 'GET';
  const path = isLead ? among(random, ['/api/leads', '/api/tallies']) : pathOf(random, routes);
  const [type, body] = method === 'GET' ? ['', ''] : among(random, bodies)(random);
  const payload = Buffer.from(body);
  const who = among(random, ['', `Cookie: ${sender.cookie}`, `Authorization: Bearer ${sender.token}`]);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${sender.host}`,
    'Connection: close',
    ...(type ? [`Content-Type: ${type}`] : []),
    ...(who ? [who] : []),
    ...(random() < 0.7 ? [`Origin: http://${sender.host}`] : []),
    ...(random() < 0.3 ? [among(random, oddHeaders)(random)] : []),
    ...(payload.length > 0 ? [`Content-Length: ${payload.length}`] : []),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), payload]);
}
