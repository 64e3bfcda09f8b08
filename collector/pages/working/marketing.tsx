import { hasExample } from '../../example/clear-example.ts';
import { givenBack, listLength, nextSteps, nurtured, waiting } from '../../working/lists.ts';
import { latestRequest } from '../../working/news.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { page } from '../page.tsx';
import { everyRole, type Route } from '../route.ts';
import { NewsNotice } from './news-notice.tsx';
import { noticeOf } from './notice-of.ts';
import { PeopleList } from './people-list.tsx';

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
    const [latest, isExample, toAnswer, back, next, warm, cold, unscored] = await Promise.all([
      latestRequest(read),
      hasExample(read),
      waiting(read, 'marketing'),
      givenBack(read, few + 1),
      nextSteps(read, 'marketing'),
      nurtured(read, 'warm', few + 1),
      nurtured(read, 'cold', few + 1),
      nurtured(read, null, few + 1),
    ]);
    return page(visit, {
      title: texts.title,
      section: 'marketing',
      notice: noticeOf(visit),
      children: (
        <>
          {isExample && <ExampleBanner visit={visit} />}
          {toAnswer.length === 0 && <p class="headline">{texts.calm}</p>}
          <PeopleList
            title={texts.toAnswer}
            hint={texts.toAnswerHint}
            people={toAnswer}
            about="waiting"
            length={listLength}
            visit={visit}
          />
          <PeopleList
            title={texts.givenBack}
            hint={texts.givenBackHint}
            people={back}
            about="given-back"
            length={few}
            visit={visit}
          />
          <PeopleList
            title={words.lists.sales.next}
            hint={words.lists.sales.nextHint}
            people={next}
            about="next"
            length={listLength}
            visit={visit}
          />
          <PeopleList
            title={texts.warm}
            hint={texts.warmHint}
            people={warm}
            about="asked"
            length={few}
            visit={visit}
          />
          <PeopleList
            title={texts.cold}
            hint={texts.coldHint}
            people={cold}
            about="asked"
            length={few}
            visit={visit}
          />
          <PeopleList
            title={texts.unscored}
            hint={texts.unscoredHint}
            people={unscored}
            about="asked"
            length={few}
            visit={visit}
          />
          <NewsNotice since={latest} visit={visit} />
        </>
      ),
    });
  },
};
