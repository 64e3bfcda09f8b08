/** Forgets what an earlier test wrote into a form and did not send. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('unisono:draft:')) sessionStorage.setItem(key, 'null');
}

/** Puts an owner’s HTML on a page without drafts, in place of what an earlier test put there, and finds the element in it. */
export async function mount<Name extends 'lead-form' | 'roi-calculator'>(
  name: Name,
  html: string,
  lang = 'en',
): Promise<HTMLElementTagNameMap[Name]> {
  forgetDrafts();
  document.documentElement.lang = lang;
  document.body.innerHTML = `<main><h1>An owner’s page</h1>${html}</main>`;
  const element = document.querySelector(name)!;
  await element.updateComplete;
  return element;
}
