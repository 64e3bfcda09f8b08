import type { Envelope } from 'unisono/schema';

/** Somebody who was won or lost. */
export interface Deal {
  id: number;
  /** Their first request: what could be known before anybody spoke with them. */
  lead: Envelope;
  won: boolean;
  /** When they first asked, and when it ended: ISO 8601, UTC. */
  askedAt: string;
  decidedAt: string;
  /** What was won with them, in the settings' currency; `null` if nobody said. */
  revenue: number | null;
}
