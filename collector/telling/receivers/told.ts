import type { Envelope } from 'unisono/schema';
import type { Stage } from '../../store/tables.ts';
import type { EventName } from '../happening.ts';
import type { ToldPerson } from '../webhook-payload.ts';

/** Somebody as a receiver is told of them. */
export interface Told {
  /** What happened, or somebody tries it out. */
  event: EventName | 'test';
  person: ToldPerson;
  /** What they asked: the request that it is about, or of a receiver that keeps people the latest one. */
  lead: Envelope | null;
  /** The request that it is about, by its envelope's id. */
  request: string | null;
  from: Stage | null;
  /** Their page in the collector. */
  link: string;
}
