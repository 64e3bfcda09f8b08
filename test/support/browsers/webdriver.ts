import { callOf, type Tab } from './engine.ts';
import { found } from './process-group.ts';

/** The commands of WebDriver that are needed here, over whatever wire. A session looks at one tab at a time. */
export interface Session {
  /** The tab that was there at first, from which others are opened. It is never closed. */
  home: string;
  /** @returns its handle */
  newTab(): Promise<string>;
  select(handle: string): Promise<unknown>;
  navigate(address: string): Promise<unknown>;
  /** @param script body of a function */
  execute(script: string): Promise<unknown>;
  /** Closes the tab that is looked at. */
  closeTab(): Promise<unknown>;
}

/** A page that has replaced JSON or the methods of arrays spoils the driver's answers for as long: nothing is known yet, then. */
function unlessSpoilt(reason: unknown): 'under way' {
  if (/parse script result|No default value/.test(`${reason}`)) return 'under way';
  throw reason;
}

/** Opens tabs of a session. Each command first turns to its tab, and none comes between the two. */
export function tabsOf(session: Session): { open(address: string): Promise<Tab>; turn: Turn } {
  let last: Promise<unknown> = Promise.resolve();
  const turn: Turn = (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
  let calls = 0;

  return {
    turn,
    async open(address) {
      const handle = await turn(async () => {
        await session.select(session.home);
        return session.newTab();
      });
      const here = <T>(work: () => Promise<T>): Promise<T> =>
        turn(async () => {
          await session.select(handle);
          return work();
        });
      const go = async (address: string) => void (await here(() => session.navigate(address)));
      await go(address);
      return {
        go,
        close: async () => void (await here(() => session.closeTab())),
        // A script that waited in the page would keep the session from its other tabs: it is started, and asked after.
        async run(task: (given: never) => unknown, given?: unknown) {
          const key = `call ${++calls}`;
          await here(() =>
            session.execute(`window.answers ??= {};
            const { answers } = window;
            answers['${key}'] = 'under way';
            const { stringify } = JSON;
            setTimeout(() => ${callOf(task, given)}.then(
              (value) => { answers['${key}'] = stringify({ value }); },
              (error) => { answers['${key}'] = stringify({ error: String(error) }); },
            ));`),
          ).catch(unlessSpoilt);
          const answer = await found(key, async () => {
            const look = () => session.execute(`return window.answers?.['${key}'] ?? 'gone';`);
            const text = await here(look).catch(unlessSpoilt);
            return text === 'under way' ? null : (text as string);
          });
          if (answer === 'gone') throw new Error('The page went away.');
          const { value, error } = JSON.parse(answer);
          if (error) throw new Error(error);
          return value;
        },
      };
    },
  };
}

/** Does some work when nobody else uses the session. */
type Turn = <T>(work: () => Promise<T>) => Promise<T>;
