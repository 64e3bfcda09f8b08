import type { JSX } from 'preact';
import type { Team } from '../../store/tables.ts';
import type { SignedIn } from '../route.ts';

/**
 * The place where a list says that new requests have come. Our script fills it in; without one nothing is there.
 * @param since the latest request there was when the list was made
 * @param team whose list it is; none: everybody's
 */
export const NewsNotice = ({
  since,
  team,
  visit,
}: {
  since: number;
  team?: Team;
  visit: SignedIn;
}): JSX.Element => (
  <div id="news" role="status" data-since={since} data-team={team}>
    <p class="notice" hidden>
      {visit.words.lists.news} <a href={visit.c.req.path}>{visit.words.lists.show}</a>
    </p>
  </div>
);
