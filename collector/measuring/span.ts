/** What time is looked at. Days: the first, and the first that does not belong to it any more. */
export interface Span {
  from: string;
  until: string;
}

/** The same of some campaigns. */
export interface CampaignSpan extends Span {
  /** Those that count; all where there are none. */
  campaigns: readonly string[];
}

/** The moment up to which something counts: the end of a span, or now where it still runs. ISO 8601, UTC. */
export const endOf = ({ until }: Span, now: Date): string =>
  [`${until}T00:00:00.000Z`, now.toISOString()].sort()[0]!;
