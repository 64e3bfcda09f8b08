import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Arguments under which Chromium keeps to this machine and runs as root in a container. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium to test in: `CHROME_PATH`, the usual places, then Playwright's own. `null` where there is none. */
export function lookForChromium(): string | null {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, and there is no file there.`);
  }
  return [...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

/** As `lookForChromium`, for those who cannot go on without one. */
export function findChromium(): string {
  const path = lookForChromium();
  if (!path)
    throw new Error('No Chromium found: run `npx tsx scripts/ensure-browser.ts`, or set CHROME_PATH.');
  return path;
}

/** Where Debian has Chromium’s engine without a window. */
export const headlessShell = '/usr/bin/chromium-headless-shell';

/**
 * What opens pages for most tests: Chromium’s engine alone where it is installed, in which a page costs far less,
 * else Chromium. Whoever needs what stands around a page (autofill, the clipboard, profiles that outlive a kill) takes `findChromium`.
 */
export const findHeadless = (): string =>
  !process.env.CHROME_PATH && existsSync(headlessShell) ? headlessShell : findChromium();
