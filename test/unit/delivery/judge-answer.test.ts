import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapterOf } from '../../../src/delivery/adapters.ts';
import { type Answer, judgeAnswer, type Marks } from '../../../src/delivery/judge-answer.ts';

const id = '3f2b8c1e-0d4a-4f6b-9a57-1c2d3e4f5a6b';
const accepted = { status: 'accepted' };
const handedOver = { status: 'handed-over' };
const notAReceipt = { status: 'failed', trouble: 'not-a-receipt' };
const refusal = (message = '') => ({ status: 'rejected', trouble: 'not-a-receipt', http: 200, message });

const answer = (
  status: number,
  text = '',
  { retryAfter = null, isWhole = true, ...marks }: Partial<Answer & Marks> = {},
) => judgeAnswer({ status, text, isWhole, retryAfter }, { id, ...marks });

describe('a 2xx that says that it is a receipt', () => {
  test.each([
    '{"ok":true}',
    '{"success":true,"message":"<p>Thank you</p>"}',
    '{"ok":"true"}',
    '{"status":"success"}',
    `{"id":"${id}"}`,
    `stored ${id}`,
    `{"ok":true,"error":null,"errors":[]}`,
    '{ "ok" : true, "errors" : [ ] }',
    '{"ok": true, "error": null}',
    '{"ok": true, "error": ""}',
    '{"ok": true, "errors": false}',
    '{"ok": true, "errors": 0}',
    '\n{\n  "success": "true",\n  "errors": {  }\n}',
    ' [{"ok":true,"message":"<p>Thank you</p>"}]',
  ])('200 %j', (text) => expect(answer(200, text)).toEqual(accepted));

  test.each(['', 'ok', '{}', '{"number":7}', '[]', 'null'])(
    'created, accepted or no content, with %j',
    (text) => {
      for (const status of [201, 202, 204]) expect(answer(status, text)).toEqual(accepted);
    },
  );
});

describe('a 2xx that may be anybody’s is worded as no more than handed over', () => {
  test.each([
    '',
    ' \n',
    'ok',
    'Thank you',
    'Mail sent to <me@shop.example>',
    '{}',
    '{"number":7}',
    '[]',
    'null',
  ])('%j', (text) => {
    for (const status of [200, 203, 206, 299]) expect(answer(status, text)).toEqual(handedOver);
  });
});

describe('a 2xx that is no receipt', () => {
  test.each([
    '<!DOCTYPE html><title>Log in to the hotel network</title>',
    '\uFEFF\r\n <html>',
    '<br />\n<b>Fatal error</b>',
    'Please log in first. <html><body>',
    `${' '.repeat(30_000)}<p>Log in</p>`,
    // A login page may carry what was posted along.
    `<html><input type="hidden" value="${id}"></html>`,
    '<?xml version="1.0"?><error/>',
  ])('fault 22: %.60j is tried again, whatever its status', (text) => {
    for (const status of [200, 201, 204]) expect(answer(status, text)).toEqual(notAReceipt);
  });

  test('nor is one that has no end', () => {
    expect(answer(200, 'x'.repeat(65_536), { isWhole: false })).toEqual(notAReceipt);
    expect(answer(201, `{"id":"${id}","list":[`, { isWhole: false })).toEqual(notAReceipt);
  });

  test.each([
    ['{"ok":false,"error":"No such list"}', 'No such list'],
    [' {"success":false}', ''],
    ['{ "ok" : false }', ''],
    ['{ "errors" : ["Bad e-mail"] }', ''],
    ['{"ok":"false"}', ''],
    [`{"lead":"${'x'.repeat(5_000)}","ok":false}`, ''],
    [`{"id":"${id}","success":"False"}`, ''],
    ['{"status":"error","message":"No such list"}', 'No such list'],
    ['{"ok":true,"errors":[{"message":"Bad e-mail"}]}', 'Bad e-mail'],
    ['{"error":{"message":"Bad e-mail"}}', 'Bad e-mail'],
  ])('fault 23: %.60s is a refusal, in the receiver’s words', (text, message) =>
    expect(answer(200, text)).toEqual(refusal(message)),
  );
});

describe('what the owner says a receipt looks like', () => {
  const receipt = 'Thank you';

  test.each(['<html><h1>Thank you!</h1></html>', 'Thank you', '{"message":"Thank you"}'])(
    'is one: %j',
    (text) => {
      expect(answer(200, text, { receipt })).toEqual(accepted);
      expect(answer(200, text, { receipt, isWhole: false })).toEqual(accepted);
    },
  );

  test.each(['', 'ok', '{"ok":true}', id, '<html>Log in</html>'])('is the only one: not %j', (text) => {
    for (const status of [200, 201, 204]) expect(answer(status, text, { receipt })).toEqual(notAReceipt);
  });

  test('does not turn a no into a yes', () => {
    expect(answer(200, '{"ok":false,"message":"Thank you, no"}', { receipt })).toEqual(
      refusal('Thank you, no'),
    );
    expect(answer(422, 'Thank you', { receipt }).status).toBe('rejected');
    expect(answer(503, 'Thank you', { receipt }).status).toBe('failed');
  });
});

test('what a page puts on Object.prototype says nothing for a receiver', () => {
  const prototype = Object.prototype as { ok?: unknown; error?: unknown };
  try {
    prototype.ok = true;
    expect(answer(200, '{}')).toEqual(handedOver);
    prototype.ok = false;
    prototype.error = 'hostile';
    expect(answer(200, `{"id":"${id}"}`)).toEqual(accepted);
  } finally {
    delete prototype.ok;
    delete prototype.error;
  }
});

test.each([408, 425, 429, 500, 502, 503, 504, 599])('%d is tried again', (status) => {
  expect(answer(status, '{"ok":true}', { retryAfter: 7_000 })).toEqual({
    status: 'failed',
    trouble: 'busy',
    retryAfter: 7_000,
  });
});

test('a 429 that does not say for how long waits a minute, a 503 follows the schedule', () => {
  expect(answer(429)).toEqual({ status: 'failed', trouble: 'busy', retryAfter: 60_000 });
  expect(answer(429, '', { retryAfter: 0 })).toEqual({ status: 'failed', trouble: 'busy', retryAfter: 0 });
  expect(answer(503)).toEqual({ status: 'failed', trouble: 'busy', retryAfter: null });
});

test.each([300, 304, 400, 401, 403, 404, 410, 413, 422, 451])('%d is kept and shown', (status) => {
  expect(answer(status)).toEqual({ status: 'rejected', trouble: 'refused', http: status, message: '' });
});

describe('the receiver’s own words', () => {
  test.each([
    ['{"message":"Bad e-mail"}', 'Bad e-mail'],
    ['{"error":"Bad e-mail"}', 'Bad e-mail'],
    ['{"error":{"message":"Bad e-mail"}}', 'Bad e-mail'],
    ['{"errors":[{"field":"email","message":"Bad e-mail"}]}', 'Bad e-mail'],
    ['  Bad \n\t e-mail ', 'Bad e-mail'],
    ['{"message":{"toString":1}}', ''],
    ['{"errors":"many"}', ''],
    ['{"error":null,"errors":[null]}', ''],
    ['<h1>Bad e-mail</h1>', ''],
    ['', ''],
  ])('%s', (text, message) => {
    expect(answer(400, text)).toEqual({
      status: 'rejected',
      trouble: 'refused',
      http: 400,
      message,
    });
  });

  test('are shortened', () => {
    expect(answer(400, 'no '.repeat(500))).toMatchObject({
      message: expect.stringMatching(/^(no ?){1,67}$/),
    });
  });
});

test('no answer throws, or leaves anything on a prototype', () => {
  const any = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constant('{"__proto__":{"ok":false},"constructor":{"prototype":{"ok":1}}}'),
  );
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), any, (status, text) => {
      expect(['accepted', 'handed-over', 'failed', 'rejected']).toContain(answer(status, text).status);
      expect(({} as Record<string, unknown>).ok).toBeUndefined();
    }),
  );
});

describe('a kind of receiver that says it in its own way', () => {
  const { yes } = adapterOf('hubspot')!;

  test.each(['{"inlineMessage":"<p>Thanks</p>"}', '{"redirectUri":"https://shop.example/thanks"}'])(
    'HubSpot: %s is a yes',
    (text) => expect(answer(200, text, { yes })).toEqual(accepted),
  );

  test.each(['{}', '{"ok":true}', '{"text":"\\"inlineMessage\\":"}'])('HubSpot: %s is none', (text) =>
    expect(answer(200, text, { yes })).toEqual(handedOver),
  );

  test('HubSpot: a login page in between is none, whatever stands on it', () => {
    expect(answer(200, '<html>{"inlineMessage":""}', { yes })).toEqual(notAReceipt);
  });

  test('a page is an answer where one is known to be: handed over, however long it is, and whatever stands on it', () => {
    const page = '<!doctype html><script>{"ok":false,"errors":[1]}</script>';
    for (const isWhole of [true, false])
      expect(answer(200, page, { isWhole, answersWithPage: true })).toEqual(handedOver);
    expect(answer(404, page, { answersWithPage: true })).toMatchObject({ status: 'rejected', http: 404 });
  });
});
