import type { CalculatorContext, CalculatorHost } from '../../roi-calculator/planner.ts';
import { printAlone } from './print-alone.ts';

/** How long a panel may take to settle, such as one that draws, in milliseconds. */
const patience = 3000;

/** Calculators that show what is printed, and not the place somebody is at. */
export const onPaper = new WeakSet<CalculatorHost>();

/** Prints a calculator with everything that was planned in it, with the date of today; afterwards it is as it was. */
export async function printReport({ host }: CalculatorContext): Promise<void> {
  const root = host.shadowRoot!;
  const set = (isPaper: boolean) => {
    onPaper[isPaper ? 'add' : 'delete'](host);
    for (const input of root.querySelectorAll<HTMLInputElement>('.group .field [inputmode]'))
      input.closest('.field')!.classList.toggle('unsaid', isPaper && !input.value);
    host.requestUpdate();
  };
  set(true);
  addEventListener('afterprint', () => set(false), { once: true });
  await settled(root);
  printAlone(host);
}

/** Once what is printed is there, and nothing is at work any more. */
async function settled(root: ShadowRoot): Promise<void> {
  const until = Date.now() + patience;
  do {
    await new Promise((done) => setTimeout(done, 50));
  } while (root.querySelector('[aria-busy=true]') && Date.now() < until);
}
