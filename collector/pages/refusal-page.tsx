import type { Refusal, RefusalCode } from '../refusal.ts';
import { homeOf } from '../team/home-of.ts';
import { ownAddress } from './own-address.ts';
import { page } from './page.tsx';
import type { OpenVisit, Visit } from './route.ts';

/** The words for a refusal: those of a person's page, where it has some of its own. */
function wordsFor({ words, c }: Visit, code: RefusalCode): { title: string; text: string } {
  const { frame, team } = words;
  const { refusals } = team;
  const away = c.req.method === 'POST' ? refusals['store-unavailable'].pressed : frame.away;
  const texts: Partial<Record<RefusalCode, { title: string; text: string }>> = {
    ...refusals,
    'not-found': { ...refusals['not-found'], text: frame.notFound },
    'not-allowed': { ...refusals['not-allowed'], text: frame.notAllowed },
    'collector-failed': { ...refusals['collector-failed'], text: frame.failed },
    'store-unavailable': { ...refusals['store-unavailable'], text: away },
  };
  return texts[code] ?? texts['collector-failed']!;
}

/** Where to sign in, and to come back from there to the page on which a button was pressed. */
function signInPath({ c }: Visit): string {
  const referrer = c.req.header('referer') ?? '';
  const path = URL.canParse(referrer) ? ownAddress(new URL(referrer).pathname) : null;
  return path ? `/sign-in?to=${encodeURIComponent(path)}` : '/sign-in';
}

/** Tells a person that something was refused, and where to go from there. It repeats nothing of what was sent. */
export function refusalPage(visit: OpenVisit, refusal: Refusal): Response {
  const { account, words } = visit;
  const { title, text } = wordsFor(visit, refusal.code);
  return page(
    visit,
    {
      title,
      children: (
        <>
          <p>{text}</p>
          <p>
            {account ? (
              <a href={homeOf(account)}>{words.team.backHome}</a>
            ) : (
              <a href={signInPath(visit)}>{words.team.signInLink}</a>
            )}
          </p>
        </>
      ),
    },
    refusal.status,
  );
}
