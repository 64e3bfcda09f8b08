import { tabStorage } from '../../../visit/tab-storage.ts';
import type { Scenario } from '../scenario.ts';
import { parseScenario, scenarioText } from './scenario-text.ts';

const key = 'unisono:scenario';
const tab = tabStorage();

/** `localStorage`, or nothing where it is denied. */
const shelf = (): Storage | null => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

/**
 * Where a scenario outlives the page: in a link's fragment, in the tab until it closes, and on the device only once the
 * person has said "keep".
 */
export const scenarioMemory = {
  /** The scenario of the link, else of the tab, else the one that was kept. */
  recall(): Partial<Scenario> | null {
    const texts = [location.hash.slice(1), tab.read('scenario'), shelf()?.getItem(key)];
    for (const text of texts) {
      const scenario = typeof text === 'string' ? parseScenario(text) : null;
      if (scenario) return scenario;
    }
    return null;
  },
  remember(scenario: Partial<Scenario>): void {
    const text = scenarioText(scenario);
    tab.write('scenario', text);
    if (this.isKept) this.keep(text);
  },
  get isKept(): boolean {
    return shelf()?.getItem(key) != null;
  },
  /** @returns whether the device keeps it */
  keep(text: string | null): boolean {
    try {
      if (text === null) shelf()?.removeItem(key);
      else shelf()?.setItem(key, text);
    } catch {
      // Full or denied: the check box says so by staying empty.
    }
    return this.isKept;
  },
};
