import type { LeadReceipt } from '../elements/lead-form/lead-form.ts';
import { useLatest } from './use-latest.ts';

/**
 * What became of the latest request made on this page, for whatever stands elsewhere on it; `null` before the first.
 * A request that was queued is told of again when it is sent.
 */
export const useLeadReceipt = (): LeadReceipt | null => useLatest('lead-receipt');
