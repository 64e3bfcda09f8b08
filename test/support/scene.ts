import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chromiumArgs, findHeadless } from './find-chromium.ts';
import { type OwnerSite, startOwnerSite } from './owner-site.ts';

/** A browser, and a website to look at. */
export interface Scene {
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

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

function observePage(): void {
  const observed: typeof globalThis.observed = { violations: [], shifts: [] };
  globalThis.observed = observed;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    observed.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as LayoutShift[])
      observed.shifts.push({ value, sources: sources.map(({ node }) => node?.nodeName ?? 'gone') });
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Sets up an owner's site and Chromium for the tests of a file.
 * @param find which Chromium: the engine alone opens pages soonest, the whole of it fills in forms by itself
 */
export function setScene(find: () => string = findHeadless): Scene {
  let browser: Browser | undefined;
  const scene: Scene = {
    site: undefined as unknown as OwnerSite,
    async newPage(options) {
      const context = await browser!.newContext(options);
      context.setDefaultTimeout(10_000);
      await context.addInitScript(observePage);
      return context.newPage();
    },
    async open(url, options) {
      const page = await scene.newPage(options);
      await page.goto(url);
      return page;
    },
  };
  beforeAll(async () => {
    [scene.site, browser] = await Promise.all([
      startOwnerSite(),
      chromium.launch({ executablePath: find(), args: chromiumArgs }),
    ]);
  });
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), scene.site?.close()]);
  });
  return scene;
}
