// @ts-check
/**
 * What our pages gain by a script; without it they work as well.
 *
 * A list says by itself that new requests have come. It is not changed under the hands of whoever works in it: they
 * press when they want to see.
 */
const news = document.getElementById('news');
if (news) {
  const { since = '0', team = '' } = news.dataset;
  const stream = new EventSource(`/api/news?${new URLSearchParams({ since, team })}`);
  stream.addEventListener('news', () => {
    const notice = /** @type {HTMLElement} */ (news.querySelector('[hidden]'));
    if (notice) notice.hidden = false;
    // Only the first one matters: the page is behind.
    stream.close();
  });
}

/**
 * A page of many forms sends one of them. What is written in the others waits in this tab and comes back with the page,
 * and so does all of it where the session had ended and one had to sign in first.
 */
const desk = /** @type {HTMLElement | null} */ (document.querySelector('[data-drafts]'));
if (desk) {
  const place = `drafts ${desk.dataset.drafts}`;
  /** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
  /** @returns {Control[]} */
  const controls = () =>
    [...desk.querySelectorAll('input:not([type=hidden]), textarea, select')].map(
      (one) => /** @type {Control} */ (one),
    );
  /** @param {Control} control */
  const nameOf = ({ form, name }) => `${form?.getAttribute('action')} ${name}`;
  /** @param {Control} control */
  const isWritten = (control) =>
    control instanceof HTMLSelectElement
      ? !control.options[control.selectedIndex]?.defaultSelected
      : control.value !== control.defaultValue;

  /** @type {{ sent?: string, values?: Record<string, string> }} */
  const kept = JSON.parse(sessionStorage.getItem(place) ?? '{}');
  sessionStorage.removeItem(place);
  const isDone = new URLSearchParams(location.search).has('done');
  for (const control of controls()) {
    const name = nameOf(control);
    const value = kept.values?.[name];
    if (value === undefined || (isDone && name.startsWith(`${kept.sent} `))) continue;
    control.value = value;
    const details = control.closest('details');
    if (details) details.open = true;
  }

  desk.addEventListener('submit', ({ target }) => {
    const written = controls().filter(isWritten);
    const values = Object.fromEntries(written.map((control) => [nameOf(control), control.value]));
    const sent = /** @type {HTMLFormElement} */ (target).getAttribute('action');
    if (written.length > 0) sessionStorage.setItem(place, JSON.stringify({ sent, values }));
  });
}

// Whoever signs out leaves nothing in the tab.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear());
