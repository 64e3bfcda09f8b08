import { chromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** The three engines, each of which may be missing. */
export const engines: readonly Engine[] = [chromium, firefox, webkit];

/** Says in one line what is missing, for the engines that are. */
export function sayWhatIsMissing(): void {
  for (const { name, missing } of engines) if (missing) console.warn(`No ${name} found: ${missing}.`);
}
