import { readDay } from '../../importing/date-style.ts';
import { importRoles } from '../../importing/import-fields.ts';
import { keepCost } from '../../importing/keep-cost.ts';
import { longestText } from '../../importing/read-row.ts';
import type { SpendRow } from '../../importing/read-spend.ts';
import { spendKinds } from '../../store/tables.ts';
import { amountTyped } from '../../working/amount-typed.ts';
import type { Route, SignedIn } from '../route.ts';
import type { CostProblems } from './cost-form.tsx';
import { importsPage } from './imports-page.tsx';

/** A cost as it was written, or what is wrong with it. */
function readCost({ field, language, desk }: SignedIn): Omit<SpendRow, 'line'> | CostProblems {
  const today = desk.now().toISOString().slice(0, 10);
  // Written by hand, a day is written as the hint says: what can be read in two ways is not taken.
  const day = /^\d{4}-/.test(field('when')) ? readDay(field('when'), 'day-first') : null;
  const kind = spendKinds.find((name) => name === field('kind'));
  const amount = amountTyped(field('amount'), language);
  const [source, campaign] = [field('source'), field('campaign')];
  const isAmount = amount !== null && amount !== 'unclear' && amount >= 0 && amount <= 1e12;
  const areShort = source.length <= longestText && campaign.length <= longestText;
  if (day && day <= today && kind && isAmount && areShort)
    return { day, source, campaign, kind, amount, impressions: null, clicks: null };
  return {
    ...(!(day && day <= today) && { when: 'when' }),
    ...(!isAmount && { amount: amount === 'unclear' ? 'unclear-amount' : 'amount' }),
    ...(!kind && { kind: 'kind' }),
    ...(source.length > longestText && { source: 'long' }),
    ...(campaign.length > longestText && { campaign: 'long' }),
  };
}

export const costRoute: Route = {
  method: 'POST',
  path: '/imports/costs',
  roles: importRoles.spend,
  async answer(visit) {
    const { c, desk, account } = visit;
    const cost = readCost(visit);
    if (!('day' in cost)) return importsPage(visit, { cost });
    const now = desk.now();
    const fate = await desk.store.change((change) => keepCost(change, cost, account.id, now));
    desk.log({ event: 'cost-written', by: account.id });
    return c.redirect(`/imports?done=${fate}`, 303);
  },
};
