import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chromiumArgs, findChromium } from './find-chromium.ts';
import { type OwnerSite, startOwnerSite } from './owner-site.ts';
import { type RunningCollector, startCollector } from './start-collector.ts';

/** All that a journey takes place in. */
export interface Stage {
  collector: RunningCollector;
  site: OwnerSite;
  /** A page of a fresh browser profile: no storage, no history. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same, not yet anywhere. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
}

/** What pages have noted about themselves, from before their first script on. */
declare global {
  var observed: { violations: string[]; shifts: { value: number; sources: string[] }[] };
}

function observePage(): void {
  const observed: typeof globalThis.observed = { violations: [], shifts: [] };
  globalThis.observed = observed;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    observed.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node: Node | null }[];
    })[])
      observed.shifts.push({
        value: entry.value,
        sources: entry.sources.map(({ node }) => node?.nodeName ?? 'gone'),
      });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Sets up a collector, an owner's site and Chromium for the tests of a file. */
export function setStage(): Stage {
  const stage = {} as Stage;
  let browser: Browser;

  beforeAll(async () => {
    [stage.collector, stage.site, browser] = await Promise.all([
      startCollector(),
      startOwnerSite(),
      chromium.launch({ executablePath: findChromium(), args: chromiumArgs }),
    ]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), stage.site?.close(), stage.collector?.kill()]);
  });

  stage.newPage = async (options) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(10_000);
    await context.addInitScript(observePage);
    return context.newPage();
  };
  stage.open = async (url, options) => {
    const page = await stage.newPage(options);
    await page.goto(url);
    return page;
  };
  return stage;
}
