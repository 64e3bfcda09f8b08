import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import type { Queries } from '../store/store.ts';
import type { Team } from '../store/tables.ts';

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

/** The latest request of each team after one that was seen; `null` stands for those that are nobody's. */
const latestAfter = (read: Queries, seen: number) =>
  read
    .selectFrom('requests')
    .innerJoin('persons', 'persons.id', 'requests.person_id')
    .where('requests.sequence', '>', seen)
    .groupBy('persons.team')
    .select(({ fn }) => ['persons.team', fn.max<number>('requests.sequence').as('latest')])
    .execute();

interface Waiting {
  seen: number;
  team: Team | null;
  tell: (latest: number | null) => void;
}

/** What has come, for all who wait for it. */
export interface News {
  /**
   * Resolves with the latest request once there is one after `seen`, and with `null` after so many milliseconds without.
   * @param team whose requests count; `null`: everybody's
   */
  after(seen: number, team: Team | null, patience: number, ended: AbortSignal): Promise<number | null>;
}

/** One look at the database a second answers everybody, however many wait; and none is taken while nobody does. */
function newsFrom({ store, log }: Desk): News {
  const waiting = new Set<Waiting>();
  let isLooking = false;

  async function look(): Promise<void> {
    isLooking = false;
    const lowest = Math.min(...[...waiting].map(({ seen }) => seen));
    const found = await latestAfter(store.read, lowest).catch((cause) => {
      log({ event: 'news-failed', ...causeOf(cause) });
      return [];
    });
    for (const { seen, team, tell } of waiting) {
      const news = found.filter((one) => team === null || one.team === team);
      const latest = Math.max(0, ...news.map((one) => one.latest));
      if (latest > seen) tell(latest);
    }
    if (waiting.size > 0) lookLater();
  }
  const lookLater = (): void => {
    if (isLooking) return;
    isLooking = true;
    setTimeout(look, pause);
  };

  return {
    after: (seen, team, patience, ended) =>
      new Promise((resolve) => {
        const end = (latest: number | null): void => {
          clearTimeout(silence);
          ended.removeEventListener('abort', leave);
          waiting.delete(one);
          resolve(latest);
        };
        const leave = (): void => end(null);
        const one: Waiting = { seen, team, tell: end };
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
