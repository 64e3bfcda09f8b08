import type { Owner } from '../webhook-payload.ts';
import type { Told } from './told.ts';

/**
 * A lead that says something in most fields, under the address of somebody of the team: nobody else gets into a list by
 * a test, and an address that cannot be would be refused.
 */
export function exampleTold({ name, email }: Pick<Owner, 'name' | 'email'>, url: string, now: Date): Told {
  const at = now.toISOString();
  return {
    event: 'test',
    person: {
      id: 0,
      email,
      name,
      company: 'Unisono Test',
      phone: '',
      language: '',
      stage: 'lead',
      lostReason: '',
      team: null,
      owner: null,
      temperature: 'warm',
      score: 40,
      revenue: null,
      marketing: 'none',
      form: 'test',
      campaign: 'test',
      source: 'test',
      requests: 1,
      firstAt: at,
      lastAt: at,
      test: true,
    },
    lead: null,
    request: null,
    from: null,
    link: `${url}/leads`,
  };
}
