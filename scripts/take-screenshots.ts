// Takes a picture of every state a visitor can meet, at 390 px and 1280 px, into .screenshots/ (which git ignores), to be
// looked at one by one. With `--picture` it takes only the one in the README. Two runs of one build take the same
// pictures, pixel by pixel: the date, the address and the time zone are always the same, and a picture is taken once
// nothing moves any more.
//
//   npm run build && npx tsx scripts/take-screenshots.ts [--picture] [words of the states wanted]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import * as en from '../src/locales/en.ts';
import * as it from '../src/locales/it.ts';
import { chromiumArgs, findChromium } from '../test/support/find-chromium.ts';

interface State {
  name: string;
  /** Fragment of the address: a scenario that came by a link. */
  link?: string;
  /** What stands in the body. */
  body: string;
  lang?: 'en' | 'it';
  context?: BrowserContextOptions;
  css?: string;
  /** What brings the state about. */
  reach?(page: Page): Promise<unknown>;
}

/** Nobody serves it: each request is answered here. Without a port, since a link to the page stands in some pictures. */
const origin = 'http://localhost';
const today = new Date('2026-03-02T10:00:00Z');

const calculator = (attributes = '') => `<roi-calculator ${attributes}></roi-calculator>`;
const form = (attributes = '') =>
  `<lead-form endpoint="/leads" controller="Harbour &amp; Lane" fallback="+44 20 7946 0000" ${attributes}></lead-form>`;
const dark: BrowserContextOptions = { colorScheme: 'dark' };

const type = (name: string, text: string) => async (page: Page) => {
  await page.locator(`input[name=${name}]:not([type=range])`).fill(text);
  await page.locator(`input[name=${name}]:not([type=range])`).blur();
};
const open = (panel: string) => async (page: Page) => {
  await type('leadRate', '200/4000')(page);
  await type('customerRate', '12/200')(page);
  await type('averageSale', '900-1500')(page);
  // Where a link leads somebody is already.
  await page
    .locator(`button[name=${panel}][aria-expanded=false]`)
    .click({ timeout: 500 })
    .catch(() => {});
  await page.waitForTimeout(1_500);
};
const wrong = (panel: string, field: string, text: string) => async (page: Page) => {
  await open(panel)(page);
  await type(field, text)(page);
};
const moved =
  'unisono=1&actual-month=4&actual-clicks=5200&actual-leads=210&actual-customers=9&actual-media=5600';
const huge = 'unisono=1&media=999999999999&clicks=999999999999&averageSale=999999999999';
const answer =
  (status: number, body = '{"ok":true}') =>
  async (page: Page) => {
    await page.route('**/leads', (route) => route.fulfill({ status, body, contentType: 'application/json' }));
    await send(page);
  };
const send = async (page: Page) => {
  await page.locator('#name').fill('Ada Byron');
  await page.locator('#email').fill('ada@shop.example');
  await page.locator('#interests').selectOption({ index: 1 });
  await page.locator('#timeframe').selectOption({ index: 1 });
  await page.locator('[part=submit]').click();
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
/** A request that was refused before the page was opened anew. */
const refusedEarlier = async (page: Page) => {
  await answer(400)(page);
  await page.reload();
  await page.waitForTimeout(800);
};

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
const steps = (lang: 'en' | 'it', attributes = '') => {
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
  return `<lead-form endpoint="/leads" controller="Harbour &amp; Lane" ${attributes}><script type="application/json">${JSON.stringify(config)}</script></lead-form>`;
};
const firstStep = async (page: Page) => {
  await page.locator('input[value=build]').check();
  await page.locator('#budget').selectOption({ index: 3 });
};
const secondStep = async (page: Page) => {
  await firstStep(page);
  await page.locator('[data-step] .actions button').nth(1).click();
  await page.waitForTimeout(300);
};
const thanked = async (page: Page) => {
  await page.route('**/leads', (route) =>
    route.fulfill({ status: 201, body: '{"ok":true}', contentType: 'application/json' }),
  );
  await secondStep(page);
  await page.locator('#name').fill('Ada Byron');
  await page.locator('#email').fill('ada@shop.example');
  await page.locator('[part=submit]').click();
  await page.waitForTimeout(500);
};
/** As an owner might write it, with the page's own look. */
const ownForm = `<lead-form endpoint="/leads"><form action="/leads" method="post">
  <p><label>E-mail <input name="email" type="email" required></label></p>
  <fieldset><legend>Which service?</legend>
    <label><input type="radio" name="service" value="audit" required> An audit</label>
    <label><input type="radio" name="service" value="build"> A new site</label></fieldset>
  <p><label>Pages <input name="pages" type="number" min="1" data-show-if="service=build"></label></p>
  <p><label><input type="checkbox" name="consent.marketing"> Send me your news.</label></p>
  <button>Ask for a call</button></form></lead-form>`;

const panels = ['figures', 'funnel', 'cash', 'range', 'levers', 'goal', 'actual', 'share'];
const full = calculator('mode="full" start="clicks"');

const states: State[] = [
  { name: 'calculator-quick', body: calculator() },
  { name: 'calculator-quick-it', body: calculator(), lang: 'it' },
  { name: 'calculator-quick-dark', body: calculator(), context: dark },
  { name: 'calculator-quick-forced-colours', body: calculator(), context: { forcedColors: 'active' } },
  { name: 'calculator-clicks', body: calculator('start="clicks"') },
  { name: 'calculator-error', body: calculator(), reach: type('media', 'a lot') },
  { name: 'calculator-error-it', body: calculator(), lang: 'it', reach: type('grossMargin', '140') },
  ...(['en', 'it'] as const).flatMap((lang): State[] => [
    { name: `calculator-loss-${lang}`, lang, body: calculator(), reach: type('averageSale', '120') },
    {
      name: `calculator-loss-roas-${lang}-dark`,
      lang,
      context: dark,
      body: calculator('definition="roas"'),
      reach: type('averageSale', '300'),
    },
  ]),
  {
    name: 'calculator-loss-forced-colours',
    body: calculator(),
    context: { forcedColors: 'active' },
    reach: type('averageSale', '120'),
  },
  { name: 'calculator-no-answer', body: calculator(), reach: type('media', '0') },
  {
    name: 'calculator-formulas',
    body: calculator(),
    reach: (page) =>
      page.locator('details.figure').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      }),
  },
  { name: 'calculator-currencies', body: calculator('currencies="USD GBP CHF"') },
  ...(['en', 'it'] as const).flatMap((lang): State[] => [
    {
      name: `calculator-evaluate-${lang}`,
      lang,
      body: calculator('mode="evaluate"'),
      context: lang === 'it' ? dark : {},
    },
    {
      name: `calculator-evaluate-compared-${lang}`,
      lang,
      body: calculator('mode="evaluate"'),
      context: lang === 'it' ? dark : {},
      reach: async (page) => {
        for (const [name, text] of [
          ['media', '5000'],
          ['customers', '14'],
          ['revenue', '24000'],
          ['grossMargin', '60'],
        ] as const)
          await type(name, text)(page);
        await page.locator('#after button').click();
        await page.waitForTimeout(1_500);
      },
    },
  ]),
  { name: 'calculator-full', body: full },
  { name: 'calculator-full-it-dark', body: full, lang: 'it', context: dark },
  {
    name: 'calculator-preset',
    body: full,
    reach: (page) => page.locator('.preset select').selectOption('social'),
  },
  ...panels.flatMap((panel): State[] => [
    { name: `panel-${panel}`, body: full, reach: open(panel) },
    { name: `panel-${panel}-it-dark`, body: full, lang: 'it', context: dark, reach: open(panel) },
    {
      name: `panel-${panel}-forced-colours`,
      body: full,
      context: { forcedColors: 'active' },
      reach: open(panel),
    },
  ]),
  {
    name: 'panel-goal-unreachable',
    body: full,
    link: 'unisono=1&goal-customers=900&goal-budget=20000&goal-lever=rate:customers',
    reach: open('goal'),
  },
  { name: 'panel-goal-error', body: full, link: 'unisono=1', reach: wrong('goal', 'goal-deadline', '2,5') },
  { name: 'panel-actual-moved', body: full, link: moved, reach: open('actual') },
  {
    name: 'panel-actual-moved-it-dark',
    body: full,
    link: moved,
    lang: 'it',
    context: dark,
    reach: open('actual'),
  },
  { name: 'calculator-link-unreadable', body: full, link: 'unisono=9&leads=10' },
  { name: 'calculator-monthly', body: full, link: 'unisono=1&churn=0.05' },
  { name: 'calculator-quick-with-more', body: calculator(), link: 'unisono=1&agency=900&mqlRate=0.5' },
  { name: 'calculator-huge', body: full, link: huge },
  {
    name: 'calculator-print',
    body: full,
    link: moved,
    reach: async (page) => {
      for (const panel of panels) await open(panel)(page);
      await page.evaluate('globalThis.print = () => {}');
      await page.locator('[data-panel=share] .row:last-child button').first().click();
      await page.emulateMedia({ media: 'print' });
    },
  },
  {
    name: 'calculator-hostile-page',
    body: calculator(),
    css: '* { all: unset; color: red; font: 30px cursive }',
  },
  { name: 'form', body: form() },
  { name: 'form-it-dark', body: form(), lang: 'it', context: dark },
  { name: 'form-forced-colours', body: form(), context: { forcedColors: 'active' } },
  { name: 'form-errors', body: form(), reach: (page) => page.locator('[part=submit]').click() },
  {
    name: 'form-errors-it',
    body: form(),
    lang: 'it',
    reach: (page) => page.locator('[part=submit]').click(),
  },
  { name: 'form-sent', body: form(), reach: answer(200) },
  { name: 'form-sent-it', body: form(), lang: 'it', reach: answer(200) },
  { name: 'form-saved', body: form(), reach: answer(503) },
  { name: 'form-rejected', body: form(), reach: answer(400, '{"message":"The campaign is over."}') },
  { name: 'form-handed-over', body: form('unreadable'), reach: answer(200) },
  {
    name: 'form-unsaved',
    body: form(),
    reach: async (page) => {
      await page.evaluate('Object.defineProperty(globalThis, "indexedDB", { get: () => undefined })');
      await answer(503)(page);
    },
  },
  ...(['en', 'it'] as const).flatMap((lang): State[] => [
    { name: `form-interrupted-${lang}`, lang, body: form('unreadable'), reach: silence },
    { name: `form-kept-${lang}`, lang, body: form(), reach: refusedEarlier },
    {
      name: `form-discard-question-${lang}`,
      lang,
      body: form(),
      reach: async (page) => {
        await refusedEarlier(page);
        await page.locator('.kept button').last().focus();
        await page.keyboard.press('Enter');
        await page.waitForTimeout(300);
      },
    },
  ]),
  ...(['en', 'it'] as const).flatMap((lang): State[] => [
    { name: `form-steps-${lang}`, lang, body: steps(lang), reach: firstStep },
    {
      name: `form-steps-error-${lang}`,
      lang,
      body: steps(lang),
      context: lang === 'it' ? dark : {},
      reach: (page) => page.locator('[data-step] .actions button').nth(1).click(),
    },
    { name: `form-second-step-${lang}`, lang, body: steps(lang), reach: secondStep },
    { name: `form-next-step-${lang}`, lang, body: steps(lang), reach: thanked },
    {
      name: `form-mistyped-${lang}`,
      lang,
      body: form('fields="name email"'),
      reach: async (page) => {
        await page.locator('#email').fill('ada@gmial.com');
        await page.locator('#email').blur();
      },
    },
    {
      name: `form-dialog-${lang}`,
      lang,
      body: `<button data-unisono-open>…</button>${form('dialog fields="name email phone? message?"')}`,
      context: lang === 'it' ? dark : {},
      reach: async (page) => {
        await page.locator('[data-unisono-open]').click();
        await page.waitForTimeout(300);
      },
    },
    {
      name: `form-waiting-${lang}`,
      lang,
      body: form(),
      reach: async (page) => {
        await answer(503)(page);
        await page.reload();
        await page.waitForTimeout(1_500);
      },
    },
  ]),
  {
    name: 'form-steps-forced-colours',
    body: steps('en'),
    context: { forcedColors: 'active' },
    reach: firstStep,
  },
  { name: 'form-own', body: ownForm },
  {
    name: 'form-own-errors',
    body: ownForm,
    reach: (page) => page.getByText('Ask for a call').click(),
  },
  { name: 'form-unconnected', body: '<lead-form fallback="hello@shop.example"></lead-form>' },
];

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

async function take(
  { name, body, link = '', lang = 'en', context, css = '', reach }: State,
  width: number,
  path: string,
): Promise<void> {
  const opened = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...context,
  });
  const page = await opened.newPage();
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  await page.clock.setFixedTime(today);
  await page.route(`${origin}/**`, (route) => {
    const script = /\/(unisono[\w-]*\.js)$/.exec(route.request().url())?.[1];
    if (script)
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(`dist/${script}`) });
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <style>:root { color-scheme: light dark } body { margin: 24px; font: 16px/1.5 system-ui, sans-serif } ${css}</style>
        <script src="/unisono-planner.js" defer></script><script src="/unisono-form.js" defer></script>${body}`,
    });
  });
  await page.goto(`${origin}/#${link}`);
  await page.waitForTimeout(300);
  await reach?.(page);
  writeFileSync(path, await stillPicture(page, name));
  await opened.close();
}

/** What a panel shows while it has no answer yet. */
const drawing = [en, it].map(({ planner }) => planner.forecast.drawing);

/** A picture of a page on which nothing is drawn any more, and which looked the same a moment ago. */
async function stillPicture(page: Page, name: string): Promise<Buffer> {
  const picture = () => page.screenshot({ fullPage: true, animations: 'disabled' });
  for (const text of drawing) await page.getByText(text).waitFor({ state: 'detached' });
  let last = await picture();
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(200);
    const next = await picture();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`${name} never stands still.`);
}

const [first, ...words] = process.argv.slice(2);
if (first === '--picture') {
  mkdirSync('docs', { recursive: true });
  await take({ name: 'picture', body: `${calculator()}<br><br>${form()}` }, 1040, 'docs/picture.png');
} else {
  const wanted = [first, ...words].filter((word) => word !== undefined);
  mkdirSync('.screenshots', { recursive: true });
  for (const state of states.filter(
    ({ name }) => !wanted.length || wanted.some((word) => name.includes(word)),
  ))
    for (const width of [390, 1280]) await take(state, width, `.screenshots/${state.name}-${width}.png`);
}
await browser.close();
