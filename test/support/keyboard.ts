import type { Page } from 'playwright';

/** The name of what has the focus, as assistive technology gets it: its label or its text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const [label] = (element as HTMLInputElement | null)?.labels ?? [];
    return (label ?? element)?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  });

/** Presses Tab until a control has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 60) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === name) return;
    passed.push(at);
  }
  throw new Error(`Tab never reached “${name}”, only: ${passed.join(' | ')}`);
}
