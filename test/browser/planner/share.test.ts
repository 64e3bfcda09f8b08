import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pageAddress } from '../../../src/elements/planner/share/page-address.ts';
import type { RoiCalculator } from '../../../src/elements/roi-calculator/roi-calculator.ts';
import { calculator as en, planner, share } from '../../../src/locales/en.ts';
import { share as itShare } from '../../../src/locales/it.ts';
import { explainVariance, planForGoal } from '../../../src/roi/index.ts';
import { visit } from '../../../src/visit/visit.ts';
import { labels, mountCalculator, number } from '../../support/calculator-on-page.ts';
import { recompute } from '../../support/recompute.ts';
import { choice, open } from './planner-on-page.ts';

// Each test has a calculator of its own name: the tab remembers by it.
let tests = 0;
const named = (attributes = '') => `mode="full" id="share-${tests}" ${attributes}`;
const again = (element: RoiCalculator): RoiCalculator => {
  const { parentElement } = element;
  const copy = element.cloneNode(true) as RoiCalculator;
  element.remove();
  parentElement!.append(copy);
  return copy;
};
const leadsOf = ({ calculation }: RoiCalculator) =>
  (calculation.inputs as { funnel: { volume: number }[] }).funnel[0]!.volume;

afterEach(() => {
  tests++;
  history.replaceState(null, '', location.pathname + location.search);
});

test('a link carries the scenario to somebody else, and nothing of its sender', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('321');
  await open(element, share.title);
  const link = page.getByLabelText(share.link);
  const { hash, search } = new URL((link.element() as HTMLInputElement).value);
  expect(search).toBe('');

  tests++;
  history.replaceState(null, '', hash);
  const other = await mountCalculator(named());
  expect(leadsOf(other)).toBe(321);
  expect(recompute(other.calculation)).toEqual(other.calculation.results);
});

test('of two calculators on a page a link is for the one it came from', async () => {
  const element = await mountCalculator(named());
  const neighbour = document.createElement('roi-calculator') as RoiCalculator;
  neighbour.id = 'neighbour';
  element.after(neighbour);
  location.hash = '#unisono=1&leads=41&for=neighbour';
  await expect.poll(() => leadsOf(neighbour)).toBe(41);
  expect(leadsOf(element)).toBe(200);
  neighbour.remove();
  location.hash = '#unisono=1&leads=42&for=neighbour';
  await expect.poll(() => leadsOf(element)).toBe(42);
});

test('what was made of a link outlives a reload of the tab, and so does the link itself', async () => {
  history.replaceState(null, '', '#unisono=1&leads=300');
  let element = await mountCalculator(named());
  expect(leadsOf(element)).toBe(300);
  element = again(element);
  expect(leadsOf(element)).toBe(300);
  await number(labels.leads).fill('999');
  element = again(element);
  expect(leadsOf(element)).toBe(999);
});

test('a link that is opened on the page which is already there is taken up', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('777');
  location.hash = '#unisono=1&leads=40';
  await expect.poll(() => leadsOf(element)).toBe(40);
});

test('no link changes what the owner has fixed, hidden or taken away', async () => {
  history.replaceState(null, '', '#unisono=1&grossMargin=0.99&averageSale=999999&definition=roas');
  const element = await mountCalculator(named('fixed="grossMargin" hides="averageSale"'));
  expect(element.calculation.inputs).toMatchObject({ value: { grossMargin: 0.6, averageSale: 1200 } });
  expect(element.calculation.definition).toBe('roas');
});

test.each([
  '#unisono=99&leads=5',
  '#unisono=1&leads=-5',
  '#unisono=1&leads=1e99',
  '#unisono=1&customerRate=1/10000000000000000',
  '#unisono=1&__proto__=1&leads=x',
])('a link that is not sound changes nothing: %s', async (hash) => {
  const { calculation } = await mountCalculator(named());
  tests++;
  history.replaceState(null, '', hash);
  expect((await mountCalculator(named())).calculation).toEqual(calculation);
});

test.each([
  ['#unisono=99&leads=5', share.unreadable],
  ['#unisono=1&leads=300&clicks=-5', share.partly],
])(
  'a link that could not be read, or not all of it, says so until something is entered: %s',
  async (hash, said) => {
    history.replaceState(null, '', hash);
    await mountCalculator(named());
    await expect.element(page.getByRole('alert')).toHaveTextContent(said);
    await number(labels.leads).fill('10');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  },
);

test('no link, or one of the page itself, says nothing', async () => {
  history.replaceState(null, '', '#prices');
  await mountCalculator(named());
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('a goal and what has happened travel in the link, outlive a reload, and are gone when starting again', async () => {
  let element = await mountCalculator(named());
  await open(element, planner.goal.title);
  await choice(planner.goal.metric).selectOptions(en.figures.profit);
  await number(planner.goal.target).fill('20,000');
  await open(element, planner.actual.title);
  await number(planner.actual.asOf).fill('3');
  await page.getByLabelText(en.inputs.leads, { exact: true }).last().fill('55');
  await open(element, share.title);
  const { hash } = new URL((page.getByLabelText(share.link).element() as HTMLInputElement).value);

  tests++;
  history.replaceState(null, '', hash);
  element = await mountCalculator(named());
  for (const reload of [false, true]) {
    if (reload) element = again(element);
    await element.updateComplete;
    if (reload) {
      await open(element, planner.goal.title);
      await open(element, planner.actual.title);
    }
    await expect.element(choice(planner.goal.metric)).toHaveDisplayValue(en.figures.profit);
    await expect.element(number(planner.goal.target)).toHaveValue('20000');
    await expect.element(number(planner.actual.asOf)).toHaveValue('3');
    await expect.element(page.getByLabelText(en.inputs.leads, { exact: true }).last()).toHaveValue('55');
  }
  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(choice(planner.goal.metric)).toHaveDisplayValue(en.stages.customers);
  await expect.element(number(planner.actual.asOf)).toHaveValue('12');
});

test('a link cannot put into a panel what its field would not take', async () => {
  history.replaceState(
    null,
    '',
    '#unisono=1&goal-deadline=2.5&actual-month=999&goal-metric=nonsense&goal-lever=x:y',
  );
  const { shadowRoot } = await mountCalculator(named());
  await expect.element(number(planner.goal.deadline)).toHaveValue('12');
  await expect.element(number(planner.actual.asOf)).toHaveValue('12');
  expect(shadowRoot!.textContent).toContain(planner.goal.asPlanned);
});

/** What is saved when a button is pressed. */
async function saved(button: string): Promise<string> {
  const blobs: Blob[] = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return createObjectURL(blob);
  };
  const hold = (event: Event) => event.preventDefault();
  addEventListener('click', hold);
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = () => {};
  try {
    await page.getByRole('button', { name: button }).click();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    removeEventListener('click', hold);
  }
  return blobs[0]!.text();
}

test('what is saved as JSON recomputes to the same figures: the calculation, the goal and what has happened', async () => {
  history.replaceState(
    null,
    '',
    '#unisono=1&leads=300&customerRate=12/100&goal-metric=customers&goal-customers=50&goal-budget=9000&actual-month=3&actual-leads=90',
  );
  const element = await mountCalculator(named());
  await open(element, share.title);
  const report = JSON.parse(await saved(share.json));
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
  expect(recompute(report)).toEqual(report.results);
  const { campaign: _, ...plan } = planForGoal(report.inputs, report.goal.asked);
  expect(report.goal).toEqual({
    asked: expect.objectContaining({ target: 50, budget: 9000 }),
    plan: plain(plan),
  });
  const { actual } = report;
  expect(actual).toMatchObject({ asOf: 3, campaign: { funnel: [{ name: 'leads', volume: 90 }, {}] } });
  expect(plain(explainVariance(report.inputs, actual.campaign, { asOf: actual.asOf }))).toEqual(
    actual.variance,
  );
});

test('a month that cannot be is not taken from a link', async () => {
  history.replaceState(null, '', '#unisono=1&months=0&spendMonths=2.5');
  await mountCalculator(named());
  await expect.element(number(planner.timing.months)).toHaveValue('12');
  await expect.element(number(planner.timing.spendMonths)).toHaveValue('1');
});

test('months count as they are shown', async () => {
  const element = await mountCalculator(named());
  await number(planner.timing.months).fill('12.5');
  await userEvent.tab();
  await expect.element(number(planner.timing.months)).toHaveValue('13');
  expect(element.calculation.inputs).toMatchObject({ timing: { months: 13 } });
});

test('what came by a link is the calculation that would travel', async () => {
  history.replaceState(null, '', '#unisono=1&leads=43');
  const { calculation } = await mountCalculator(named());
  await expect.poll(() => visit.state.calculation).toEqual(JSON.parse(JSON.stringify(calculation)));
});

test('what the owner sets a moment later is part of what would travel', async () => {
  history.replaceState(null, '', '#unisono=1&leads=44');
  const element = await mountCalculator(named());
  element.config = { currency: 'USD', values: { averageSale: 9999 } };
  await expect
    .poll(() => visit.state.calculation)
    .toMatchObject({ currency: 'USD', inputs: { value: { averageSale: 9999 } } });
});

test('our examples are nobody’s calculation, whatever the tab remembers', async () => {
  let element = await mountCalculator(named());
  await number(labels.leads).fill('55');
  await page.getByRole('button', { name: en.reset }).click();
  await page.getByRole('radio', { name: en.modes.full }).click();
  element = again(element);
  await number(labels.media).fill('many');
  await new Promise((done) => setTimeout(done, 1000));
  expect(visit.state.calculation).toBeUndefined();
});

test('a link is taken up inside another component, too', async () => {
  const component = document.body.appendChild(document.createElement('div'));
  const inside = component.attachShadow({ mode: 'closed' });
  inside.innerHTML = `<roi-calculator ${named()}></roi-calculator>`;
  location.hash = '#unisono=1&leads=45';
  await expect.poll(() => leadsOf(inside.querySelector('roi-calculator')!)).toBe(45);
  component.remove();
});

test('a good link says nothing of a bad one before it', async () => {
  history.replaceState(null, '', '#unisono=99&leads=5');
  const element = await mountCalculator(named());
  await expect.element(page.getByRole('alert')).toHaveTextContent(share.unreadable);
  location.hash = '#unisono=1&leads=46';
  await expect.poll(() => leadsOf(element)).toBe(46);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('pages that are found by their query do not share their numbers', async () => {
  const canonical = document.head.appendChild(document.createElement('link'));
  canonical.rel = 'canonical';
  const address = location.pathname + location.search;
  const show = (query: string) => {
    history.replaceState(null, '', `${location.pathname}?${query}`);
    canonical.href = location.href;
  };
  show('page_id=7');
  let element = await mountCalculator(named());
  await number(labels.leads).fill('71');
  show('page_id=8');
  element = again(element);
  expect(leadsOf(element)).toBe(200);
  show('page_id=7');
  element = again(element);
  expect(leadsOf(element)).toBe(71);
  canonical.remove();
  history.replaceState(null, '', address);
});

test('what the device can hold no more is not said to be kept, nor is what was kept before', async () => {
  const key = () => localStorage.getItem(`unisono:scenario:${pageAddress()}#share-${tests}`);
  const element = await mountCalculator(named());
  await number(labels.leads).fill('11');
  await open(element, share.title);
  const box = page.getByLabelText(share.keep);
  await box.click();
  expect(key()).toContain('leads=11');
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await number(labels.leads).fill('22');
  await expect.element(box).not.toBeChecked();
  full.mockRestore();
  expect(key()).toBeNull();
});

test('what a link says of a goal or of what happened is in sight', async () => {
  history.replaceState(null, '', '#unisono=1&goal-customers=30&actual-leads=90');
  const { shadowRoot } = await mountCalculator(named());
  const isOpen = (panel: string) => shadowRoot!.querySelector(`[data-panel=${panel}]`)!.hasAttribute('open');
  expect(['goal', 'actual', 'cash'].map(isOpen)).toEqual([true, true, false]);
});

test('a copy that failed is no share, and says what to do', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('61');
  await open(element, share.title);
  const told = vi.fn();
  element.addEventListener('roi-share', told);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
  await page.getByRole('button', { name: share.copy }).click();
  await expect.element(page.getByText(share.selected)).toBeVisible();
  const field = page.getByLabelText(share.link, { exact: true }).element() as HTMLInputElement;
  expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).toContain('leads=61');
  expect(told).not.toHaveBeenCalled();
  write.mockResolvedValueOnce();
  await page.getByRole('button', { name: share.copy }).click();
  await expect.element(page.getByRole('button', { name: share.copied })).toBeVisible();
  expect(told.mock.calls.map(([{ detail }]) => detail)).toEqual([{ link: field.value }]);
  write.mockRestore();
});

test('what nobody asked for is not saved', async () => {
  const element = await mountCalculator(named());
  await open(element, share.title);
  const report = JSON.parse(await saved(share.json));
  expect(report).toEqual(JSON.parse(JSON.stringify(element.calculation)));
});

test.each([
  ['en', '"What a customer is worth","Gross margin","Both","0.6"'],
  ['it', '"Quanto vale un cliente";"Margine lordo";"Entrambi";"0,6"'],
])('the CSV is one that spreadsheets of its language read: %s', async (lang, row) => {
  const element = await mountCalculator(named(), lang);
  const words = lang === 'it' ? itShare : share;
  await open(element, words.title);
  const rows = (await saved(words.csv)).split('\r\n');
  expect(rows).toContain(row);
  expect(rows[0]).toBe(`"${Object.values(words.columns).join(lang === 'it' ? '";"' : '","')}"`);
  expect(new Set(rows.map((each) => each.split(/";"|","/).length > 3))).toEqual(new Set([true]));
});

test('the CSV has every figure, its owner, the ends of what is uncertain, the goal and what happened', async () => {
  history.replaceState(
    null,
    '',
    '#unisono=1&media=4000~6000&customerRate=24/200&goal-customers=48&actual-month=12&actual-leads=150',
  );
  const element = await mountCalculator(named());
  const { results } = element.calculation as { results: Record<string, number> };
  await open(element, share.title);
  const rows = (await saved(share.csv))
    .split('\r\n')
    .map((row) => row.replace(/^\ufeff?"|"$/g, '').split('","'));
  const row = (...start: string[]) =>
    rows.find((each) => start.every((cell, at) => each[at] === cell))!.slice(3);
  expect(row(en.groups.costs, en.inputs.media)).toEqual(['5000', '4000', '6000']);
  expect(row(en.groups.funnel, 'From leads to customers')).toEqual(['0.12', '24', '200']);
  expect(row(en.definitionQuestion, 'Headline')).toEqual([en.definitions.margin]);
  expect(Number(row(en.definitionQuestion, en.definitions.roas)[0])).toBeCloseTo(results.roas!, 9);
  expect(Number(row('Sales', en.figures.cac, 'Sales')[0])).toBeCloseTo(results.cac!, 9);
  expect(row('Sales', en.figures.cacPayback)).toEqual([en.reasons['not-recurring']]);
  expect(row(planner.goal.title, planner.goal.metric)).toEqual(['Customers']);
  expect(row(planner.goal.title, planner.goal.target)).toEqual(['48']);
  expect(row(planner.goal.title, planner.goal.budget)).toEqual(['']);
  expect(row(planner.goal.title, `Customers: ${planner.goal.total}`, 'Sales')).toEqual(['48']);
  expect(row(planner.actual.title, 'Leads: Effect on profit', 'Marketing').slice(1)).toEqual(['200', '150']);
});

test.each([
  ['https://shop.example/plan?utm_source=x&email=a@b.example#top', '', 'https://shop.example/plan'],
  [
    'https://shop.example/?page_id=7&gclid=x',
    'https://shop.example/?page_id=7',
    'https://shop.example/?page_id=7',
  ],
  ['https://shop.example/b', 'https://shop.example/a?x=1', 'https://shop.example/b'],
  ['file:///home/x/page.html#a', '', 'file:///home/x/page.html'],
])('the address that is handed on has no query but the page’s own: %s', (url, canonical, expected) => {
  const head = document.createElement('head');
  if (canonical) head.innerHTML = `<link rel="canonical" href="${canonical}">`;
  expect(pageAddress({ URL: url, head } as unknown as Document)).toBe(expected);
});

test('a scenario stays on the device only while the person wants it kept', async () => {
  const key = () => localStorage.getItem(`unisono:scenario:${pageAddress()}#share-${tests}`);
  const element = await mountCalculator(named());
  await number(labels.leads).fill('123');
  expect(key()).toBeNull();
  await open(element, share.title);
  const box = page.getByLabelText(share.keep);
  await box.click();
  expect(key()).toContain('leads=123');
  await number(labels.leads).fill('124');
  expect(key()).toContain('leads=124');
  await box.click();
  expect(key()).toBeNull();
});

test('a link that was taken up is not taken up again, whatever the address was meanwhile', async () => {
  const link = '#unisono=1&leads=300';
  history.replaceState(null, '', link);
  const element = await mountCalculator(named());
  await number(labels.leads).fill('999');
  for (const hash of ['#faq', link]) {
    location.hash = hash;
    await new Promise((done) => addEventListener('hashchange', done, { once: true }));
    await element.updateComplete;
  }
  expect(leadsOf(element)).toBe(999);
});

test('what is being typed survives a change of the fragment that is no link, and a move in the page', async () => {
  const element = await mountCalculator(named());
  await number(labels.leads).fill('77');
  await number(labels.media).fill('1500-');
  location.hash = '#faq';
  await new Promise((done) => addEventListener('hashchange', done, { once: true }));
  document.body.append(element);
  await element.updateComplete;
  await expect.element(number(labels.media)).toHaveValue('1500-');
  element.remove();
});

test('what somebody has kept stays theirs when they open a link of somebody else', async () => {
  let element = await mountCalculator(named());
  await number(labels.leads).fill('123');
  await open(element, share.title);
  await page.getByLabelText(share.keep).click();
  history.replaceState(null, '', '#unisono=1&leads=40');
  element = again(element);
  await element.updateComplete;
  await number(labels.media).fill('777');
  const kept = () => localStorage.getItem(`unisono:scenario:${pageAddress()}#share-${tests}`);
  expect(kept()).toContain('leads=123');
  await open(element, share.title);
  await expect.element(page.getByLabelText(share.keep)).not.toBeChecked();
  await page.getByLabelText(share.keep).click();
  expect(kept()).toContain('media=777');
});

test('the CSV lists nothing to deliver where no number of leads would do', async () => {
  history.replaceState(
    null,
    '',
    '#unisono=1&production=5000&averageSale=10&goal-metric=roi&goal-roiMargin=0.5',
  );
  const element = await mountCalculator(named());
  await open(element, share.title);
  const csv = await saved(share.csv);
  expect(csv).toContain(`"${planner.goal.title}","${planner.goal.target}","","0.5"`);
  expect(csv).not.toContain(planner.goal.perMonth);
});

test('starting again leaves on the device what was kept there', async () => {
  const key = () => localStorage.getItem(`unisono:scenario:${pageAddress()}#share-${tests}`);
  const element = await mountCalculator(named());
  await number(labels.leads).fill('12');
  await open(element, share.title);
  await page.getByLabelText(share.keep).click();
  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(page.getByLabelText(share.keep)).not.toBeChecked();
  await number(labels.media).fill('9');
  expect(key()).toContain('leads=12');
});

test('starting again forgets what the tab knew', async () => {
  let element = await mountCalculator(named());
  await number(labels.leads).fill('55');
  await page.getByRole('button', { name: en.reset }).click();
  element = again(element);
  expect(leadsOf(element)).toBe(200);
});
