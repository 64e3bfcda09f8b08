import { hasExample } from '../../example/clear-example.ts';
import { listLength, nextSteps, waiting, withoutStep } from '../../working/lists.ts';
import { latestRequest } from '../../working/news.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { page } from '../page.tsx';
import { age } from '../parts/age.ts';
import { everyRole, type Route } from '../route.ts';
import { NewsNotice } from './news-notice.tsx';
import { noticeOf } from './notice-of.ts';
import { PeopleList } from './people-list.tsx';

/** Sales' day: who waits, who is due, and whom nobody has thought on with. */
export const salesPage: Route = {
  method: 'GET',
  path: '/sales',
  roles: everyRole,
  async answer(visit) {
    const { desk, words, language } = visit;
    const { read } = desk.store;
    const texts = words.lists.sales;
    const [latest, isExample, toAnswer, next, open] = await Promise.all([
      latestRequest(read),
      hasExample(read),
      waiting(read, 'sales'),
      nextSteps(read, 'sales'),
      withoutStep(read, 'sales'),
    ]);
    const first = toAnswer[0]?.waiting_since;
    const shown = { length: listLength, visit };
    return page(visit, {
      title: texts.title,
      section: 'sales',
      notice: noticeOf(visit),
      children: (
        <>
          {isExample && <ExampleBanner visit={visit} />}
          <p class="headline">
            {first
              ? texts.waiting(
                  Math.min(toAnswer.length, listLength),
                  toAnswer.length > listLength,
                  age(first, desk.now(), language),
                )
              : texts.calm}
          </p>
          <PeopleList
            title={texts.toAnswer}
            hint={texts.toAnswerHint}
            people={toAnswer}
            about="waiting"
            {...shown}
          />
          <PeopleList title={texts.next} hint={texts.nextHint} people={next} about="next" {...shown} />
          <PeopleList title={texts.open} hint={texts.openHint} people={open} about="stage" {...shown} />
          <NewsNotice since={latest} team="sales" visit={visit} />
        </>
      ),
    });
  },
};
