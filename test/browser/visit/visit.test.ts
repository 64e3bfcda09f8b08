import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createVisit, type VisitState } from '../../../src/visit/visit.ts';

/** A tab of its own; `known` is what it holds of earlier pages, to which the person has agreed. */
function aTab(known: VisitState | null = null) {
  const yes = { granted: true, text: '', version: '', at: '2026-11-26T10:00:00.000Z' };
  const entries: Record<string, unknown> = { trail: known, consent: known && yes };
  return {
    read: (key: string) => entries[key] ?? null,
    write: (key: string, value: unknown) => {
      entries[key] = value;
    },
  };
}

const touch = { at: '2026-11-26T10:00:00.000Z', page: 'https://shop.example/' };

/** A visit that came to another page of the site before this one. */
const earlier: VisitState = {
  attribution: { first: touch, last: touch, current: touch },
  engagement: { pageViews: 1, activeSeconds: 10, ctaClicks: 0, calculations: 0 },
  page: 1,
};

/** A page that somebody is on, and where they came from. */
const aPage = (url: string, referrer = '') =>
  ({ URL: url, referrer, hidden: false, addEventListener: () => {} }) as unknown as Document;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('active time', () => {
  const setHidden = (hidden: boolean) =>
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });

  test('is counted in steps of five seconds while the page is in sight, and not while it is hidden', () => {
    onTestFinished(() => void Reflect.deleteProperty(document, 'hidden'));
    const visit = createVisit(aTab());
    const seconds = () => visit.read().engagement.activeSeconds;
    setHidden(false);
    visit.start();
    vi.advanceTimersByTime(4_999);
    expect(seconds()).toBe(0);
    vi.advanceTimersByTime(5_001);
    expect(seconds()).toBe(10);
    setHidden(true);
    vi.advanceTimersByTime(600_000);
    expect(seconds()).toBe(10);
    setHidden(false);
    vi.advanceTimersByTime(5_000);
    expect(seconds()).toBe(15);
  });
});

describe('clicks', () => {
  const cta = '<a data-unisono-cta><b>Ask <i>us</i></b></a>';

  test.each([
    ['a call to action', cta, 'a', 1],
    ['something inside of one', cta, 'i', 1],
    ['what stands beside one', `<p>${cta}</p>`, 'p', 0],
    ['any other link', '<a href="#x">Read on</a>', 'a', 0],
  ])('on %s', (_, html, clicked, count) => {
    const visit = createVisit(aTab());
    visit.start();
    document.body.innerHTML = html;
    document.querySelector(clicked)!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(visit.read().engagement.ctaClicks).toBe(count);
  });

  test('on the page itself, which is no element, break nothing', () => {
    const visit = createVisit(aTab());
    visit.start();
    const broken = vi.fn((event: ErrorEvent) => event.preventDefault());
    addEventListener('error', broken);
    document.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    removeEventListener('error', broken);
    expect(broken).not.toHaveBeenCalled();
    expect(visit.read().engagement.ctaClicks).toBe(0);
  });
});

describe('pages', () => {
  test('a page is counted once, however often and by however many scripts the visit is started on it', () => {
    const tab = aTab();
    const [one, other] = [createVisit(tab), createVisit(tab)];
    for (const visit of [one, other, one]) visit.start();
    document.body.innerHTML = '<a data-unisono-cta></a>';
    document.querySelector('a')!.click();
    vi.advanceTimersByTime(5_000);
    expect(other.read().engagement).toEqual({
      pageViews: 1,
      activeSeconds: 5,
      ctaClicks: 1,
      calculations: 0,
    });
  });

  test('the next page of a visit is one more', () => {
    const visit = createVisit(aTab(earlier));
    visit.start(aPage('https://shop.example/prices', 'https://shop.example/'));
    expect(visit.read().engagement).toEqual({ ...earlier.engagement, pageViews: 2 });
    expect(visit.read().page).toBe(performance.timeOrigin);
  });
});

describe('arrivals', () => {
  const attributionAfter = (known: VisitState | null, page: Document) => {
    const visit = createVisit(aTab(known));
    visit.start(page);
    return visit.read().attribution;
  };

  test('the first page of a visit is one, wherever it was come from', () => {
    const { first, last, current } = attributionAfter(null, aPage('https://shop.example/a?x=1'));
    expect(current).toEqual({ at: expect.any(String), page: 'https://shop.example/a' });
    expect([first, last]).toEqual([current, current]);
    expect(Math.abs(Date.parse(current!.at) - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    ['by typing', ''],
    ['from the page before', 'https://shop.example/'],
  ])('going on inside the site is none: %s', (_, referrer) => {
    expect(attributionAfter(earlier, aPage('https://shop.example/prices', referrer))).toEqual(
      earlier.attribution,
    );
  });

  test.each([
    ['a campaign', '?utm_source=newsletter', '', { utm: { source: 'newsletter' } }],
    ['an advertising click', '?gclid=abc', '', { click: { name: 'gclid', value: 'abc' } }],
    ['another site', '', 'https://search.example/', { referrer: 'https://search.example/' }],
  ])('coming back in the same tab by %s is another one', (_, query, referrer, origin) => {
    const { first, last, current } = attributionAfter(
      earlier,
      aPage(`https://shop.example/prices${query}`, referrer),
    );
    expect(current).toMatchObject({ page: 'https://shop.example/prices', ...origin });
    expect(last).toEqual(current);
    expect(first).toEqual(touch);
  });
});
