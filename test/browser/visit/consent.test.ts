import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { answeredQuestions, rememberAnswered } from '../../../src/visit/answered-questions.ts';
import { rememberVisit } from '../../../src/visit/remember-visit.ts';
import { tabStorage } from '../../../src/visit/tab-storage.ts';
import { type ConsentWord, createVisit, onConsent, type Visit, visit } from '../../../src/visit/visit.ts';

/** What a page has in memory; a new one for each page that is loaded. */
let memory = new Map<string, string>();
let page = 0;

/** Another page of the same tab, on which nothing has run yet. */
function load(): void {
  memory = new Map();
  page += 1;
  Reflect.deleteProperty(window, 'unisonoConsent');
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(page);
}

/** A script of the page that is loaded. */
const aScript = (): Visit =>
  createVisit(
    tabStorage(
      () => sessionStorage,
      () => memory,
    ),
  );

/** The page that the person is on, and what they came by. */
const address = (query = '', referrer = ''): Document =>
  ({
    URL: `https://shop.example/landing${query}`,
    referrer,
    hidden: false,
    addEventListener: () => {},
  }) as unknown as Document;

const started = (query?: string, referrer?: string): Visit => {
  const visit = aScript();
  visit.start(address(query, referrer));
  return visit;
};

/** What a manager does, whether the script has come or not. */
function queue(word: ConsentWord): void {
  window.unisonoConsent ||= [] as ConsentWord[];
  window.unisonoConsent.push(word);
}

const stored = () => JSON.stringify({ ...sessionStorage, ...localStorage });
const campaignOf = (visit: Visit) => visit.read().attribution.first?.utm?.campaign;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['setInterval'] });
  load();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
  localStorage.clear();
  Reflect.deleteProperty(window, 'unisonoConsent');
});

describe('before a yes', () => {
  test('where somebody came from and what they do is in memory, and in no storage', () => {
    const visit = started('?utm_campaign=autumn&gclid=abc', 'https://search.example/');
    visit.count('ctaClicks');
    vi.advanceTimersByTime(5_000);
    expect(visit.read()).toMatchObject({
      attribution: { first: { utm: { campaign: 'autumn' }, click: { value: 'abc' } } },
      engagement: { pageViews: 1, activeSeconds: 5, ctaClicks: 1 },
    });
    expect(visit.given()).toBeNull();
    expect({ ...sessionStorage }).toEqual({});
    // Tests of other files may keep names of questions there.
    expect({ ...localStorage, 'unisono:answered': null }).toEqual({ 'unisono:answered': null });
  });

  test('nothing of it is known on the next page', () => {
    started('?utm_campaign=autumn').count('ctaClicks');
    load();
    const next = started();
    expect(campaignOf(next)).toBeUndefined();
    expect(next.read().engagement).toMatchObject({ pageViews: 1, ctaClicks: 0 });
  });

  test('a calculation, which is what the person entered, waits in the tab', () => {
    const calculation = { model: 2, currency: 'EUR', definition: 'margin', inputs: {}, results: {} } as const;
    started().keep(calculation);
    load();
    expect(started().read().calculation).toEqual(calculation);
  });

  test('the scripts of a page know the same, and count it once', () => {
    const [one, other] = [started('?utm_campaign=autumn'), started('?utm_campaign=autumn')];
    other.count('calculations');
    expect(one.read().engagement).toMatchObject({ pageViews: 1, calculations: 1 });
    expect(campaignOf(other)).toBe('autumn');
  });

  test('what an earlier version of the script has left in the tab is erased, and is no yes', () => {
    const touch = { at: '2026-11-26T10:00:00.000Z', page: 'https://shop.example/', utm: { campaign: 'old' } };
    const left = JSON.stringify({
      attribution: { first: touch, last: touch, current: touch },
      engagement: { pageViews: 7, activeSeconds: 10, ctaClicks: 0, calculations: 0 },
      page: 1,
    });
    for (const key of ['unisono:visit', 'unisono:trail']) sessionStorage.setItem(key, left);
    const visit = started();
    expect(stored()).toBe('{}');
    expect(visit.read().engagement.pageViews).toBe(1);
    expect(campaignOf(visit)).toBeUndefined();
  });
});

describe('after a yes', () => {
  test('the next page of the tab goes on with both, and need not hear it again', () => {
    const first = started('?utm_campaign=autumn');
    first.count('ctaClicks');
    first.consent({ profiling: true, text: 'Yes.', version: '7' });
    load();
    const second = started();
    expect(campaignOf(second)).toBe('autumn');
    expect(second.read().engagement).toMatchObject({ pageViews: 2, ctaClicks: 1 });
    expect(second.given()).toMatchObject({ granted: true, text: 'Yes.', version: '7' });
    second.count('ctaClicks');
    load();
    expect(started().read().engagement).toMatchObject({ pageViews: 3, ctaClicks: 2 });
  });

  test('nothing outlives the tab', () => {
    started().consent({ profiling: true });
    expect({ ...localStorage }).toEqual({});
  });

  test('that was said in one script, the others keep to it and tell their forms', () => {
    const [one, other] = [started(), started()];
    const heard = vi.fn();
    const end = onConsent(heard);
    one.consent({ profiling: true });
    expect(heard).toHaveBeenCalledOnce();
    expect(other.given()).toMatchObject({ granted: true });
    other.count('ctaClicks');
    expect(stored()).toContain('ctaClicks');
    one.consent({ profiling: true });
    expect(heard).toHaveBeenCalledOnce();
    end();
    one.consent({ profiling: false });
    expect(heard).toHaveBeenCalledOnce();
  });

  test('it holds for as long as the page does, where storage is denied', () => {
    const denied = createVisit(
      tabStorage(
        () => {
          throw new DOMException('Denied', 'SecurityError');
        },
        () => memory,
      ),
    );
    denied.start(address('?utm_campaign=autumn'));
    denied.consent({ profiling: true });
    expect(denied.given()).toMatchObject({ granted: true });
    expect(campaignOf(denied)).toBe('autumn');
    denied.consent({ profiling: false });
    expect(denied.given()).toMatchObject({ granted: false });
  });
});

describe('taken back', () => {
  test('what was kept is erased, and the visit begins anew with this page', () => {
    started('?utm_campaign=autumn').consent({ profiling: true });
    load();
    const second = started('?utm_campaign=winter');
    second.count('ctaClicks');
    expect(second.read().engagement).toMatchObject({ pageViews: 2, ctaClicks: 1 });
    second.consent({ profiling: false });
    expect(stored()).not.toMatch(/autumn|winter|pageViews|landing/);
    expect(campaignOf(second)).not.toBe('autumn');
    expect(second.read().engagement).toEqual({
      pageViews: 1,
      activeSeconds: 0,
      ctaClicks: 0,
      calculations: 0,
    });
    second.count('ctaClicks');
    expect(stored()).not.toContain('ctaClicks');
  });

  test('the next page keeps nothing either', () => {
    const first = started();
    first.consent({ profiling: true });
    first.consent({ profiling: false });
    load();
    expect(started('?utm_campaign=autumn').given()).toMatchObject({ granted: false });
    expect(stored()).not.toMatch(/autumn|pageViews/);
  });

  test('it can be given again', () => {
    const visit = started('?utm_campaign=autumn');
    for (const profiling of [true, false, true]) visit.consent({ profiling });
    visit.count('ctaClicks');
    load();
    expect(started().read().engagement).toMatchObject({ pageViews: 2, ctaClicks: 1 });
  });
});

describe('where the owner takes the responsibility', () => {
  test('the tab keeps both, and the next page goes on even if nothing on it says so', () => {
    const first = started('?utm_campaign=autumn');
    rememberVisit();
    first.count('ctaClicks');
    load();
    const second = started();
    expect(campaignOf(second)).toBe('autumn');
    expect(second.read().engagement).toMatchObject({ pageViews: 2, ctaClicks: 1 });
    expect(second.given()).toBeNull();
  });

  test.each(['before', 'after'])('a no wins, said %s', (when) => {
    const first = started('?utm_campaign=autumn');
    const no = () => first.consent({ profiling: false });
    if (when === 'before') no();
    rememberVisit();
    if (when === 'after') no();
    rememberVisit();
    first.count('ctaClicks');
    expect(stored()).not.toMatch(/autumn|pageViews|ctaClicks/);
    load();
    const second = started();
    rememberVisit();
    expect(second.read().engagement.pageViews).toBe(1);
    expect(stored()).not.toContain('pageViews');
  });
});

describe('a manager that speaks before the script has come', () => {
  test('is heard once the script starts, and at once from then on', () => {
    queue({ profiling: true, version: '7' });
    const visit = started('?utm_campaign=autumn');
    expect(visit.given()).toMatchObject({ granted: true, version: '7' });
    expect(stored()).toContain('autumn');
    queue({ profiling: false });
    expect(visit.given()).toMatchObject({ granted: false });
    expect(stored()).not.toContain('autumn');
  });

  test('has its last word, and a second script does not go back to the first one', () => {
    queue({ profiling: true });
    queue({ profiling: false });
    const visit = started();
    expect(visit.given()).toMatchObject({ granted: false });
    queue({ profiling: true });
    expect(started().given()).toMatchObject({ granted: true });
    expect(visit.given()).toMatchObject({ granted: true });
  });

  test('takes an earlier page’s yes back before anything of it is used', () => {
    started('?utm_campaign=autumn').consent({ profiling: true });
    load();
    queue({ profiling: false });
    const visit = started();
    expect(visit.read().engagement.pageViews).toBe(1);
    expect(campaignOf(visit)).toBeUndefined();
  });

  test.each([['nonsense'], [{}], [{ push: 7 }]])('nonsense in its place breaks nothing: %j', (nonsense) => {
    window.unisonoConsent = nonsense as never;
    expect(started().read().engagement.pageViews).toBe(1);
  });
});

describe('questions that were answered', () => {
  /** The visit that forms use. */
  const say = (profiling: boolean) => visit.consent({ profiling });
  beforeEach(() => {
    Reflect.deleteProperty(globalThis, Symbol.for('unisono.memory'));
  });

  test('are remembered on this device by name, for each form, while a yes stands', () => {
    say(true);
    rememberAnswered('lead-form', ['budget', 'company']);
    rememberAnswered('lead-form', ['budget', 'timeframe']);
    rememberAnswered('other', ['phone']);
    expect(answeredQuestions('lead-form')).toEqual(['company', 'budget', 'timeframe']);
    expect(answeredQuestions('other')).toEqual(['phone']);
    expect(answeredQuestions('__proto__')).toEqual([]);
    expect(Object.keys(localStorage)).toEqual(['unisono:answered']);
  });

  test('a new tab knows them; a no in it is the end of them', () => {
    say(true);
    rememberAnswered('lead-form', ['budget']);
    sessionStorage.clear();
    Reflect.deleteProperty(globalThis, Symbol.for('unisono.memory'));
    expect(answeredQuestions('lead-form')).toEqual(['budget']);
    say(false);
    expect(answeredQuestions('lead-form')).toEqual([]);
    expect({ ...localStorage }).toEqual({});
  });

  test('without a yes none are remembered', () => {
    rememberAnswered('lead-form', ['budget']);
    say(false);
    rememberAnswered('lead-form', ['budget']);
    expect({ ...localStorage }).toEqual({});
  });

  test('do not grow without end', () => {
    say(true);
    for (let form = 0; form < 500; form++) rememberAnswered(`form-${form}`, ['email']);
    expect(answeredQuestions('form-499')).toEqual(['email']);
    expect(localStorage.getItem('unisono:answered')!.length).toBeLessThan(10_000);
  });

  test.each(['{ broken', '7', 'null', '{}', '[7, null]', '["ab"]', '[[{"a":1}]]'])(
    'damaged ones are none: %s',
    (damaged) => {
      say(true);
      localStorage.setItem('unisono:answered', damaged);
      expect(answeredQuestions('lead-form')).toEqual([]);
      rememberAnswered('lead-form', ['budget']);
      expect(answeredQuestions('lead-form')).toEqual(['budget']);
    },
  );

  test('where storage is denied there are none, and nothing throws', () => {
    say(true);
    const fail = (): never => {
      throw new DOMException('Denied', 'SecurityError');
    };
    const denied = vi.spyOn(window, 'localStorage', 'get').mockImplementation(fail);
    onTestFinished(() => denied.mockRestore());
    rememberAnswered('lead-form', ['budget']);
    expect(answeredQuestions('lead-form')).toEqual([]);
    say(false);
  });
});
