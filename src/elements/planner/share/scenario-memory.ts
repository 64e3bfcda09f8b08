import type { Scenario } from '../../../calculator/scenario.ts';
import { addresseeOf } from '../../../calculator/share/link-addressee.ts';
import { isScenario, parseScenario, scenarioText } from '../../../calculator/share/scenario-text.ts';
import { pageAddress } from '../../../visit/page-address.ts';
import { tabStorage } from '../../../visit/tab-storage.ts';
import { panels } from '../panels.ts';

const tab = tabStorage();
const panelNames = panels.map(({ name }) => name);

/** Of one calculator on one page: neither another page's numbers nor its neighbour's are its own. */
const place = (id: string, address = pageAddress()) => `${address}#${id}`;
const key = (id: string) => `unisono:scenario:${place(id)}`;

/** What the device keeps under a name; null for nothing, and where it is denied. */
function kept(id: string): string | null {
  try {
    return localStorage.getItem(key(id));
  } catch {
    return null;
  }
}

/** Whether a link names another calculator, and that one is on the page. */
function isForAnother(link: string, id: string): boolean {
  const named = addresseeOf(link);
  return named !== null && named !== id && document.getElementById(named) !== null;
}

/** What can be wrong with a link: nothing of it could be read, or not all. */
export type LinkProblem = 'unreadable' | 'partly';

/** What came back, if anything did. */
export interface Recalled {
  scenario: Partial<Scenario> | null;
  problem: LinkProblem | null;
}

/**
 * Where a scenario outlives the page: in a link's fragment, in the tab until it closes, and on the device only once the
 * person has said "keep".
 */
export const scenarioMemory = {
  /** The scenario of a link that has not been taken up yet: after that it belongs to the tab, which knows better. */
  fromLink(id: string): Recalled {
    const link = location.hash.slice(1);
    if (!isScenario(link) || isForAnother(link, id) || link === tab.read(`link:${place(id)}`))
      return { scenario: null, problem: null };
    tab.write(`link:${place(id)}`, link);
    const linked = parseScenario(link, panelNames);
    if (!linked) return { scenario: null, problem: 'unreadable' };
    tab.write(`scenario:${place(id)}`, link);
    // What the person has kept stays theirs until they say "keep" again.
    tab.write(`keeps:${place(id)}`, false);
    return { scenario: linked.scenario, problem: linked.isWhole ? null : 'partly' };
  },
  /** The scenario of the tab, else the one that was kept. */
  stored(id: string): Partial<Scenario> | null {
    for (const text of [tab.read(`scenario:${place(id)}`), kept(id)]) {
      const known = typeof text === 'string' ? parseScenario(text, panelNames) : null;
      if (known) return known.scenario;
    }
    return null;
  },
  remember(scenario: Partial<Scenario>, id: string, address?: string): void {
    const text = scenarioText(scenario);
    tab.write(`scenario:${place(id, address)}`, text);
    if (address) return;
    const { mode: _, ...decided } = scenario;
    // Whoever starts again has not thrown away what they kept: it is theirs until they say "keep" again.
    if (!Object.keys(decided).length) tab.write(`keeps:${place(id)}`, false);
    else if (this.isKept(id)) this.keep(text, id);
  },
  isKept: (id: string): boolean => kept(id) !== null && tab.read(`keeps:${place(id)}`) !== false,
  /** @returns whether the device keeps it */
  keep(text: string | null, id: string): boolean {
    tab.write(`keeps:${place(id)}`, text !== null);
    try {
      // First: what cannot be replaced must not stay there as if it were what stands here.
      localStorage.removeItem(key(id));
      if (text !== null) localStorage.setItem(key(id), text);
    } catch {
      // Full or denied: the check box says so by being empty.
    }
    return this.isKept(id);
  },
};
