import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en, planner, share } from '../../../../src/locales/en.ts';
import { share as itShare } from '../../../../src/locales/it.ts';
import { explainVariance, planForGoal, simulate } from '../../../../src/roi/index.ts';
import { mountCalculator } from '../../../support/calculator-on-page.ts';
import { recompute } from '../../../support/recompute.ts';
import { open } from '../planner-on-page.ts';
import { saved } from './saved.ts';
import { bring, named, setUpSharing } from './share-on-page.ts';

setUpSharing();

test('what is saved as JSON recomputes to the same figures: the calculation, the goal and what has happened', async () => {
  bring(
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
  expect(actual).toMatchObject({ asOf: 3, campaign: { funnel: [{ name: 'leads', volume: 90 }] } });
  expect(plain(explainVariance(report.inputs, actual.campaign, { asOf: actual.asOf }))).toEqual(
    actual.variance,
  );
});

test('the files are called as the campaign is, in letters that every disk takes', async () => {
  bring('#unisono=1&name=Spring%3A+%22A%2FB%22+%C3%A8');
  const element = await mountCalculator(named());
  await open(element, share.title);
  const names: string[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  for (const button of [share.csv, share.json]) await page.getByRole('button', { name: button }).click();
  await expect.poll(() => names).toEqual(['Spring-A-B-è.csv', 'Spring-A-B-è.json']);
  click.mockRestore();
});

test('what happened is compared again where sales costs something a stage that nobody measured', async () => {
  bring(
    '#unisono=1&mode=full&leads=300&opportunityRate=0.5&customerRate=0.2&salesPerOpportunity=50&actual-leads=200&actual-customers=9',
  );
  const element = await mountCalculator(named());
  await open(element, share.title);
  const { inputs, actual } = JSON.parse(await saved(share.json));
  const again = explainVariance(inputs, actual.campaign, { asOf: actual.asOf });
  expect(JSON.parse(JSON.stringify(again))).toEqual(actual.variance);
});

test('what nobody asked for is not saved: no goal, nothing that happened, and no range where all is certain', async () => {
  const element = await mountCalculator(named());
  await open(element, share.title);
  const report = JSON.parse(await saved(share.json));
  const { cash, plan, ...rest } = report;
  expect(rest).toEqual(JSON.parse(JSON.stringify(element.calculation)));
  expect(plan).toMatchObject({ unisono: '1' });
  expect(cash).toHaveLength(12);
  expect(cash.at(-1).cumulative).toBeCloseTo(report.results.profit, 6);
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
  bring(
    '#unisono=1&currency=USD&media=4000~6000&customerRate=24/200&goal-customers=48&actual-month=12&actual-leads=150',
  );
  const element = await mountCalculator(named());
  const { results } = element.calculation as { results: Record<string, number> };
  await open(element, share.title);
  const rows = (await saved(share.csv))
    .split('\r\n')
    .map((row) => row.replace(/^\ufeff?"|"$/g, '').split('","'));
  const row = (...start: string[]) =>
    rows.find((each) => start.every((cell, at) => each[at] === cell))!.slice(3);
  expect(row('', en.currency)).toEqual(['USD']);
  expect(row(en.groups.costs, `${en.inputs.media}, on average`)).toEqual(['5000', '4000', '6000']);
  expect(row(en.groups.funnel, 'From leads to customers')).toEqual(['0.12', '24', '200']);
  expect(row(en.definitionQuestion, 'Headline')).toEqual([`${en.definitions.margin} · within 12 months`]);
  expect(Number(row(en.definitionQuestion, en.definitions.roas)[0])).toBeCloseTo(results.roas!, 9);
  expect(Number(row('Both', en.figures.cac, 'Both')[0])).toBeCloseTo(results.cac!, 9);
  expect(row('Sales', en.figures.cacPayback)).toEqual([en.reasons['not-recurring']]);
  expect(row(planner.goal.title, planner.goal.metric)).toEqual(['Customers']);
  expect(row(planner.goal.title, planner.goal.target)).toEqual(['48']);
  expect(row(planner.goal.title, planner.goal.budget)).toEqual(['']);
  expect(row(planner.goal.title, `Customers: ${planner.goal.total}`, 'Sales')).toEqual(['48']);
  expect(row(planner.actual.title, 'Leads: Effect on profit', 'Marketing').slice(1)).toEqual(['200', '150']);
});

test('the CSV lists nothing to deliver where no number of leads would do', async () => {
  bring('#unisono=1&production=5000&averageSale=10&goal-metric=roi&goal-roiMargin=0.5');
  const element = await mountCalculator(named());
  await open(element, share.title);
  const csv = await saved(share.csv);
  expect(csv).toContain(`"${planner.goal.title}","${planner.goal.target}","","0.5"`);
  expect(csv).not.toContain(planner.goal.perMonth);
  expect(csv).toContain('alone does not get there');
});

test('both files hold the range where there is one: low, middle and high as the engine has them', async () => {
  bring('#unisono=1&media=4000~6000');
  const element = await mountCalculator(named());
  await open(element, share.title);
  const { range, inputs } = JSON.parse(await saved(share.json));
  const { profit } = simulate(inputs, { draws: 10_000, seed: 1 });
  expect(range.profit).toEqual(JSON.parse(JSON.stringify(profit)));
  const row = (await saved(share.csv)).split('\r\n').find((each) => each.includes('(P10, P50, P90)'))!;
  const cells = row
    .split('","')
    .slice(3)
    .map((cell) => Number(cell.replace('"', '')));
  for (const [at, name] of (['p50', 'p10', 'p90'] as const).entries())
    expect(cells[at]).toBeCloseTo(profit![name], 6);
});
