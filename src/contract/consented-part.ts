import { isGranted, isRefused } from '../lead/consent.ts';
import type { Envelope } from '../lead/envelope.ts';
import type { Score } from '../lead/score.ts';

const needsProfiling = ['attribution', 'engagement', 'calculation'] as const;

/** A part of a lead that is there only as far as the person consented to profiling, or does not object to scoring. */
export type ProfiledPart = (typeof needsProfiling)[number] | 'score';

/** Whether a score is of what the person wrote, and of nothing else. That of an older script does not say. */
const isOfFitAlone = ({ fit, interest }: Score): boolean => fit !== undefined && interest === 0;

/**
 * What of a lead may be kept. Without the profiling consent, whatever describes behaviour is taken out and the
 * request stays: a person who says no to profiling is still answered. So does a score of what they wrote, unless
 * they object to scoring.
 * @returns the lead without those parts, and the names of the parts taken out
 */
export function consentedPart(envelope: Envelope): { envelope: Envelope; withheld: ProfiledPart[] } {
  const { consents, score } = envelope;
  const isProfiled = isGranted(consents, 'profiling');
  const mayBeScored = !isRefused(consents, 'scoring') && (isProfiled || (score && isOfFitAlone(score)));
  const parts: ProfiledPart[] = [
    ...(isProfiled ? [] : needsProfiling),
    ...(mayBeScored ? [] : ['score' as const]),
  ];
  const withheld = parts.filter((part) => envelope[part] !== undefined);
  const kept = { ...envelope };
  for (const part of withheld) delete kept[part];
  return { envelope: kept, withheld };
}
