import type { Store } from './store/store.ts';
import type { PasswordCost } from './team/password.ts';

/** How a collector is set up. */
export interface Settings {
  /** The address under which the team and the links in its mails find it, without a slash at the end. */
  url: string;
  /** Sites that may send leads, as `Origin` names them (`https://shop.example`), or `'*'` for any. */
  origins: '*' | readonly string[];
  /** Host names under which the team's pages are shown, besides the one of `url`. */
  hosts: readonly string[];
  /** `smtp://…` or `smtps://…`; `null`: no mail is sent, and the pages say so. */
  smtp: string | null;
  /** Who mails come from, such as `Leads <leads@shop.example>`. */
  mailFrom: string;
  /** What a script proves itself with: `Authorization: Bearer …`; `null`: scripts are refused. */
  token: string | null;
  /** How many leads one sender may send in a minute. */
  leadsPerMinute: number;
  /** Whether a proxy in front says who the sender is (`X-Forwarded-For`). */
  isBehindProxy: boolean;
  /** ISO 4217: of revenue and spend. */
  currency: string;
  /** The address of the owner's page with the planner, to which links lead; `{language}` in it becomes the reader's. `null`: not known. */
  planner: string | null;
  /** A demonstration: log-in is filled in already. Never where people's leads are. */
  demo: { email: string; password: string } | null;
}

/** What everything in the collector works with. */
export interface Desk {
  store: Store;
  settings: Settings;
  /** Key of keyed hashes: see `secretOf`. */
  secret: string;
  passwordCost: PasswordCost;
  now: () => Date;
  /** How receivers are called. */
  fetch: typeof fetch;
  /** Hears one line about what happened. Nothing personal is in it. */
  log: (line: Record<string, unknown>) => void;
  /** Ends what goes on for long. */
  closing: AbortSignal;
}
