import { hasExample } from '../../example/clear-example.ts';
import { givenBack, type Listed, listLength, nextSteps, nurtured, waiting } from '../../working/lists.ts';
import { latestRequest } from '../../working/news.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { page } from '../page.tsx';
import { everyRole, type Route } from '../route.ts';
import { NewsNotice } from './news-notice.tsx';
import { noticeOf } from './notice-of.ts';
import { type About, PeopleList } from './people-list.tsx';

/** How many of each temperature are shown. */
const few = 20;

/** Marketing's day: whom to answer, what sales gave back and why, and whom to nurture. */
export const marketingPage: Route = {
  method: 'GET',
  path: '/marketing',
  roles: everyRole,
  async answer(visit) {
    const { desk, words } = visit;
    const { read } = desk.store;
    const texts = words.lists.marketing;
    const [latest, isExample, toAnswer, back, steps, warm, cold, unscored] = await Promise.all([
      latestRequest(read),
      hasExample(read),
      waiting(read, 'marketing'),
      givenBack(read, few + 1),
      nextSteps(read, 'marketing'),
      nurtured(read, 'warm', few + 1),
      nurtured(read, 'cold', few + 1),
      nurtured(read, null, few + 1),
    ]);
    const next = words.lists.sales;
    const lists: readonly [string, string, Listed[], About, number][] = [
      [texts.toAnswer, texts.toAnswerHint, toAnswer, 'waiting', listLength],
      [texts.givenBack, texts.givenBackHint, back, 'given-back', few],
      [next.next, next.nextHint, steps, 'next', listLength],
      [texts.warm, texts.warmHint, warm, 'asked', few],
      [texts.cold, texts.coldHint, cold, 'asked', few],
      [texts.unscored, texts.unscoredHint, unscored, 'asked', few],
    ];
    return page(visit, {
      title: texts.title,
      section: 'marketing',
      notice: noticeOf(visit),
      children: (
        <>
          {isExample && <ExampleBanner visit={visit} />}
          {toAnswer.length === 0 && <p class="headline">{texts.calm}</p>}
          {lists.map(([title, hint, people, about, length]) => (
            <PeopleList key={title} {...{ title, hint, people, about, length, visit }} />
          ))}
          <NewsNotice since={latest} team="marketing" visit={visit} />
        </>
      ),
    });
  },
};
