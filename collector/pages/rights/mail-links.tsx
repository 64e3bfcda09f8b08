import { nameIn } from '../../rights/ask-to-confirm.ts';
import { bearerOf, followLink, linkWords } from '../../rights/follow-link.ts';
import type { LinkPurpose } from '../../rights/signed-token.ts';
import type { MarketingWord } from '../../store/tables.ts';
import { page } from '../page.tsx';
import type { Route } from '../route.ts';

type OpenVisit = Parameters<NonNullable<Extract<Route, { open: string }>['answer']>>[0];

/** The address holds a secret of one person's: it is not handed on to wherever they go next. */
function withoutReferrer(answer: Response): Response {
  answer.headers.set('Referrer-Policy', 'no-referrer');
  return answer;
}

/** One answer to every link that does not work, so that nobody learns from it whether it ever did. */
const deadLink = (visit: OpenVisit): Response => {
  const { title, text } = visit.words.rights.deadLink;
  return page(visit, { title, children: <p>{text}</p> }, 404);
};

function answerOf(visit: OpenVisit, purpose: LinkPurpose, word: MarketingWord): Response {
  const words = visit.words.rights.links[purpose];
  const name = nameIn(visit.desk.settings.mailFrom);
  if (word === linkWords[purpose])
    return page(visit, { title: words.doneTitle, children: <p role="status">{words.doneText(name)}</p> });
  const children = (
    <>
      <p>{words.text(name)}</p>
      <form method="post" class="actions">
        <button type="submit">{words.button}</button>
      </form>
    </>
  );
  return page(visit, { title: words.title, children });
}

const linkOf = ({ c, desk }: OpenVisit) => ({
  secret: desk.secret,
  token: c.req.param('token') ?? '',
  now: desk.now(),
});

/**
 * What a link in a mail leads to: a page with a button, since programs that look through mails follow every link. The
 * button acts, and is answered with a page instead of a redirect: the button of a mail program, which presses it
 * without showing anything, follows none (RFC 8058). Pressed twice, it acts once.
 */
const mailLink = (path: string, purpose: LinkPurpose): Route[] => [
  {
    method: 'GET',
    path,
    open: 'whoever has the mail has the link',
    async answer(visit) {
      const person = await bearerOf(visit.desk.store.read, purpose, linkOf(visit));
      return withoutReferrer(person ? answerOf(visit, purpose, person.marketing) : deadLink(visit));
    },
  },
  {
    method: 'POST',
    path,
    open: 'whoever has the mail has the link',
    fromAnywhere: 'what proves the right to press it is in the address, and not in a cookie',
    async answer(visit) {
      const person = await visit.desk.store.change((change) => followLink(change, purpose, linkOf(visit)));
      return withoutReferrer(person ? answerOf(visit, purpose, person.marketing) : deadLink(visit));
    },
  },
];

export const mailLinks: Route[] = [
  ...mailLink('/confirm/:token', 'opt-in'),
  ...mailLink('/stop/:token', 'way-out'),
];
