/** How and when somebody buys, in stable words that are never shown: locales say them to people. */
export const buyingChoices = {
  frequency: ['once', 'yearly', 'quarterly', 'monthly', 'weekly'],
  /** A yearly budget in the site's currency, major units. */
  budget: ['under-1k', '1k-5k', '5k-20k', 'over-20k'],
  timeframe: ['now', 'this-quarter', 'this-year', 'exploring'],
} as const;

export type Buying = {
  -readonly [Habit in keyof typeof buyingChoices]?: (typeof buyingChoices)[Habit][number];
};

/** What somebody says of themselves in one line each: the place to add the next. */
export const profileLines = ['name', 'firstName', 'lastName', 'company', 'phone'] as const;

/** What was answered to a question of the owner's own. */
export interface Answer {
  /** Name of the control; rules of a score know the answer by it. */
  name: string;
  /** The question as it was shown. */
  label: string;
  /** A list for a group of checkboxes. */
  value: string | string[];
}

/** Who asks, in their own words. A `name` is the whole one where the form asks for it; a name is never split by guess. */
export interface Profile extends Partial<Record<(typeof profileLines)[number], string>> {
  /** As typed, trimmed. Whoever receives it normalises it to tell persons apart. */
  email: string;
  interests?: string[];
  message?: string;
  buying?: Buying;
  answers?: Answer[];
}

/** Each part of a profile that can be asked for by itself. */
export type ProfilePart = Exclude<keyof Profile, 'buying' | 'answers'> | keyof Buying;
