import type { Attribution } from './attribution.ts';
import type { Calculation } from './calculation.ts';
import type { Consent } from './consent.ts';
import type { Engagement } from './engagement.ts';
import type { Profile } from './profile.ts';
import type { Score } from './score.ts';
import type { Spam } from './spam.ts';

/** Where on the site a lead was left. */
export interface Source {
  /** Name of the form: its `name` attribute, or its tag. */
  form: string;
  /** Address of the page without query and fragment. */
  page: string;
  title: string;
  /** BCP 47: the language the form spoke. */
  locale: string;
  /** Which variant of a page or form was shown, where the owner compares some. */
  variant?: string | undefined;
}

/**
 * A person who asked for something.
 * `attribution`, `engagement` and `calculation` are there only where profiling was consented to; `score` is missing
 * where scoring was turned off or objected to.
 */
export interface Lead {
  source: Source;
  profile: Profile;
  consents: Consent[];
  attribution?: Attribution;
  engagement?: Engagement;
  calculation?: Calculation;
  score?: Score;
  spam: Spam;
}
