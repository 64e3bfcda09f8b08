import type { CalculatorHost } from '../../roi-calculator/planner.ts';
import { scenarioMemory } from './scenario-memory.ts';

let hosts: WeakRef<CalculatorHost>[] = [];

/**
 * Lets a calculator take up links that are opened on a page which is already there: they change nothing but its
 * fragment. Each is known by itself, since one inside another component is found by no query, and none is held.
 */
export function followLinks(host: CalculatorHost): void {
  addEventListener('hashchange', tellAll);
  hosts.push(new WeakRef(host));
}

function tellAll(): void {
  scenarioMemory.look();
  hosts = hosts.filter((each) => each.deref());
  for (const host of hosts) if (host.deref()?.isConnected) host.deref()!.recall();
}
