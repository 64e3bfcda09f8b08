import { setPageDefaults } from './elements/shared/page-defaults.ts';
import { consent } from './visit/visit.ts';

/** What a classic script leaves on the page: its tag's `data-` attributes as defaults, and `window.unisono`. */
export function installScript(api: object): void {
  setPageDefaults((document.currentScript as HTMLScriptElement | null)?.dataset ?? {});
  const page = globalThis as { unisono?: object };
  // Of two scripts on one page the first stays in charge; the second only adds what is missing.
  page.unisono = { consent, ...api, ...page.unisono };
}
