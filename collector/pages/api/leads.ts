import { Refusal } from '../../refusal.ts';
import { newestLeads } from '../../working/stored-leads.ts';
import { everyRole, type Route } from '../route.ts';

const countOf = (value: string, otherwise: number, least: number, most: number): number => {
  if (value === '') return otherwise;
  const count = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(count >= least && count <= most)) throw new Refusal('bad-query');
  return count;
};
const any = Number.MAX_SAFE_INTEGER;

/** The leads as JSON, newest first. `next` of an answer is the `before` of the following one. */
export const leadsApi: Route = {
  method: 'GET',
  path: '/api/leads',
  roles: everyRole,
  script: true,
  async answer({ c, desk, field }) {
    const limit = countOf(field('limit'), 50, 1, 200);
    const before = countOf(field('before'), any, 0, any);
    const found = await newestLeads(desk.store.read, limit + 1, before);
    const leads = found.slice(0, limit);
    return c.json({ leads, ...(found.length > limit && { next: leads.at(-1)?.sequence }) });
  },
};
