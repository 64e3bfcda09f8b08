import type { Envelope } from 'unisono/schema';

/** Somebody who was won or lost. */
export interface Deal {
  id: number;
  /** Their first request: what could be known before anybody spoke with them. */
  lead: Envelope;
  won: boolean;
  /** ISO 8601, UTC. */
  decidedAt: string;
  /** What was won with them, in the settings' currency; `null` if nobody said. */
  revenue: number | null;
}
