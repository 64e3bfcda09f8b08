/** Forgets what an earlier test left in the tab: what was written, and what was agreed to. */
export const forgetTab = (): void => sessionStorage.clear();

/** Puts an owner’s HTML in a tab that knows nothing, in place of what an earlier test put there, and finds the element in it. */
export async function mount<Name extends 'lead-form' | 'roi-calculator'>(
  name: Name,
  html: string,
  lang = 'en',
): Promise<HTMLElementTagNameMap[Name]> {
  forgetTab();
  document.documentElement.lang = lang;
  document.body.innerHTML = `<main><h1>An owner’s page</h1>${html}</main>`;
  const element = document.querySelector(name)!;
  await element.updateComplete;
  return element;
}
