import { holds, termsOf } from '../lead/condition.ts';
import type { Envelope } from '../lead/envelope.ts';
import { flatLead } from '../lead/flat-lead.ts';
import type { Destination } from './destination.ts';

/** A receiver, and which leads it gets. */
export interface Route {
  to: Destination;
  /** A condition (see `termsOf`) over the names of `flatLead`; every lead where absent. */
  when?: string | undefined;
}

/** Where a lead goes: to each receiver whose condition holds, and to the first one if none does, so that it is not lost. */
export function destinationsFor(envelope: Envelope, routes: readonly Route[]): Destination[] {
  const said = flatLead(envelope);
  const fitting = routes.filter(({ when }) => !when || holds(termsOf(when)!, (name) => said[name] ?? []));
  return (fitting.length ? fitting : routes.slice(0, 1)).map(({ to }) => to);
}
