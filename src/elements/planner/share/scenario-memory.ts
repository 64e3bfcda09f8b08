import type { Scenario } from '../../../calculator/scenario.ts';
import { addressed, addresseeOf } from '../../../calculator/share/link-addressee.ts';
import {
  isScenario,
  noScenario,
  parseScenario,
  scenarioText,
} from '../../../calculator/share/scenario-text.ts';
import { pageAddress } from '../../../visit/page-address.ts';
import { tabStorage } from '../../../visit/tab-storage.ts';
import { panels } from '../panels.ts';

const tab = tabStorage();
const panelNames = panels.map(({ name }) => name);

/** Of one calculator on one page: neither another page's numbers nor its neighbour's are its own. */
const place = (id: string, address = pageAddress()) => `${address}#${id}`;
const key = (id: string) => `unisono:scenario:${place(id)}`;

const pageItself = () => location.href.replace(/#.*/s, '');
const replaceAddress = (address: string) => history.replaceState(history.state, '', address);

/** Links that a calculator has looked at since the page was opened, or its fragment changed. */
const seen = new Set<string>();

/** Whether a link was opened on a page that was already there. */
let isOpened = false;

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

/** Whether nobody opened this page anew: it was loaded again, or come back to. */
const isReloaded = (): boolean =>
  ['reload', 'back_forward'].includes(
    (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type ?? '',
  );

const scenarioOf = (text: unknown): Partial<Scenario> | null =>
  typeof text === 'string' ? (parseScenario(text, panelNames)?.scenario ?? null) : null;

/** What of a link could not be read, by name. */
export type LinkProblem = 'all' | readonly string[] | null;

/** What came back, if anything did. */
export interface Recalled {
  scenario: Partial<Scenario> | null;
  problem: LinkProblem;
}

/**
 * Where a scenario outlives the page: in a link's fragment, in the tab until it closes, and on the device only once the
 * person has said "keep".
 */
export const scenarioMemory = {
  linkTo: (scenario: Partial<Scenario>, id: string): string =>
    `${pageAddress()}#${addressed(scenarioText(scenario), id)}`,
  /** The scenario of a link that was just opened: after a reload it belongs to the tab, which knows better. */
  fromLink(id: string): Recalled {
    const link = location.hash.slice(1);
    const at = place(id);
    if (!isScenario(link) || isForAnother(link, id) || seen.has(at + link))
      return { scenario: null, problem: null };
    const isOld = !isOpened && isReloaded() && link === tab.read(`link:${at}`);
    seen.add(at + link);
    tab.write(`link:${at}`, link);
    if (isOld) return { scenario: null, problem: null };
    const linked = parseScenario(link, panelNames);
    if (!linked) return { scenario: null, problem: 'all' };
    const { scenario, unread } = linked;
    return { scenario, problem: unread.length ? unread : null };
  },
  /** The page's link is looked at again, since somebody has opened it. */
  look(): void {
    isOpened = true;
    seen.clear();
  },
  /** The page's address says no plan any more: what stands here has become another one. */
  leaveLink(): void {
    if (isScenario(location.hash.slice(1))) replaceAddress(pageItself());
  },
  /** Opens a saved plan as if it had come by a link. What is none is a link that cannot be read. */
  open(saved: string, id: string): void {
    let text = '';
    try {
      text = `${new URLSearchParams(JSON.parse(saved).plan)}`;
    } catch {
      // Not JSON at all.
    }
    replaceAddress(`${pageItself()}#${addressed(isScenario(text) ? text : noScenario, id)}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
  },
  /** A scenario from elsewhere takes the place of what the tab knew. */
  take(scenario: Partial<Scenario>, id: string): void {
    for (const name of ['scenario', 'taken']) tab.write(`${name}:${place(id)}`, scenarioText(scenario));
    // What the person has kept stays theirs until they say "keep" again.
    tab.write(`keeps:${place(id)}`, false);
  },
  /** Whether the tab knows of something that somebody has entered since the last scenario came from elsewhere. */
  isEdited(id: string): boolean {
    const text = tab.read(`scenario:${place(id)}`);
    const { values, ran, entries, name } = scenarioOf(text) ?? {};
    return (
      text !== tab.read(`taken:${place(id)}`) &&
      !!(name || Object.keys({ ...values, ...ran, ...entries }).length)
    );
  },
  /** The scenario of the tab, else the one that was kept. */
  stored: (id: string): Partial<Scenario> | null =>
    scenarioOf(tab.read(`scenario:${place(id)}`)) ?? scenarioOf(kept(id)),
  /** The panel that somebody is at; null where all are closed. */
  stay: (panel: string | null, id: string): void => tab.write(`panel:${place(id)}`, panel ?? ''),
  stayed: (id: string): string | null => tab.read(`panel:${place(id)}`) as string | null,
  remember(scenario: Partial<Scenario>, id: string, address?: string): void {
    const text = scenarioText(scenario);
    tab.write(`scenario:${place(id, address)}`, text);
    if (address) return;
    this.leaveLink();
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
