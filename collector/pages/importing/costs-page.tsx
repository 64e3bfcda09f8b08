import type { JSX } from 'preact';
import { hasExample } from '../../example/clear-example.ts';
import { importRoles } from '../../importing/import-fields.ts';
import { type KeptCost, latestCosts, mostCosts, removeCost } from '../../importing/remove-cost.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { type Notice, page } from '../page.tsx';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { type Formats, formatsOf } from './formats.ts';
import { mayImport } from './imports-page.tsx';

const columns = ['day', 'source', 'campaign', 'kind', 'amount', 'impressions', 'clicks'] as const;

/** A cost in one line: what stood there can be written down again. */
const told = (
  { day, source, campaign, kind, amount }: KeptCost,
  { words }: SignedIn,
  formats: Formats,
): string =>
  [formats.day(day), source, campaign, words.importing.spendKinds[kind], formats.money(amount)]
    .filter(Boolean)
    .join(' · ');

function cell(cost: KeptCost, column: (typeof columns)[number], visit: SignedIn, formats: Formats): string {
  const texts = visit.words.importing;
  if (column === 'day') return formats.day(cost.day);
  if (column === 'kind') return texts.spendKinds[cost.kind];
  if (column === 'amount') return formats.money(cost.amount);
  if (column === 'source' || column === 'campaign') return cost[column] || texts.empty;
  const number = cost[column];
  return number === null ? '—' : formats.count(number);
}

function Costs({ costs, visit }: { costs: readonly KeptCost[]; visit: SignedIn }): JSX.Element {
  const texts = visit.words.importing;
  const formats = formatsOf(visit);
  const mayRemove = mayImport(visit, 'spend');
  return (
    <section class="scrolls" aria-labelledby="standing" tabindex={0}>
      <table class="cells figures">
        <caption id="standing">{texts.standing}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col" key={name}>
                {texts.fields[name]}
              </th>
            ))}
            {mayRemove && <th scope="col">{texts.removeColumn}</th>}
          </tr>
        </thead>
        <tbody>
          {costs.map((cost) => (
            <tr key={cost.id}>
              {columns.map((name, at) => {
                const text = cell(cost, name, visit, formats);
                return at === 0 ? (
                  <th scope="row" key={name}>
                    {text}
                  </th>
                ) : (
                  <td key={name} class={at > 3 ? 'figure' : ''} dir="auto">
                    {text}
                  </td>
                );
              })}
              {mayRemove && (
                <td>
                  <form method="post" action="/imports/costs/remove">
                    <input type="hidden" name="id" value={cost.id} />
                    <input type="hidden" name="amount" value={cost.amount} />
                    <button type="submit" aria-label={texts.removeOf(told(cost, visit, formats))}>
                      {texts.remove}
                    </button>
                  </form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function show(visit: SignedIn, notice: Notice | null = null): Promise<Response> {
  const texts = visit.words.importing;
  const { read } = visit.desk.store;
  const [costs, isExample] = await Promise.all([latestCosts(read), hasExample(read)]);
  return page(
    visit,
    {
      title: texts.costsTitle,
      section: 'imports',
      notice,
      children: (
        <>
          {isExample && <ExampleBanner visit={visit} />}
          <p>
            {texts.monthHolds}
            {costs.length === mostCosts && ` ${texts.latestCosts(formatsOf(visit).count(mostCosts))}`}
          </p>
          {costs.length === 0 ? <p class="quiet">{texts.noCosts}</p> : <Costs costs={costs} visit={visit} />}
          <p>
            <a href="/imports">{texts.back}</a>
          </p>
        </>
      ),
    },
    notice?.isTrouble ? 422 : 200,
  );
}

const costsPage: Route = {
  method: 'GET',
  path: '/imports/costs',
  roles: everyRole,
  answer: (visit) => show(visit),
};

const removeRoute: Route = {
  method: 'POST',
  path: '/imports/costs/remove',
  roles: importRoles.spend,
  async answer(visit) {
    const { desk, field, words, account } = visit;
    const texts = words.importing;
    const id = /^\d{1,15}$/.test(field('id')) ? Number(field('id')) : 0;
    const removed = await desk.store.change((change) => removeCost(change, id, Number(field('amount'))));
    if (!removed) return show(visit, { text: texts.notRemoved, isTrouble: true });
    desk.log({ event: 'cost-removed', by: account.id });
    return show(visit, { text: texts.removed(told(removed, visit, formatsOf(visit))) });
  },
};

/** What stands of costs, and the way to take one away. */
export const costsRoutes: readonly Route[] = [costsPage, removeRoute];
