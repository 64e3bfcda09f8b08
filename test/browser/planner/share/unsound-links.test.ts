import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { planner, share } from '../../../../src/locales/en.ts';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { open } from '../planner-on-page.ts';
import { beSomebodyElse, bring, leadsOf, named, own, setUpSharing } from './share-on-page.ts';

setUpSharing();

test('no link and no preset of one changes what the owner has fixed or hidden', async () => {
  bring('#unisono=1&grossMargin=0.99&averageSale=999999&definition=roas&preset=event');
  const element = await mountCalculator(named('fixed="grossMargin customerRate" hides="averageSale delay"'));
  expect(element.calculation.definition).toBe('roas');
  expect(element.calculation.inputs).toMatchObject({
    // The preset's start and leads, and the owner's rate and delay.
    funnel: [
      { name: 'leads', volume: 150 },
      { name: 'customers', rate: 0.1, delay: [0, 0, 1] },
    ],
    value: { grossMargin: 0.6, averageSale: 1200 },
  });
});

test('no link opens the full funnel where the owner has taken the choice away', async () => {
  bring('#unisono=1&mode=full&leads=300');
  const element = await mountCalculator(own('no-modes'));
  expect(leadsOf(element)).toBe(300);
  await expect.element(number(labels.leads)).toBeVisible();
  await expect.element(number(labels.agency)).not.toBeInTheDocument();

  beSomebodyElse();
  await mountCalculator(own());
  await expect.element(number(labels.agency)).toBeVisible();
});

test('nor does one close it', async () => {
  bring('#unisono=1&mode=quick');
  await mountCalculator(named('no-modes'));
  await expect.element(number(labels.agency)).toBeVisible();
});

test.each([
  '#unisono=99&leads=5',
  '#unisono=1&leads=-5',
  '#unisono=1&leads=1e99',
  '#unisono=1&customerRate=1/10000000000000000',
  '#unisono=1&__proto__=1&leads=x',
  '#unisono=1&customerRate=1.5',
  '#unisono=1&churn=2',
  '#unisono=1&customerRate=13/12',
  '#unisono=1&customerRate=1.5/3',
  '#unisono=1&leads=1/2',
  '#unisono=1&media=6000~4000',
  '#unisono=1&media=4000~',
  '#unisono=1&media=-1~4000',
  '#unisono=1&media=4000~1e99',
  '#unisono=1&grossMargin=0.5~1.5',
  '#unisono=1&leads=100~200',
  '#unisono=1&customerRate=0.1~0.2',
  '#unisono=1&months=1~2',
  '#unisono=1&media=',
  '#unisono=1&mode=huge&start=sessions&definition=roi&preset=none',
])('a link that is not sound changes nothing: %s', async (hash) => {
  const { calculation } = await mountCalculator(named());
  beSomebodyElse();
  bring(hash);
  expect((await mountCalculator(named())).calculation).toEqual(calculation);
  await expect.element(page.getByRole('alert')).toBeVisible();
});

test.each([
  ['#unisono=99&leads=5', share.unreadable],
  ['#unisono=1&leads=300&clicks=-5&mode=huge', share.partly.replace('{names}', `${labels.clicks}, mode`)],
])(
  'a link that could not be read, or not all of it, says so until something is entered: %s',
  async (hash, said) => {
    bring(hash);
    await mountCalculator(named());
    await expect.element(page.getByRole('alert')).toHaveTextContent(said);
    await number(labels.leads).fill('10');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  },
);

test('no link, or one of the page itself, says nothing', async () => {
  bring('#prices');
  await mountCalculator(named());
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('a good link says nothing of a bad one before it', async () => {
  bring('#unisono=99&leads=5');
  const element = await mountCalculator(named());
  await expect.element(page.getByRole('alert')).toHaveTextContent(share.unreadable);
  location.hash = '#unisono=1&leads=46';
  await expect.poll(() => leadsOf(element)).toBe(46);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('a link cannot put into a panel what its field would not take', async () => {
  bring('#unisono=1&goal-deadline=2.5&actual-month=999&goal-metric=nonsense&goal-lever=x:y');
  const element = await mountCalculator(named());
  await expect.element(number(planner.goal.deadline)).toHaveValue('12');
  expect(element.shadowRoot!.textContent).toContain(planner.goal.asPlanned);
  await open(element, planner.actual.title);
  await expect.element(number(planner.actual.asOf)).toHaveValue('12');
});

test('a month that cannot be is not taken from a link', async () => {
  bring('#unisono=1&months=0&spendMonths=2.5');
  await mountCalculator(named());
  await expect.element(number(planner.timing.months)).toHaveValue('12');
  await expect.element(number(planner.timing.spendMonths)).toHaveValue('1');
});
