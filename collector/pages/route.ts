import type { Context } from 'hono';
import type { Desk } from '../desk.ts';
import type { Account, Role } from '../store/tables.ts';
import type { Language, Words } from '../words/words.ts';

/** One request to one of our pages. */
export interface Visit {
  c: Context;
  desk: Desk;
  language: Language;
  words: Words;
  /** What was filled in, trimmed: each field once, the first where it comes twice; `''` for what is not there. */
  field: (name: string) => string;
}

/** The same by somebody who has signed in. */
export interface SignedIn extends Visit {
  account: Account;
}

/** The same by anybody. */
export interface OpenVisit extends Visit {
  /** `null`: they have not signed in. */
  account: Account | null;
}

interface OpenRoute {
  method: 'GET' | 'POST';
  path: string;
  /** Nobody has to sign in for it: what it is good for. */
  open: string;
  /** A program or another site may press its button, too: why that does no harm. */
  fromAnywhere?: string;
  roles?: undefined;
  mostBytes?: undefined;
  answer: (visit: OpenVisit) => Response | Promise<Response>;
}

interface ClosedRoute {
  method: 'GET' | 'POST';
  path: string;
  open?: undefined;
  fromAnywhere?: undefined;
  roles: readonly Role[];
  /** Bytes that its form may weigh, where that is more than others may: a file is in it. */
  mostBytes?: number;
  /** Whether a script with the collector's token may, too. */
  script?: true;
  answer: (visit: SignedIn) => Response | Promise<Response>;
}

/** A page, or what a button on a page does. */
export type Route = OpenRoute | ClosedRoute;

export const everyRole: readonly Role[] = ['marketing', 'sales', 'admin'];
