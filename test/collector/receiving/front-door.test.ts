import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredLead } from '../../../collector/working/stored-leads.ts';
import { scoreOf } from '../../../src/schema.ts';
import { type CollectorOnStore, collectorOn } from '../../support/collector-on-store.ts';
import { buildEnvelope, buildLead, consentTo } from '../../support/envelope-builder.ts';
import { onEachStore } from '../../support/on-each-store.ts';

type Payload = string | Blob | ReadableStream;

/** Pads a lead with blanks, which JSON allows, to exactly so many bytes. */
const weighing = (bytes: number, envelope = buildEnvelope()): string => {
  const json = JSON.stringify(envelope);
  return json + ' '.repeat(bytes - Buffer.byteLength(json));
};

/** The same bytes in pieces and without a Content-Length. */
const inPieces = (body: string): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < body.length; at += 10_000) {
        controller.enqueue(new TextEncoder().encode(body.slice(at, at + 10_000)));
      }
      controller.close();
    },
  });

onEachStore((open) => {
  let collector: CollectorOnStore;
  beforeEach(async () => {
    collector = await collectorOn(await open());
  });

  const post = (body: Payload, headers: Record<string, string> = { 'Content-Type': 'text/plain' }) =>
    fetch(`${collector.url}/api/leads`, {
      method: 'POST',
      body,
      headers,
      ...({ duplex: 'half' } as object),
    });

  const send = (envelope: unknown) => post(JSON.stringify(envelope));

  async function leads(query = ''): Promise<{ leads: StoredLead[]; next?: number }> {
    const answer = await fetch(`${collector.url}/api/leads${query}`, {
      headers: { Authorization: 'Bearer test-token' },
    });
    return answer.json();
  }
  const stored = async (id: string): Promise<StoredLead | undefined> =>
    (await leads('?limit=200')).leads.find(({ envelope }) => envelope.id === id);

  describe('a lead', () => {
    test.each([
      'text/plain',
      'text/plain;charset=UTF-8',
      'application/json',
      'application/json; charset=utf-8',
    ])('sent as %s is stored whole, and that is what the answer says', async (type) => {
      const envelope = buildEnvelope();
      const answer = await post(JSON.stringify(envelope), { 'Content-Type': type });
      expect(answer.status).toBe(201);
      expect(await answer.json()).toEqual({ ok: true, id: envelope.id, status: 'stored', withheld: [] });
      expect((await stored(envelope.id))?.envelope).toEqual(envelope);
    });

    test('sent again is answered 2xx and stored once', async () => {
      const envelope = buildEnvelope();
      await send(envelope);
      const again = await send(envelope);
      expect(again.status).toBe(200);
      expect(await again.json()).toMatchObject({ ok: true, status: 'duplicate' });
      const { leads: all } = await leads('?limit=200');
      expect(all.filter((lead) => lead.envelope.id === envelope.id)).toHaveLength(1);
    });

    test('sent twenty times at once is stored once', async () => {
      const envelope = buildEnvelope();
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(envelope)));
      expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    });

    test('that says the same in another order of keys is the same', async () => {
      const { version, ...rest } = buildEnvelope();
      await send({ version, ...rest });
      expect((await send({ ...rest, version })).status).toBe(200);
    });

    test('whose challenge gave another token, or none, for a later try is the same; no token is kept', async () => {
      const envelope = buildEnvelope();
      const tries = [
        { ...envelope.spam, challenge: { name: 'altcha', token: 'first' } },
        { ...envelope.spam, challenge: { name: 'altcha', token: 'second' } },
        { ...envelope.spam, signals: ['challenge-missing'] },
        envelope.spam,
      ];
      const statuses: number[] = [];
      for (const spam of tries) statuses.push((await send({ ...envelope, spam })).status);
      expect(statuses).toEqual([201, 200, 200, 200]);
      expect((await stored(envelope.id))?.envelope).toEqual(envelope);

      const unsolved = buildEnvelope();
      await send({ ...unsolved, spam: { ...unsolved.spam, signals: ['challenge-missing'] } });
      expect((await stored(unsolved.id))?.envelope.spam.signals).toEqual(['challenge-missing']);
    });

    test('nested deeper than anything can be written is refused, and is no failure of ours', async () => {
      const json = JSON.stringify(buildEnvelope());
      const deep = `${json.slice(0, -1)},"deeper":${'['.repeat(15_000)}${']'.repeat(15_000)}}`;
      expect((await post(deep)).status).toBe(422);
    });

    test('under the id of another is refused, and the other stays as it was', async () => {
      const envelope = buildEnvelope();
      await send(envelope);
      const other = await send({ ...envelope, profile: { email: 'eve@evil.example' } });
      expect(other.status).toBe(409);
      expect(await other.json()).toMatchObject({ error: { code: 'id-conflict' } });
      expect((await stored(envelope.id))?.envelope).toEqual(envelope);
    });

    test('that an owner sent to try the endpoint stays marked', async () => {
      const envelope = buildEnvelope({ test: true });
      await send(envelope);
      expect((await stored(envelope.id))?.envelope.test).toBe(true);
    });

    test('with a forged score is scored again, and the claim kept beside it', async () => {
      const profile = { email: 'forger@shop.example' };
      const envelope = buildEnvelope({ profile });
      const forged = {
        value: 100,
        temperature: 'hot',
        stage: 'mql',
        reasons: [{ rule: 'trust-me', points: 100 }],
      };
      await send({ ...envelope, score: forged });
      const lead = await stored(envelope.id);
      expect(lead?.score).toEqual(scoreOf(buildLead({ profile })));
      expect(lead?.envelope.score).toEqual(lead?.score);
      expect(lead?.claimedScore).toEqual(forged);
    });

    test('without a score is scored where profiling was agreed to', async () => {
      const { score, ...envelope } = buildEnvelope();
      await send(envelope);
      const lead = await stored(envelope.id);
      expect(lead?.score).toEqual(score);
      expect(lead).not.toHaveProperty('claimedScore');
    });

    test('without the profiling consent is kept, what was done is not, and what was written is scored alone', async () => {
      const envelope = { ...buildEnvelope(), consents: [consentTo('profiling', false)] };
      const answer = await send(envelope);
      expect(answer.status).toBe(201);
      expect(await answer.json()).toMatchObject({
        withheld: ['attribution', 'engagement', 'calculation', 'score'],
      });
      const lead = await stored(envelope.id);
      const { attribution, engagement, calculation, score: _, ...request } = envelope;
      const score = scoreOf({ profile: envelope.profile });
      expect(lead).toMatchObject({ envelope: { ...request, score }, score });
      expect(score).toMatchObject({ fit: 55, interest: 0 });
      expect(JSON.stringify(lead)).not.toMatch(/newsletter|gclid|activeSeconds|claimedScore/);
    });

    test('of somebody who objects to scoring is kept without a score, whatever the sender says', async () => {
      const consents = [consentTo('profiling'), consentTo('scoring', false)];
      const envelope = { ...buildEnvelope(), consents };
      expect(envelope.score).toBeDefined();
      const answer = await send(envelope);
      expect(await answer.json()).toMatchObject({ withheld: ['score'] });
      const { score: _, ...rest } = envelope;
      const lead = await stored(envelope.id);
      expect(lead).toMatchObject({ score: null });
      expect(lead?.envelope).toEqual(rest);
      expect(lead).not.toHaveProperty('claimedScore');
    });

    test('of an older script is scored by today’s rules', async () => {
      const { score, ...rest } = buildEnvelope();
      const { fit: _, interest: __, ...old } = score!;
      await send({ ...rest, score: old });
      expect((await stored(rest.id))?.score).toEqual(score);
    });

    test('of a person who asked before is counted as theirs, however the address was typed', async () => {
      const requests = ['Grace@Shop.example', 'grace@SHOP.example', 'grace@shop.example'].map((email) =>
        buildEnvelope({ profile: { email } }),
      );
      for (const request of requests) await send(request);
      const found = await Promise.all(requests.map(({ id }) => stored(id)));
      expect(found.map((lead) => lead?.person)).toEqual(
        [1, 2, 3].map((request) => ({ key: 'grace@shop.example', request })),
      );
    });

    test('with keys that would reach a prototype is stored without them', async () => {
      const envelope = buildEnvelope();
      const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},';
      const body = JSON.stringify(envelope)
        .replace('{"', `{${evil}"`)
        .replace('"profile":{', `"profile":{${evil}`);
      expect((await post(body)).status).toBe(201);
      expect((await stored(envelope.id))?.envelope).toEqual(envelope);
    });
  });

  describe('a refusal is a clear 4xx as JSON', () => {
    const sound = JSON.stringify(buildEnvelope());
    const textPlain = { 'Content-Type': 'text/plain' };

    test.each<[string, number, string, Payload, Record<string, string>]>([
      ['broken JSON', 400, 'broken-json', '{"version":1', textPlain],
      ['nothing at all', 400, 'broken-json', '', textPlain],
      ['not UTF-8', 400, 'not-utf-8', new Blob([new Uint8Array([0x22, 0xff, 0x22])]), textPlain],
      [
        'a form with files in it',
        415,
        'unsupported-content-type',
        '--x--',
        { 'Content-Type': 'multipart/form-data; boundary=x' },
      ],
      ['no type', 415, 'unsupported-content-type', new Blob([sound]), {}],
      ['HTML', 415, 'unsupported-content-type', sound, { 'Content-Type': 'text/html' }],
      [
        'Latin-1',
        415,
        'unsupported-content-type',
        sound,
        { 'Content-Type': 'text/plain;charset=iso-8859-1' },
      ],
      ['a longer type', 415, 'unsupported-content-type', sound, { 'Content-Type': 'application/json-seq' }],
      ['another version', 422, 'unknown-version', '{"version":2}', textPlain],
      ['no lead', 422, 'invalid-lead', '[]', textPlain],
      ['a bare word', 422, 'invalid-lead', '"lead"', textPlain],
      ['null', 422, 'invalid-lead', 'null', textPlain],
      ['a hundred thousand brackets', 413, 'body-too-large', '['.repeat(100_000), textPlain],
      ['thirty thousand brackets', 422, 'invalid-lead', '['.repeat(30_000) + ']'.repeat(30_000), textPlain],
    ])('%s: %i %s', async (_, status, code, body, headers) => {
      const answer = await post(body, headers);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch('application/json');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await answer.json()).toMatchObject({ error: { code, message: expect.stringMatching(/\.$/) } });
    });

    test('that names each field and what belongs there, and repeats nothing', async () => {
      const answer = await send(buildEnvelope({ id: 'SECRET', profile: { email: 'SECRET' } }));
      expect(await answer.json()).toEqual({
        error: {
          code: 'invalid-lead',
          message: 'Some fields are not what the contract expects.',
          problems: [
            { field: 'id', expected: 'a UUID' },
            { field: 'profile.email', expected: 'an e-mail address' },
          ],
        },
      });
      expect(JSON.stringify(collector.logged)).not.toContain('SECRET');
    });

    test.each(['PUT', 'DELETE', 'PATCH'])('%s: 405', async (method) => {
      const answer = await fetch(`${collector.url}/api/leads`, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, POST, OPTIONS');
    });

    test.each(['?limit=0', '?limit=201', '?limit=ten', '?before=-1', '?before=1e3'])(
      'GET %s: 400',
      async (query) => {
        const answer = await fetch(`${collector.url}/api/leads${query}`, {
          headers: { Authorization: 'Bearer test-token' },
        });
        expect(answer.status).toBe(400);
        expect(await answer.json()).toMatchObject({ error: { code: 'bad-query' } });
      },
    );
  });

  describe('64 kB', () => {
    test('exactly is a lead', async () => expect((await post(weighing(65_536))).status).toBe(201));
    test('exactly, in pieces of unknown length, is a lead', async () =>
      expect((await post(inPieces(weighing(65_536)))).status).toBe(201));

    test.each([
      ['one byte over', () => weighing(65_537)],
      ['one byte over, in pieces', () => inPieces(weighing(65_537))],
      ['three megabytes', () => weighing(3_000_000)],
      ['three megabytes in pieces', () => inPieces(weighing(3_000_000))],
    ])('%s is refused, and the answer can be read', async (_, body) => {
      const answer = await post(body());
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ error: { code: 'body-too-large' } });
    });
  });

  describe('another site', () => {
    const elsewhere = { Origin: 'https://shop.example' };

    test('may ask first, and send JSON', async () => {
      const answer = await fetch(`${collector.url}/api/leads`, {
        method: 'OPTIONS',
        headers: {
          ...elsewhere,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
      });
      expect(answer.status).toBe(204);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'Content-Type',
      });
    });

    test('may read the answer to what it sent, and when to send again', async () => {
      const answer = await post(JSON.stringify(buildEnvelope()), {
        ...elsewhere,
        'Content-Type': 'text/plain',
      });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-expose-headers')).toBe('Retry-After');
    });

    test('may never read leads', async () => {
      const answer = await fetch(`${collector.url}/api/leads`, {
        headers: { ...elsewhere, Authorization: 'Bearer test-token' },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.has('access-control-allow-origin')).toBe(false);
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      await answer.body?.cancel();
    });
  });

  test('leads come newest first, a page at a time', async () => {
    const sent = Array.from({ length: 5 }, () => buildEnvelope());
    for (const envelope of sent) await send(envelope);
    const first = await leads('?limit=3');
    const second = await leads(`?limit=2&before=${first.next}`);
    const ids = [...first.leads, ...second.leads].map(({ envelope }) => envelope.id);
    expect(ids).toEqual(sent.map(({ id }) => id).reverse());
    const everything = await leads('?limit=200');
    expect(everything).not.toHaveProperty('next');
  });
});
