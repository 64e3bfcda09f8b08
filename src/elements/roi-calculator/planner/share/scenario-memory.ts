import { tabStorage } from '../../../../visit/tab-storage.ts';
import type { Scenario } from '../../scenario.ts';
import { isScenario, parseScenario, scenarioText } from './scenario-text.ts';

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

/** What can be wrong with a link: nothing of it could be read, or not all. */
export type LinkProblem = 'unreadable' | 'partly';

interface ScenarioMemory {
  /** @param id of the element, so that two on one page do not share */
  recall(id: string): { scenario: Partial<Scenario> | null; problem: LinkProblem | null };
  remember(scenario: Partial<Scenario>, id: string): void;
  isKept(id: string): boolean;
  /** @returns whether the device keeps it */
  keep(text: string | null, id: string): boolean;
}

/**
 * Where a scenario outlives the page: in a link's fragment, in the tab until it closes, and on the device only once the
 * person has said "keep".
 */
export const scenarioMemory: ScenarioMemory = {
  /** The scenario of a new link, else of the tab, else the one that was kept. */
  recall(id) {
    const link = location.hash.slice(1);
    let problem: LinkProblem | null = null;
    // A link counts once, and then belongs to the tab, which knows what the person has made of it since.
    if (link !== tab.read(`link:${id}`) && isScenario(link)) {
      const linked = parseScenario(link);
      if (linked) tab.write(`scenario:${id}`, link);
      if (!linked?.isWhole) problem = linked ? 'partly' : 'unreadable';
    }
    tab.write(`link:${id}`, link);
    for (const text of [tab.read(`scenario:${id}`), shelf()?.getItem(key + id)]) {
      const known = typeof text === 'string' ? parseScenario(text) : null;
      if (known) return { scenario: known.scenario, problem };
    }
    return { scenario: null, problem };
  },
  remember(scenario, id) {
    const text = scenarioText(scenario);
    tab.write(`scenario:${id}`, text);
    if (this.isKept(id)) this.keep(text, id);
  },
  isKept(id) {
    return shelf()?.getItem(key + id) != null;
  },
  keep(text, id) {
    try {
      if (text === null) shelf()?.removeItem(key + id);
      else shelf()?.setItem(key + id, text);
    } catch {
      // Full or denied: the check box says so by staying empty.
    }
    return this.isKept(id);
  },
};
