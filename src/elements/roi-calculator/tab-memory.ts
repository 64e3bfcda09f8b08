import { keptScenario, scenarioKept } from '../../calculator/kept-scenario.ts';
import { pageAddress } from '../../visit/page-address.ts';
import { tabStorage } from '../../visit/tab-storage.ts';
import type { Planner } from './planner.ts';

const tab = tabStorage();
const key = (id: string, address = pageAddress()) => `scenario:${address}#${id}`;

/** Where a person's numbers outlast a reload: in the tab, until it closes. What stands here once is not read again. */
export function tabMemory(): Pick<Planner, 'recall' | 'remember'> {
  let isKnown = false;
  return {
    recall(id) {
      const kept = isKnown ? null : tab.read(key(id));
      isKnown = true;
      return scenarioKept(kept);
    },
    remember(scenario, id, address) {
      tab.write(key(id, address), keptScenario(scenario));
    },
  };
}
