// Takes a picture of every state that somebody can meet, to be looked at one by one: in both languages, on a light and a
// dark page and in forced colours, at 390 px and 1280 px; of the report, as it is printed. They go into .screenshots/,
// which git ignores. With `--picture` it takes only the one in the README. Two runs of one build take the same pictures,
// pixel by pixel: the date, the address and the time zone are always the same, and a picture is taken once nothing
// moves any more.
//
//   npm run build && npx tsx scripts/take-screenshots.ts [--picture] [words, all of them in the names of those wanted]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import * as en from '../src/locales/en.ts';
import * as it from '../src/locales/it.ts';
import { chromiumArgs, findChromium } from '../test/support/find-chromium.ts';
import { type Language, type State, states, today } from './screenshot-states.ts';

/** How a state is looked at. */
interface Look {
  lang: Language;
  /** Width of the window in CSS pixels; that of the paper between its margins, for what is printed. */
  width: number;
  context: BrowserContextOptions;
}

/** Nobody serves it: each request is answered here. Without a port, since a link to the page stands in some pictures. */
const origin = 'http://localhost';

const pages: Record<string, BrowserContextOptions> = {
  light: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
};
const widths = [390, 1280];
/** A4 with margins of 15 mm. */
const paper = 680;

/** The pictures of a state, by name. */
const looksOf = (state: State): [name: string, look: Look][] =>
  (['en', 'it'] as const).flatMap((lang) =>
    state.isPrint
      ? [[`${state.name}-${lang}-print`, { lang, width: paper, context: {} }]]
      : Object.entries(pages).flatMap(([page, context]) =>
          widths.map((width): [string, Look] => [
            `${state.name}-${lang}-${page}-${width}`,
            { lang, width, context },
          ]),
        ),
  );

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

async function take(
  { body, link = '', css = '', reach, isPrint }: State,
  name: string,
  { lang, width, context }: Look,
  path: string,
): Promise<void> {
  const opened = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...context,
  });
  const page = await opened.newPage();
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  await page.clock.setFixedTime(today);
  await page.route(`${origin}/**`, (route) => {
    const script = /\/(unisono[\w-]*\.js)$/.exec(route.request().url())?.[1];
    if (script)
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(`dist/${script}`) });
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <style>:root { color-scheme: light dark } body { margin: 24px; font: 16px/1.5 system-ui, sans-serif } ${css}</style>
        <script src="/unisono-planner.js" defer></script><script src="/unisono-form.js" defer></script>${body(lang)}`,
    });
  });
  await page.goto(`${origin}/#${link}`);
  await page.waitForTimeout(300);
  await reach?.(page);
  if (isPrint) await page.emulateMedia({ media: 'print' });
  writeFileSync(path, await stillPicture(page, name));
  await opened.close();
}

/** What a panel shows while it has no answer yet. */
const drawing = [en, it].map(({ planner }) => planner.forecast.drawing);

/** A picture of a page on which nothing is drawn any more, and which looked the same a moment ago. */
async function stillPicture(page: Page, name: string): Promise<Buffer> {
  const picture = () => page.screenshot({ fullPage: true, animations: 'disabled' });
  for (const text of drawing) await page.getByText(text).waitFor({ state: 'detached' });
  let last = await picture();
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(200);
    const next = await picture();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`${name} never stands still.`);
}

const [first, ...others] = process.argv.slice(2);
if (first === '--picture') {
  mkdirSync('docs', { recursive: true });
  const body = (lang: Language) =>
    ['calculator-quick', 'form-asked']
      .map((name) => states.find((state) => state.name === name)!.body(lang))
      .join('<br><br>');
  const look: Look = { lang: 'en', width: 1040, context: {} };
  await take({ name: 'picture', body }, 'picture', look, 'docs/picture.png');
} else {
  const words = [first, ...others].filter((word) => word !== undefined);
  mkdirSync('.screenshots', { recursive: true });
  const wanted = states
    .flatMap((state) => looksOf(state).map(([name, look]) => ({ state, name, look })))
    .filter(({ name }) => words.every((word) => name.includes(word)));
  const next = async (): Promise<void> => {
    for (let one = wanted.shift(); one; one = wanted.shift())
      await take(one.state, one.name, one.look, `.screenshots/${one.name}.png`);
  };
  // A page that waits leaves the processor to another.
  await Promise.all([1, 2, 3, 4].map(next));
}
await browser.close();
