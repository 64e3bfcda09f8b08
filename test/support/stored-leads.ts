import type { StoredLead } from '../../collector/working/stored-leads.ts';
import { type RunningCollector, token } from './start-collector.ts';

/** What a collector has stored, newest first. */
export async function storedLeads({ origin }: Pick<RunningCollector, 'origin'>): Promise<StoredLead[]> {
  const answer = await fetch(`${origin}/api/leads`, { headers: { Authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { leads: StoredLead[] }).leads;
}
