import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { talliesSchema } from '../../../src/schema.ts';
import { setLeadEndpoints } from '../../../src/visit/lead-endpoints.ts';
import { createTally, type PageTally, type TallyOptions } from '../../../src/visit/tally.ts';
import { visit } from '../../../src/visit/visit.ts';

const url = 'https://counts.example/tally';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

/** A page's tally, and the requests it made. */
function aTally(options: TallyOptions = {}): { tally: PageTally; requests: [string, RequestInit][] } {
  const requests: [string, RequestInit][] = [];
  const tally = createTally({
    fetch: async (url, request) => {
      requests.push([String(url), request!]);
      return new Response();
    },
    now: () => new Date('2026-11-26T13:14:15.167Z'),
    ...options,
  });
  return { tally, requests };
}

/** What takes the place of an element on the page. */
function anElement(tally: PageTally, to: string | null = url): object {
  const element = {};
  tally.to(element, to);
  onTestFinished(() => void tally.to(element, null));
  return element;
}

const sent = (requests: [string, RequestInit][]) =>
  requests.map(([, { body }]) => talliesSchema.parse(JSON.parse(String(body))));
const row = { day: '2026-11-26', form: 'lead-form', campaign: '', number: 1 };

function hide(): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  Reflect.deleteProperty(document, 'hidden');
}

test('without an address nothing is counted and nothing is sent', () => {
  const { tally, requests } = aTally();
  tally.count('view', 'lead-form');
  hide();
  vi.runAllTimers();
  anElement(tally);
  hide();
  vi.runAllTimers();
  expect(requests).toEqual([]);
});

test('counts go together, after five idle seconds', () => {
  const { tally, requests } = aTally();
  anElement(tally);
  tally.count('view', 'lead-form');
  tally.count('start', 'lead-form');
  vi.advanceTimersByTime(4_000);
  for (let step = 0; step < 3; step++) tally.count('step', 'lead-form');
  vi.advanceTimersByTime(4_999);
  expect(requests).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent(requests)).toEqual([
    [
      { ...row, event: 'view' },
      { ...row, event: 'start' },
      { ...row, event: 'step', number: 3 },
    ],
  ]);
  hide();
  vi.runAllTimers();
  expect(requests).toHaveLength(1);
});

test('a page that is hidden sends what it has, and so does one whose form goes', () => {
  const { tally, requests } = aTally();
  const element = anElement(tally);
  tally.count('submit', 'lead-form');
  hide();
  expect(sent(requests)).toEqual([[{ ...row, event: 'submit' }]]);
  tally.count('step', 'lead-form');
  tally.to(element, null);
  expect(sent(requests)[1]).toEqual([{ ...row, event: 'step' }]);
  tally.count('step', 'lead-form');
  vi.runAllTimers();
  expect(requests).toHaveLength(2);
});

test('a request is a simple one, and names neither the person nor the page', () => {
  const { tally, requests } = aTally();
  anElement(tally);
  tally.count('view', 'lead-form');
  vi.runAllTimers();
  const [[to, request]] = requests as [[string, RequestInit]];
  expect(to).toBe(url);
  expect(request).toMatchObject({
    method: 'POST',
    mode: 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    keepalive: true,
  });
  const { headers } = new Request(to, request);
  expect([...headers]).toEqual([['content-type', 'text/plain;charset=UTF-8']]);
});

test('a row has a day and no time, and nothing that would tell two people apart', () => {
  const { tally, requests } = aTally();
  anElement(tally);
  tally.count('view', 'lead-form');
  vi.runAllTimers();
  const body = String(requests[0]![1].body);
  expect(JSON.parse(body)).toEqual([{ ...row, event: 'view' }]);
  expect(Object.keys(JSON.parse(body)[0]).sort()).toEqual(['campaign', 'day', 'event', 'form', 'number']);
});

test('the campaign is the one in the page’s address', () => {
  const before = location.href;
  onTestFinished(() => history.replaceState({}, '', before));
  const next = new URL(before);
  next.searchParams.set('utm_campaign', 'autumn');
  next.searchParams.set('gclid', 'abc');
  history.replaceState({}, '', next);
  const { tally, requests } = aTally();
  anElement(tally);
  tally.count('view', 'lead-form');
  vi.runAllTimers();
  expect(sent(requests)).toEqual([[{ ...row, campaign: 'autumn', event: 'view' }]]);
  expect(String(requests[0]![1].body)).not.toContain('abc');
});

test('what the visit counts is counted here, calls to action and calculations alone, by one script of a page', () => {
  const [one, other] = [aTally(), aTally()];
  for (const { tally } of [one, other]) anElement(tally);
  visit.count('ctaClicks');
  visit.count('ctaClicks');
  visit.count('calculations');
  visit.count('pageViews');
  visit.count('activeSeconds', 5);
  vi.runAllTimers();
  expect([...sent(one.requests), ...sent(other.requests)]).toEqual([
    [
      { ...row, form: '', event: 'cta', number: 2 },
      { ...row, form: '', event: 'calculation' },
    ],
  ]);
});

describe('an address that leads are sent to', () => {
  const form = {};
  const send = (to: string) => {
    setLeadEndpoints(form, [to]);
    onTestFinished(() => void setLeadEndpoints(form, []));
  };

  test('is refused', () => {
    send(url);
    const { tally, requests } = aTally();
    expect(tally.to({}, url)).toBe(false);
    expect(tally.to({}, `${url}#counts`)).toBe(false);
    tally.count('view', 'lead-form');
    vi.runAllTimers();
    expect(requests).toEqual([]);
  });

  test('gets nothing, even if the form comes later', () => {
    const { tally, requests } = aTally();
    expect(tally.to({}, url)).toBe(true);
    tally.count('view', 'lead-form');
    send(url);
    vi.runAllTimers();
    expect(requests).toEqual([]);
  });

  test('any other one is fine, and so is none', () => {
    send('https://hooks.example/leads');
    const { tally } = aTally();
    expect([tally.to({}, url), tally.to({}, null)]).toEqual([true, true]);
  });
});

test('a loss is silent', async () => {
  const broken = vi.fn((event: Event) => event.preventDefault());
  addEventListener('unhandledrejection', broken);
  onTestFinished(() => removeEventListener('unhandledrejection', broken));
  const { tally } = aTally({ fetch: () => Promise.reject(new TypeError('No network')) });
  anElement(tally);
  tally.count('view', 'lead-form');
  vi.runAllTimers();
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(broken).not.toHaveBeenCalled();
});
