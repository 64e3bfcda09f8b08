import { describe, expect, it } from 'vitest';
import type { Agreed } from '../../../collector/agreeing/agreed.ts';
import { deliveriesOf } from '../../../collector/agreeing/deliveries-of.ts';
import { plannedObjective } from '../../../collector/agreeing/planned-objective.ts';
import { type Campaign, evaluateCampaign, planForGoal } from '../../../src/roi/index.ts';

const link =
  'unisono=1&mode=full&start=leads&definition=revenue&media=6000&leads=120&mqlRate=0.5&customerRate=0.2&averageSale=4000' +
  '&grossMargin=0.5&months=6&spendMonths=6&delay=1';
const goal = '&goal-metric=customers&goal-customers=14&goal-deadline=6&goal-lever=volume';

/** The same plan, written down by hand. */
const campaign: Campaign = {
  costs: { media: 6000, salesPerOpportunity: undefined as never },
  funnel: [
    { name: 'leads', volume: 120 },
    { name: 'mql', rate: 0.5 },
    { name: 'customers', rate: 0.2, delay: [0, 1] },
  ],
  value: { averageSale: 4000, grossMargin: 0.5, ordersPerCustomer: 1 },
  timing: { months: 6, spend: [1, 1, 1, 1, 1, 1] },
};
delete (campaign.costs as Partial<Campaign['costs']>).salesPerOpportunity;

const agreedOn = (text: string): Agreed => {
  const read = plannedObjective(text, 'EUR');
  if (!read.ok) throw new Error(read.problem);
  return read.agreed;
};

const results = (of: Campaign) => {
  const { metrics, stages } = evaluateCampaign(of);
  return [metrics.profit.value, metrics.revenue.value, ...stages.map(({ count }) => count)];
};

describe('what the planner hands on', () => {
  it.each([
    ['its fragment', link],
    ['the link of a page', `https://shop.example/plan?x=1#${link}`],
    ['another panel of it', `${link}&actual-leads=3&actual-month=2&for=my-calculator`],
  ])('%s is the campaign that one would write down', (_, text) => {
    const agreed = agreedOn(text);
    expect(results(agreed.campaign)).toEqual(results(campaign));
    expect(agreed).toMatchObject({ definition: 'revenue', goal: null });
    expect(agreed.scenario).toContain('unisono=1');
  });

  it('with a goal is the campaign that reaches it', () => {
    const agreed = agreedOn(link + goal);
    const asked = { metric: 'customers', target: 14, deadline: 6, vary: 'volume' } as const;
    expect(agreed.goal).toEqual(asked);
    expect(results(agreed.campaign)).toEqual(results(planForGoal(campaign, asked).campaign));
    expect(results(agreed.campaign).at(-1)).toBeCloseTo(14);
  });

  it('is the same from its file, which needs no goal', () => {
    const asked = { metric: 'customers', target: 14, vary: 'rate:customers' } as const;
    const file = { model: 2, currency: 'EUR', definition: 'roas', inputs: campaign, results: {} };
    const plain = agreedOn(JSON.stringify(file));
    expect(plain).toEqual({ scenario: null, definition: 'roas', campaign, goal: null });
    const aimed = agreedOn(JSON.stringify({ ...file, goal: { asked, plan: { value: 1 } } }));
    expect(results(aimed.campaign)).toEqual(results(planForGoal(campaign, asked).campaign));
  });

  it('is looked at for as long as its goal takes', () => {
    const read = plannedObjective(`${link}&goal-metric=customers&goal-customers=10&goal-deadline=9`, 'EUR');
    expect(read).toMatchObject({ ok: true, months: 9 });
  });

  const file = (changes: object) =>
    JSON.stringify({ currency: 'EUR', definition: 'margin', inputs: campaign, ...changes });
  it.each([
    ['', 'missing'],
    ['hello', 'no-plan'],
    ['unisono=2&leads=5', 'no-plan'],
    ['{"inputs":', 'no-plan'],
    ['{"inputs":[]}', 'no-plan'],
    [`${link}&customerRate=7`, 'not-all-read'],
    [file({ currency: 'USD' }), 'other-currency'],
    [`${link}&currency=USD`, 'other-currency'],
    [`${link}&mode=evaluate&ran-customers=9`, 'no-plan'],
    [file({ definition: 'mine' }), 'no-plan'],
    [file({ inputs: { ...campaign, timing: undefined } }), 'no-months'],
    [file({ inputs: { ...campaign, funnel: campaign.funnel.slice(0, 2) } }), 'no-customers'],
    [file({ inputs: { ...campaign, funnel: 5 } }), 'broken'],
    [file({ inputs: {} }), 'broken'],
    [file({ goal: { asked: { metric: 'nothing', target: 1 } } }), 'broken'],
    [file({ goal: { asked: { metric: 'customers', target: 'x' } } }), 'broken'],
    [file({ inputs: { ...campaign, timing: { months: 500 } } }), 'too-long'],
  ])('%s is refused as %s', (text, problem) => {
    expect(plannedObjective(text, 'EUR')).toEqual({ ok: false, problem });
  });

  it('with a goal that its lever does not reach is refused, with those that would do', () => {
    const read = plannedObjective(
      `${link}&goal-metric=customers&goal-customers=60&goal-lever=rate:customers`,
      'EUR',
    );
    expect(read).toMatchObject({ ok: false, problem: 'unreachable', levers: ['volume'] });
  });
});

it('says what each owner delivers a month: all of a stage in the end, nobody before its delay', () => {
  const lines = deliveriesOf(campaign);
  const find = (what: string) => lines.find((line) => line.what === what)!;
  expect(find('leads')).toMatchObject({ owner: 'marketing', total: expect.closeTo(120) });
  expect(find('leads').months.map(Math.round)).toEqual([20, 20, 20, 20, 20, 20]);
  expect(find('customers').months.map((each) => Math.round(each * 10) / 10)).toEqual([0, 2, 2, 2, 2, 2]);
  expect(find('customers').owner).toBe('sales');
  expect(find('spend')).toMatchObject({ owner: 'marketing', total: expect.closeTo(6000) });
});
