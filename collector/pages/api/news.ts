import { streamSSE } from 'hono/streaming';
import { teams } from '../../store/tables.ts';
import { newsOf } from '../../working/news.ts';
import { everyRole, type Route } from '../route.ts';

/** Milliseconds after which a connection that says nothing says so, before something in between ends it. */
const heartbeat = 15_000;

/** Milliseconds after which a connection ends, and the browser comes again: a session may have ended meanwhile. */
const longest = 600_000;

/**
 * Says when requests have come that a page does not show yet: `since` is the last one there was when it was made, and
 * `team` whose list it shows. It says no more than that, so that a thousand open pages cost next to nothing.
 */
export const newsApi: Route = {
  method: 'GET',
  path: '/api/news',
  roles: everyRole,
  script: true,
  answer({ c, desk, field }) {
    const since = /^\d{1,15}$/.test(field('since')) ? Number(field('since')) : 0;
    const team = teams.find((name) => name === field('team')) ?? null;
    const news = newsOf(desk);
    return streamSSE(c, async (stream) => {
      await stream.write('retry: 5000\n\n');
      const leave = new AbortController();
      stream.onAbort(() => leave.abort());
      const ended = AbortSignal.any([leave.signal, desk.closing, AbortSignal.timeout(longest)]);
      let seen = since;
      while (!ended.aborted) {
        const latest = await news.after(seen, team, heartbeat, ended);
        if (ended.aborted) return;
        if (latest === null) await stream.write(': still here\n\n');
        else {
          seen = latest;
          await stream.writeSSE({ event: 'news', id: String(latest), data: String(latest) });
        }
      }
    });
  },
};
