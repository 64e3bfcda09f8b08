import { type Browser, chromium as playwright } from 'playwright';
import { chromiumArgs, lookForChromium } from '../find-chromium.ts';
import { callOf, type Engine, type Tab } from './engine.ts';
import { found, type ProcessGroup, startGroup } from './process-group.ts';

const path = lookForChromium();

/** Starts Chromium on a profile of its own, so that it can be killed and come back. */
export async function startChromium(profile: string): Promise<{ group: ProcessGroup; browser: Browser }> {
  const group = startGroup(path!, [
    ...chromiumArgs,
    '--headless',
    '--no-default-browser-check',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]);
  const endpoint = await found('Chromium', () => /DevTools listening on (ws:\S+)/.exec(group.said())?.[1]);
  return { group, browser: await playwright.connectOverCDP(endpoint) };
}

/** Closes it as a person does. */
export async function quitChromium({ group, browser }: { group: ProcessGroup; browser: Browser }) {
  const devtools = await browser.newBrowserCDPSession();
  await devtools.send('Browser.close').catch(() => {});
  await group.ended;
}

/** Chromium, driven by Playwright over the DevTools protocol. */
export const chromium: Engine = {
  name: 'Chromium',
  missing: path ? null : 'run `npx tsx scripts/ensure-browser.ts`, or set CHROME_PATH',
  async start(profile) {
    const { group, browser } = await startChromium(profile);
    const context = browser.contexts()[0]!;
    const pages = new Map<Tab, Awaited<ReturnType<typeof context.newPage>>>();

    return {
      version: browser.version(),
      async open(address) {
        const page = await context.newPage();
        await page.goto(address);
        const tab: Tab = {
          go: async (address) => void (await page.goto(address)),
          run: (task: (given: never) => unknown, given?: unknown) =>
            page.evaluate(callOf(task, given)) as never,
          close: () => page.close(),
        };
        pages.set(tab, page);
        return tab;
      },
      quit: () => quitChromium({ group, browser }),
      kill: group.kill,
      powers: {
        setOffline: (isOffline) => context.setOffline(isOffline),
        async block(address) {
          await context.unrouteAll();
          if (address) await context.route(`${address}**`, (route) => route.abort('blockedbyclient'));
        },
        async fillStorage(origin) {
          const devtools = await context.newCDPSession(context.pages().at(-1)!);
          await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
        },
        async crash(tab) {
          await pages
            .get(tab)!
            .goto('chrome://crash')
            .catch(() => {});
        },
      },
    };
  },
};
