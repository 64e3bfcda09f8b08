import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredLead } from '../../demo/collector/lead-store.ts';
import { buildEnvelope } from '../support/envelope-builder.ts';
import { type RunningCollector, startCollector } from '../support/start-collector.ts';

let collector: RunningCollector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.kill());

async function send(): Promise<string> {
  const envelope = buildEnvelope();
  await fetch(`${collector.origin}/api/leads`, { method: 'POST', body: JSON.stringify(envelope) });
  return envelope.id;
}

/** Listens until so many leads have come. */
async function listen(
  count: number,
  headers: Record<string, string> = {},
  query = '',
): Promise<StoredLead[]> {
  const stop = new AbortController();
  const answer = await fetch(`${collector.origin}/api/leads/stream${query}`, {
    headers,
    signal: stop.signal,
  });
  expect(answer.headers.get('content-type')).toMatch('text/event-stream');
  let heard = '';
  const found: StoredLead[] = [];
  const decoder = new TextDecoder();
  for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
    heard += decoder.decode(bytes, { stream: true });
    const events = heard.split('\n\n');
    heard = events.pop()!;
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data && /^event: lead$/m.test(event)) found.push(JSON.parse(data));
    }
    if (found.length >= count) break;
  }
  stop.abort();
  return found;
}

const idsOf = (leads: StoredLead[]): string[] => leads.map(({ envelope }) => envelope.id);

test('shows what is there, what comes, and after a broken connection what was missed', async () => {
  const first = await send();
  const listening = listen(3);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const second = await send();
  const third = await send();
  const heard = await listening;
  expect(idsOf(heard)).toEqual([first, second, third]);

  const missed = await listen(2, { 'Last-Event-ID': String(heard[0]?.sequence) });
  expect(idsOf(missed)).toEqual([second, third]);
  expect(idsOf(await listen(1, {}, `?after=${heard[1]?.sequence}`))).toEqual([third]);
});

test('a lead sent twice is shown once', async () => {
  const listening = listen(5);
  const envelope = buildEnvelope();
  const body = JSON.stringify(envelope);
  for (let i = 0; i < 2; i++) await fetch(`${collector.origin}/api/leads`, { method: 'POST', body });
  const last = await send();
  expect(idsOf(await listening).slice(-2)).toEqual([envelope.id, last]);
});

test('an open stream does not keep the server from stopping', async () => {
  const answer = await fetch(`${collector.origin}/api/leads/stream`);
  const stopped = collector.stop();
  await answer.body?.pipeTo(new WritableStream()).catch(() => {});
  expect(await stopped).toBe(0);
});
