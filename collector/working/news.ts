import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import type { Queries } from '../store/store.ts';

/** Milliseconds between two looks at the database, while anybody waits for news. */
const pause = 1_000;

/** The latest request; `0` if there is none. */
export async function latestRequest(read: Queries): Promise<number> {
  const { latest } = await read
    .selectFrom('requests')
    .select(({ fn }) => fn.max<number | null>('sequence').as('latest'))
    .executeTakeFirstOrThrow();
  return latest ?? 0;
}

interface Waiting {
  seen: number;
  tell: (latest: number | null) => void;
}

/** What has come, for all who wait for it. */
export interface News {
  /**
   * Resolves with the latest request once there is one after `seen`, and with `null` after so many milliseconds without.
   */
  after(seen: number, patience: number, ended: AbortSignal): Promise<number | null>;
}

/** One look at the database a second answers everybody, however many wait; and none is taken while nobody does. */
function newsFrom({ store, log }: Desk): News {
  const waiting = new Set<Waiting>();
  let isLooking = false;

  async function look(): Promise<void> {
    isLooking = false;
    const latest = await latestRequest(store.read).catch((cause) => {
      log({ event: 'news-failed', ...causeOf(cause) });
      return 0;
    });
    for (const one of waiting) if (latest > one.seen) one.tell(latest);
    if (waiting.size > 0) lookLater();
  }
  const lookLater = (): void => {
    if (isLooking) return;
    isLooking = true;
    setTimeout(look, pause);
  };

  return {
    after: (seen, patience, ended) =>
      new Promise((resolve) => {
        const end = (latest: number | null): void => {
          clearTimeout(silence);
          ended.removeEventListener('abort', leave);
          waiting.delete(one);
          resolve(latest);
        };
        const leave = (): void => end(null);
        const one: Waiting = { seen, tell: end };
        const silence = setTimeout(leave, patience);
        ended.addEventListener('abort', leave);
        waiting.add(one);
        lookLater();
      }),
  };
}

const known = new WeakMap<Desk, News>();

/** The news of a collector: the same for everybody who asks. */
export function newsOf(desk: Desk): News {
  const news = known.get(desk) ?? newsFrom(desk);
  known.set(desk, news);
  return news;
}
