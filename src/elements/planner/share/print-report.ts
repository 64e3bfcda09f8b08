import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { hasEntries } from '../panel.ts';
import { panels } from '../panels.ts';
import { printAlone } from './print-alone.ts';

/** How long a panel may take to settle, such as one that draws, in milliseconds. */
const patience = 3000;

/**
 * Prints a calculator with everything that was planned in it: the panels of the report are open on paper, and
 * afterwards as they were.
 */
export async function printReport(context: CalculatorContext): Promise<void> {
  const { host } = context;
  const root = host.shadowRoot!;
  const printed = panels.filter((panel) => panel.isPrinted?.(context) ?? hasEntries(panel, context.scenario));
  const opened = [...root.querySelectorAll<HTMLDetailsElement>('.panel:not([open])')].filter(
    ({ dataset: { panel } }) => !panel || printed.some(({ name }) => name === panel),
  );
  const empty = [...root.querySelectorAll<HTMLInputElement>('.group input')].filter(({ value }) => !value);
  const set = (isPrinted: boolean) => {
    for (const panel of opened) panel.open = isPrinted;
    for (const input of empty) input.toggleAttribute('data-empty', isPrinted);
  };
  set(true);
  // With the date of today, however long the page has been open.
  host.requestUpdate();
  addEventListener('afterprint', () => set(false), { once: true });
  await settled(root);
  printAlone(host);
}

/** Once what was opened is there, and nothing is at work any more. */
async function settled(root: ShadowRoot): Promise<void> {
  const until = Date.now() + patience;
  do {
    await new Promise((done) => setTimeout(done, 50));
  } while (root.querySelector('[aria-busy=true], .panel[open] > summary:only-child') && Date.now() < until);
}
