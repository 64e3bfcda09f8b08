import type { Consent } from '../lead/consent.ts';
import { type TabStorage, tabStorage } from './tab-storage.ts';

/** Where the tab keeps the person's word: a no as well, so that nothing makes a yes of it on the next page. */
export const consentKey = 'consent';

/**
 * The person's last word on profiling in this tab, as their site's consent manager or a sent form handed it on; `null`
 * if none has come.
 */
export function profilingConsent(storage: TabStorage = tabStorage()): Consent | null {
  const stored = storage.read(consentKey) as Omit<Consent, 'purpose'> | null;
  const texts = [stored?.text, stored?.version, stored?.at, stored?.policyUrl ?? ''];
  const isWhole = typeof stored?.granted === 'boolean' && texts.every((text) => typeof text === 'string');
  return isWhole ? { purpose: 'profiling', ...stored } : null;
}
