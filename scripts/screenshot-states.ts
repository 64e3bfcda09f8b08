import type { Page } from 'playwright';

/** A state that somebody can meet; it is pictured in each language and each kind of page. */
export interface State {
  name: string;
  /** What stands in the body. */
  body(lang: Language): string;
  /** Fragment of the address: a scenario that came by a link. */
  link?: string;
  /** Of the page around it. */
  css?: string;
  /** What brings the state about. */
  reach?(page: Page): Promise<unknown>;
  /** It is pictured as it is printed, and only so. */
  isPrint?: true;
}

export type Language = 'en' | 'it';

/** The date of every picture. */
export const today = new Date('2026-03-02T10:00:00Z');

const calculator =
  (attributes = '') =>
  () =>
    `<roi-calculator ${attributes}></roi-calculator>`;
const form =
  (attributes = '') =>
  () =>
    `<lead-form endpoint="/leads" controller="Harbour &amp; Lane" fallback="+44 20 7946 0000" ${attributes}></lead-form>`;

const type = (name: string, text: string) => async (page: Page) => {
  await page.locator(`input[name=${name}]:not([type=range])`).fill(text);
  await page.locator(`input[name=${name}]:not([type=range])`).blur();
};
/** What somebody types into fields, one after the other. */
const typeAll = (texts: Record<string, string>) => async (page: Page) => {
  for (const [name, text] of Object.entries(texts)) await type(name, text)(page);
};
const rest = (ms: number) => (page: Page) => page.waitForTimeout(ms);
const inOrder =
  (...all: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const each of all) await each(page);
  };
const click = (selector: string) => (page: Page) => page.locator(selector).click();

/** The panel where a link has not led there already. */
const show = (panel: string) => (page: Page) =>
  page
    .locator(`button[name=${panel}][aria-expanded=false]`)
    .click({ timeout: 500 })
    .catch(() => {});
const open = (panel: string) =>
  inOrder(
    typeAll({ leadRate: '200/4000', customerRate: '12/200', averageSale: '900-1500' }),
    show(panel),
    rest(1_500),
  );

const answer =
  (status: number, body = '{"ok":true}') =>
  (page: Page) =>
    page.route('**/leads', (route) => route.fulfill({ status, body, contentType: 'application/json' }));
const press = click('[part=submit]');
const send = async (page: Page) => {
  await page.locator('#name').fill('Ada Byron');
  await page.locator('#email').fill('ada@shop.example');
  await page.locator('#interests').selectOption({ index: 1 });
  await page.locator('#timeframe').selectOption({ index: 1 });
  await press(page);
  await page.waitForTimeout(500);
};
/** A receiver that says nothing, and a clock that does not make us wait for it. */
const silence = async (page: Page) => {
  await page.clock.install({ time: today });
  await page.route('**/leads', () => {});
  await page.reload();
  await send(page);
  await page.clock.runFor(31_000);
  await page.waitForTimeout(300);
};
const reload = (page: Page) => page.reload();
/** A request that was refused before the page was opened anew. */
const refusedEarlier = inOrder(answer(400), send, reload, rest(800));

/** Questions of an owner's own, in two steps, with every kind of control. */
const questions = {
  en: [
    'Which service?',
    'An audit',
    'A new site',
    'Who are you?',
    'What matters to you?',
    'Speed',
    'Price',
    'How large is your team?',
    'We answer within a working day.',
    'Choose a time',
  ],
  it: [
    'Quale servizio?',
    'Un audit',
    'Un sito nuovo',
    'Chi sei?',
    'Che cosa conta per te?',
    'La velocità',
    'Il prezzo',
    'Quante persone siete?',
    'Ti rispondiamo entro un giorno lavorativo.',
    'Scegli un orario',
  ],
};
const steps = (lang: Language) => {
  const [service, audit, build, who, matters, speed, price, team, soon, time] = questions[lang];
  const config = {
    fields: [
      { name: 'service', type: 'radio', label: service, choices: { audit, build } },
      { name: 'matters', type: 'checkboxes', label: matters, choices: { speed, price }, optional: true },
      { name: 'team', type: 'range', label: team, min: 1, max: 50, value: '12', showIf: 'service=build' },
      'budget',
      { step: who },
      'name email phone?',
    ],
    nextStep: { text: soon, link: 'https://calendar.example/', label: time },
  };
  return `<lead-form endpoint="/leads" controller="Harbour &amp; Lane"><script type="application/json">${JSON.stringify(config)}</script></lead-form>`;
};
const next = (page: Page) => page.locator('[data-step] .actions button').nth(1).click();
const firstStep = async (page: Page) => {
  await page.locator('input[value=build]').check();
  await page.locator('#budget').selectOption({ index: 3 });
};
const secondStep = inOrder(firstStep, next, rest(300));
const thanked = inOrder(
  answer(201),
  secondStep,
  async (page) => {
    await page.locator('#name').fill('Ada Byron');
    await page.locator('#email').fill('ada@shop.example');
  },
  press,
  rest(500),
);
const ownWords = {
  en: ['Which service?', 'An audit', 'A new site', 'Pages', 'Send me your news.', 'Ask for a call'],
  it: [
    'Quale servizio?',
    'Un audit',
    'Un sito nuovo',
    'Pagine',
    'Mandatemi le novità.',
    'Chiedi una telefonata',
  ],
};
/** As an owner might write it, with the page's own look. */
const ownForm = (lang: Language) => {
  const [service, audit, build, pages, news, ask] = ownWords[lang];
  return `<lead-form endpoint="/leads"><form action="/leads" method="post">
  <p><label>E-mail <input name="email" type="email" required></label></p>
  <fieldset><legend>${service}</legend>
    <label><input type="radio" name="service" value="audit" required> ${audit}</label>
    <label><input type="radio" name="service" value="build"> ${build}</label></fieldset>
  <p><label>${pages} <input name="pages" type="number" min="1" data-show-if="service=build"></label></p>
  <p><label><input type="checkbox" name="consent.marketing"> ${news}</label></p>
  <button>${ask}</button></form></lead-form>`;
};

const panels = ['figures', 'funnel', 'cash', 'range', 'levers', 'goal', 'actual', 'share'];
const full = calculator('mode="full" start="clicks"');
const past = calculator('mode="evaluate"');
/** What a campaign that has run cost, and what came of it. */
const results = typeAll({ media: '5000', customers: '14', revenue: '24000', grossMargin: '60' });
const overlapping = typeAll({
  media: '5000',
  leads: '8',
  customers: '14',
  revenue: '24000',
  grossMargin: '60',
});
const moved =
  'unisono=1&actual-month=4&actual-clicks=5200&actual-leads=210&actual-customers=9&actual-media=5600';
/** More of a later stage than of an earlier one, and customers before they are due. */
const doubtful =
  'unisono=1&mqlRate=0.6&opportunityRate=0.5&actual-month=1&actual-leads=300&actual-mql=180&actual-opportunities=200&actual-customers=22';
const huge = 'unisono=1&media=999999999999&clicks=999999999999&averageSale=999999999999';

const calculatorStates: State[] = [
  { name: 'quick', body: calculator() },
  { name: 'clicks', body: calculator('start="clicks"') },
  { name: 'error', body: calculator(), reach: type('media', '5+5') },
  { name: 'above-100', body: calculator(), reach: type('grossMargin', '140') },
  {
    name: 'meant',
    body: calculator(),
    reach: (page) => page.locator('input[name=media]:not([type=range])').fill('5.000'),
  },
  { name: 'loss', body: calculator(), reach: type('averageSale', '120') },
  { name: 'loss-roas', body: calculator('definition="roas"'), reach: type('averageSale', '300') },
  { name: 'no-answer', body: calculator(), reach: type('media', '0') },
  {
    name: 'formulas',
    body: calculator(),
    reach: (page) =>
      page.locator('details.figure').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      }),
  },
  { name: 'currencies', body: calculator('currencies="USD GBP CHF"') },
  { name: 'evaluate', body: past },
  { name: 'evaluate-known', body: past, reach: inOrder(results, rest(1_000)) },
  { name: 'evaluate-overlapping', body: past, reach: inOrder(overlapping, rest(1_000)) },
  { name: 'evaluate-compared', body: past, reach: inOrder(results, click('#after button'), rest(1_500)) },
  { name: 'full', body: full },
  {
    name: 'preset',
    body: full,
    reach: (page) => page.locator('.preset select').selectOption('social'),
  },
  {
    name: 'preset-kept',
    body: full,
    link: 'unisono=1&clicks=3000&customerRate=0.2',
    reach: (page) => page.locator('.preset select').selectOption('search'),
  },
  { name: 'link-unreadable', body: full, link: 'unisono=9&leads=10' },
  { name: 'monthly', body: full, link: 'unisono=1&churn=0.05' },
  { name: 'quick-with-more', body: calculator(), link: 'unisono=1&agency=900&mqlRate=0.5' },
  { name: 'huge', body: full, link: huge },
  {
    name: 'hostile-page',
    body: calculator(),
    css: '* { all: unset; color: red; font: 30px cursive }',
  },
];

const panelStates: State[] = [
  ...panels.map((panel): State => ({ name: panel, body: full, reach: open(panel) })),
  {
    name: 'goal-unreachable',
    body: full,
    link: 'unisono=1&goal-customers=900&goal-budget=20000&goal-lever=rate:customers',
    reach: open('goal'),
  },
  {
    name: 'goal-error',
    body: full,
    link: 'unisono=1',
    reach: inOrder(open('goal'), type('goal-deadline', '2;5')),
  },
  { name: 'actual-moved', body: full, link: moved, reach: open('actual') },
  { name: 'actual-doubtful', body: full, link: doubtful, reach: open('actual') },
];

const report: State = {
  name: 'report',
  body: full,
  link: moved,
  isPrint: true,
  reach: async (page) => {
    for (const panel of panels) await open(panel)(page);
    await page.evaluate('globalThis.print = () => {}');
    await page.locator('[data-panel=share] .row:last-child button').first().click();
  },
};

const formStates: State[] = [
  { name: 'asked', body: form() },
  { name: 'errors', body: form(), reach: press },
  { name: 'mistyped', body: form('fields="name email"'), reach: mistyped },
  { name: 'sent', body: form(), reach: inOrder(answer(200), send) },
  { name: 'saved', body: form(), reach: inOrder(answer(503), send) },
  { name: 'waiting', body: form(), reach: inOrder(answer(503), send, reload, rest(1_500)) },
  {
    name: 'rejected',
    body: form(),
    reach: inOrder(answer(400, '{"message":"The campaign is over."}'), send),
  },
  { name: 'handed-over', body: form('unreadable'), reach: inOrder(answer(200), send) },
  {
    name: 'unsaved',
    body: form(),
    reach: async (page) => {
      await page.evaluate('Object.defineProperty(globalThis, "indexedDB", { get: () => undefined })');
      await answer(503)(page);
      await send(page);
    },
  },
  { name: 'interrupted', body: form('unreadable'), reach: silence },
  { name: 'kept', body: form(), reach: refusedEarlier },
  {
    name: 'discard-question',
    body: form(),
    reach: inOrder(
      refusedEarlier,
      (page) => page.locator('.kept button').last().focus(),
      (page) => page.keyboard.press('Enter'),
      rest(300),
    ),
  },
  { name: 'steps', body: steps, reach: firstStep },
  { name: 'steps-error', body: steps, reach: next },
  { name: 'second-step', body: steps, reach: secondStep },
  { name: 'next-step', body: steps, reach: thanked },
  {
    name: 'dialog',
    body: () => `<button data-unisono-open>…</button>${form('dialog fields="name email phone? message?"')()}`,
    reach: inOrder(click('[data-unisono-open]'), rest(300)),
  },
  { name: 'own', body: ownForm },
  { name: 'own-errors', body: ownForm, reach: click('lead-form button') },
  { name: 'unconnected', body: () => '<lead-form fallback="hello@shop.example"></lead-form>' },
];

async function mistyped(page: Page) {
  await page.locator('#email').fill('ada@gmial.com');
  await page.locator('#email').blur();
}

const named = (kind: string, states: State[]) =>
  states.map((state) => ({ ...state, name: `${kind}-${state.name}` }));

export const states: readonly State[] = [
  ...named('calculator', calculatorStates),
  ...named('panel', panelStates),
  report,
  ...named('form', formStates),
];
