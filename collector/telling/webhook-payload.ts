import type { Envelope } from 'unisono/schema';
import type { Account, Person, Stage } from '../store/tables.ts';
import type { EventName, Happening } from './happening.ts';

/** Who works a person. */
export type Owner = Pick<Account, 'id' | 'name' | 'email'>;

/**
 * The body of a webhook's call, version 1: new keys are only ever added.
 *
 * It is signed as [Standard Webhooks](https://www.standardwebhooks.com) say: `webhook-id` is the same for all tries of
 * one message, so that whoever has it already answers 2xx and does nothing; `webhook-timestamp` is of the try. A call
 * is made at least once, and may come after a later one where it had to be tried again: `timestamp` says which is newer.
 */
export interface WebhookPayload {
  type: EventName;
  /** When it happened: ISO 8601, UTC. */
  timestamp: string;
  data: {
    version: 1;
    /** The request it is about, by the id of its envelope; not there where somebody of the team changed something. */
    id?: string;
    /** As they were after it. */
    person: ToldPerson;
    /** The request as it is kept, with the collector's own score. See the contract of leads. */
    lead?: Envelope;
    /** The stage before. */
    from?: Stage;
  };
}

/** A person as others are told of them. What is not known is `''`, or `null` where it is no text. */
export interface ToldPerson {
  /** The collector's number for them: the same for each of their requests. */
  id: number;
  email: string;
  name: string;
  company: string;
  phone: string;
  /** BCP 47. */
  language: string;
  stage: Stage;
  lostReason: string;
  /** Whose turn it is. */
  team: Person['team'];
  /** Who of the team works them. */
  owner: Owner | null;
  temperature: Person['temperature'];
  /** From 0 to 100. */
  score: number | null;
  /** In major units of the team's currency. */
  revenue: number | null;
  /** Only whoever has `confirmed` may be sent marketing e-mail. */
  marketing: Person['marketing'];
  form: string;
  campaign: string;
  source: string;
  /** How often they asked. */
  requests: number;
  firstAt: string;
  lastAt: string;
  /** Sent by the site's owner to try the form. */
  test: boolean;
}

/** Somebody as they are told to others. */
export const toldPerson = (person: Person, owner: Owner | null): ToldPerson => ({
  id: person.id,
  email: person.email,
  name: person.name,
  company: person.company,
  phone: person.phone,
  language: person.language,
  stage: person.stage,
  lostReason: person.lost_reason,
  team: person.team,
  owner,
  temperature: person.temperature,
  score: person.score,
  revenue: person.revenue,
  marketing: person.marketing,
  form: person.form,
  campaign: person.campaign,
  source: person.source,
  requests: person.requests,
  firstAt: person.first_at,
  lastAt: person.last_at,
  test: person.test === 1,
});

/** What a webhook is told of something that happened. */
export const webhookPayload = (
  { event, person, request, from }: Happening,
  owner: Owner | null,
  now: Date,
): WebhookPayload => ({
  type: event,
  timestamp: now.toISOString(),
  data: {
    version: 1,
    ...(request && { id: request.id }),
    person: toldPerson(person, owner),
    ...(request && { lead: JSON.parse(request.envelope) as Envelope }),
    ...(from && { from }),
  },
});

/** The same of somebody who objected to being scored, before it was told. */
export function unscoredPayload({ data, ...rest }: WebhookPayload): WebhookPayload {
  const { lead, person } = data;
  const { score, ...unscored } = lead ?? {};
  return {
    ...rest,
    data: {
      ...data,
      person: { ...person, temperature: null, score: null },
      ...(lead && { lead: unscored as Envelope }),
    },
  };
}

/** What a webhook is told when somebody presses "Send a test". */
export const testPayload = (now: Date) => ({
  type: 'test',
  timestamp: now.toISOString(),
  data: { version: 1 },
});
