import type { Envelope } from 'unisono/schema';
import { ourName } from '../../rights/ask-to-confirm.ts';
import { listLength, setAside } from '../../working/lists.ts';
import { releaseRequest } from '../../working/release.ts';
import { page } from '../page.tsx';
import { Moment } from '../parts/moment.tsx';
import { personName } from '../parts/person-name.ts';
import { wordFor } from '../parts/word-for.ts';
import { everyRole, type Route } from '../route.ts';

/** Requests that may come from programs, for somebody to look. */
const setAsidePage: Route = {
  method: 'GET',
  path: '/set-aside',
  roles: everyRole,
  async answer(visit) {
    const { desk, words, language, field } = visit;
    const texts = words.lists.setAside;
    const requests = await setAside(desk.store.read);
    const said = field('done');
    return page(visit, {
      title: texts.title,
      section: 'leads',
      notice:
        said === 'released' || said === 'gone' ? { text: texts[said], isTrouble: said === 'gone' } : null,
      children: (
        <>
          <p class="quiet">{requests.length === 0 ? texts.none : texts.hint}</p>
          <ol class="people">
            {requests.slice(0, listLength).map(({ sequence, person_id, received_at, envelope }) => {
              const { profile, spam }: Envelope = JSON.parse(envelope);
              return (
                <li key={sequence} class="person set-aside">
                  <p class="point">
                    <Moment at={received_at} language={language} />
                  </p>
                  <div class="name">
                    <p>
                      <a href={`/people/${person_id}`} dir="auto">
                        {personName({ name: profile.name ?? '', email: profile.email })}
                      </a>
                    </p>
                    <p class="marks">
                      {spam.signals.map((signal) => wordFor(words.request.signals, signal)).join('; ')}
                    </p>
                    {profile.message && <blockquote dir="auto">{profile.message.slice(0, 300)}</blockquote>}
                  </div>
                  <form method="post" action={`/set-aside/${sequence}/release`} class="whose">
                    <button type="submit">{texts.isPerson}</button>
                  </form>
                </li>
              );
            })}
          </ol>
          {requests.length > listLength && <p class="quiet">{words.lists.more(listLength)}</p>}
          {requests.length > 0 && <p class="quiet">{texts.leave}</p>}
        </>
      ),
    });
  },
};

const release: Route = {
  method: 'POST',
  path: '/set-aside/:sequence/release',
  roles: everyRole,
  async answer({ c, desk, account }) {
    const sequence = Number(/^\d{1,15}$/.exec(c.req.param('sequence') ?? '')?.[0] ?? -1);
    const outcome = await desk.store.change((change) =>
      releaseRequest(change, {
        sequence,
        by: account.id,
        now: desk.now(),
        secret: desk.secret,
        us: ourName(desk.settings),
      }),
    );
    return c.redirect(`/set-aside?done=${outcome.status === 'done' ? 'released' : 'gone'}`, 303);
  },
};

export const setAsideRoutes: readonly Route[] = [setAsidePage, release];
