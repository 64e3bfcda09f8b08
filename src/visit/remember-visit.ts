import { profilingConsent } from './profiling-consent.ts';
import { type TabStorage, tabStorage } from './tab-storage.ts';

/** The owner answers for keeping the visit in this tab, unless the person has said no. */
export function rememberVisit(storage: TabStorage = tabStorage()): void {
  if (profilingConsent(storage) || storage.read('remember') === true) return;
  storage.write('remember', true);
  // What the page's memory has of it goes into the tab.
  storage.write('trail', storage.read('trail') ?? undefined);
}
