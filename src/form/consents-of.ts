import type { FormMessages } from '../i18n/form-messages.ts';
import { type Consent, type Purpose, purposes } from '../lead/consent.ts';

/** What each box said and how it was left: the proof that goes with the lead. */
export const consentsOf = (
  ticked: Partial<Record<Purpose, unknown>>,
  texts: FormMessages['consent'],
  proof: Pick<Consent, 'version' | 'policyUrl' | 'at'>,
): Consent[] =>
  purposes.map((purpose) => ({ purpose, granted: Boolean(ticked[purpose]), text: texts[purpose], ...proof }));
