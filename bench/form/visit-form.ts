import { setTimeout } from 'node:timers/promises';
import type { Browser, CDPSession } from 'playwright';
import { type FormObserved, observeForm } from './observe-form.ts';

/** A slow phone on a slow network. */
export const conditions = { slowdown: 4, megabits: 1.6, latency: 150 };
/** Milliseconds after which a form that has not come is given up. */
const patience = 30_000;

export interface Measured extends FormObserved {
  /** Milliseconds of script until the page came to rest. */
  script: number;
  /** Milliseconds of all that the page's main thread did until then, script included. */
  tasks: number;
  /** Bytes on the wire, with the heads of the answers. */
  bytes: number;
}

async function mainThread(devtools: CDPSession) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { script: seconds('ScriptDuration') * 1000, tasks: seconds('TaskDuration') * 1000 };
}

/**
 * One visit with nothing cached, in a context of its own, to a page whose origin has a page at `/` as well.
 *
 * @returns `null` where the form does not come
 */
export async function visitForm(browser: Browser, url: string): Promise<Measured | null> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => console.error(`${url}: ${message}`));
    // From the same origin, so that the page which is measured does not pay for a new process.
    await page.goto(new URL('/', url).href);
    // tsx names functions with a helper of its own, which a page does not have.
    await page.addInitScript(`{ const __name = (named) => named; (${observeForm})(); }`);
    const devtools = await context.newCDPSession(page);
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await devtools.send('Network.enable');
    await devtools.send('Performance.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    const bytesPerSecond = (conditions.megabits * 1e6) / 8;
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: conditions.latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: conditions.slowdown });
    const before = await mainThread(devtools);
    await page.goto(url, { waitUntil: 'commit' });
    const hasRested = page.evaluate(() => formObserver.rested.then(() => true));
    // The timer does not keep the bench from ending.
    if (!(await Promise.race([hasRested, setTimeout(patience, false, { ref: false })]))) return null;
    const after = await mainThread(devtools);
    const observed = await page.evaluate(() => formObserver.observed);
    return { ...observed, bytes, script: after.script - before.script, tasks: after.tasks - before.tasks };
  } finally {
    await context.close();
  }
}
