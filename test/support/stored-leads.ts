import type { StoredLead } from '../../demo/collector/lead-store.ts';
import type { RunningCollector } from './start-collector.ts';

/** What a collector has stored, newest first. */
export async function storedLeads({ origin }: Pick<RunningCollector, 'origin'>): Promise<StoredLead[]> {
  const answer = await fetch(`${origin}/api/leads`);
  return ((await answer.json()) as { leads: StoredLead[] }).leads;
}
