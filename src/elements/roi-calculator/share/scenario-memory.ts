import { tabStorage } from '../../../visit/tab-storage.ts';
import type { Scenario } from '../scenario.ts';
import { parseScenario, scenarioText } from './scenario-text.ts';

const key = 'unisono:scenario:';
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
  /** The scenario of a new link, else of the tab, else the one that was kept. */
  recall(id: string): Partial<Scenario> | null {
    const link = location.hash.slice(1);
    // A link counts once, and then belongs to the tab, which knows what the person has made of it since.
    if (link !== tab.read(`link:${id}`) && parseScenario(link)) tab.write(`scenario:${id}`, link);
    tab.write(`link:${id}`, link);
    for (const text of [tab.read(`scenario:${id}`), shelf()?.getItem(key + id)]) {
      const scenario = typeof text === 'string' ? parseScenario(text) : null;
      if (scenario) return scenario;
    }
    return null;
  },
  remember(scenario: Partial<Scenario>, id: string): void {
    const text = scenarioText(scenario);
    tab.write(`scenario:${id}`, text);
    if (this.isKept(id)) this.keep(text, id);
  },
  isKept(id: string): boolean {
    return shelf()?.getItem(key + id) != null;
  },
  /** @returns whether the device keeps it */
  keep(text: string | null, id: string): boolean {
    try {
      if (text === null) shelf()?.removeItem(key + id);
      else shelf()?.setItem(key + id, text);
    } catch {
      // Full or denied: the check box says so by staying empty.
    }
    return this.isKept(id);
  },
};
