import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeAnswer } from '../../../src/delivery/judge-answer.ts';

const answer = (status: number, text = '', retryAfter: number | null = null) =>
  judgeAnswer({ status, text, retryAfter });

describe('a 2xx is a receipt', () => {
  test.each(['', 'ok', 'OK\n', '{}', '{"ok":true}', '{"id":7}', '[]', 'null', '"ok"', '42', '{"ok":fal'])(
    '%j',
    (text) => {
      for (const status of [200, 201, 202, 204, 299])
        expect(answer(status, text)).toEqual({ status: 'accepted' });
    },
  );
});

describe('a 2xx that is no receipt', () => {
  test.each([
    '<!DOCTYPE html><title>Log in to the hotel network</title>',
    '\uFEFF\r\n <html>',
    '<br />\n<b>Fatal error</b>',
  ])('fault 22: %j is tried again', (text) =>
    expect(answer(200, text)).toEqual({ status: 'failed', trouble: 'not-a-receipt' }),
  );

  test('fault 23: {"ok":false} is a refusal, in the receiver’s words', () => {
    expect(answer(200, '{"ok":false,"error":"No such list"}')).toEqual({
      status: 'rejected',
      trouble: 'not-a-receipt',
      http: 200,
      message: 'No such list',
    });
    expect(answer(200, ' {"success":false}')).toEqual({
      status: 'rejected',
      trouble: 'not-a-receipt',
      http: 200,
      message: '',
    });
  });
});

test.each([408, 425, 429, 500, 502, 503, 504, 599])('%d is tried again', (status) => {
  expect(answer(status, '{"ok":true}', 7_000)).toEqual({
    status: 'failed',
    trouble: 'busy',
    retryAfter: 7_000,
  });
});

test('a 429 that does not say for how long waits a minute, a 503 follows the schedule', () => {
  expect(answer(429)).toEqual({ status: 'failed', trouble: 'busy', retryAfter: 60_000 });
  expect(answer(429, '', 0)).toEqual({ status: 'failed', trouble: 'busy', retryAfter: 0 });
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
      expect(['accepted', 'failed', 'rejected']).toContain(answer(status, text).status);
      expect(({} as Record<string, unknown>).ok).toBeUndefined();
    }),
  );
});
