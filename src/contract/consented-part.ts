import { isGranted } from '../lead/consent.ts';
import type { Envelope } from '../lead/envelope.ts';

const needsProfiling = ['attribution', 'engagement', 'calculation', 'score'] as const;

/** A part of a lead that is there only where profiling was consented to. */
export type ProfiledPart = (typeof needsProfiling)[number];

/**
 * What of a lead may be kept. Without the profiling consent, whatever describes behaviour is taken out and the
 * request stays: a person who says no to profiling is still answered.
 * @returns the lead without those parts, and the names of the parts taken out
 */
export function consentedPart(envelope: Envelope): { envelope: Envelope; withheld: ProfiledPart[] } {
  if (isGranted(envelope.consents, 'profiling')) return { envelope, withheld: [] };
  const { attribution, engagement, calculation, score, ...request } = envelope;
  return { envelope: request, withheld: needsProfiling.filter((part) => envelope[part] !== undefined) };
}
