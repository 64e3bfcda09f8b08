import { anonymiseAddress } from '../../rights/anonymise.ts';
import { erase } from '../../rights/erase.ts';
import { type PersonData, spellings } from '../../rights/person-data.ts';
import type { Change } from '../../store/store.ts';
import type { Words } from '../../words/words.ts';
import { page } from '../page.tsx';
import type { Route, SignedIn } from '../route.ts';
import { Stored } from './stored.tsx';
import { withPerson } from './with-person.ts';

type Way = 'erase' | 'anonymise';

interface Removal {
  act: (change: Change, email: string, by: { secret: string; now: Date }) => Promise<unknown>;
  /** What is said of it once it is done. */
  done: keyof Words['rights']['done'];
}

/** The two ways to let somebody go. */
const ways: Record<Way, Removal> = {
  erase: { act: erase, done: 'erased' },
  anonymise: { act: anonymiseAddress, done: 'anonymised' },
};

/** Says what goes and what stays before it is done: it cannot be undone. */
function surePage(visit: SignedIn, way: Way, data: PersonData): Response {
  const { remove, known } = visit.words.rights;
  const { title, goes, stays, sure } = remove[way];
  const children = (
    <>
      <p>{data.key}</p>
      <p>{goes}</p>
      <Stored data={data} words={known.tables} />
      <p>{stays}</p>
      <form method="post" class="actions">
        <input type="hidden" name="email" value={data.key} />
        <button type="submit" name="sure" value="yes">
          {sure}
        </button>
        <a href="/settings/rights">{remove.keep}</a>
      </form>
    </>
  );
  return page(visit, { title, section: 'settings', children });
}

const removeBy = (way: Way): Route => ({
  method: 'POST',
  path: `/settings/rights/${way}`,
  roles: ['admin'],
  answer: (visit) =>
    withPerson(visit, async (data) => {
      const { c, desk, field, account } = visit;
      if (field('sure') !== 'yes') return surePage(visit, way, data);
      const { store, secret, now, log } = desk;
      const { act, done } = ways[way];
      await store.change((change) => act(change, data.key, { secret, now: now() }));
      // Where another program reads the files, the hourly run does it.
      const isScrubbed = await store.scrub(spellings(data));
      log({ event: `person-${done}`, by: account.id, isScrubbed });
      return c.redirect(`/settings/rights?done=${done}`, 303);
    }),
});

export const removePerson: Route[] = [removeBy('erase'), removeBy('anonymise')];
