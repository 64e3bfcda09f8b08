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

/** Who asks, in their own words. A `name` is the whole one where the form asks for it; a name is never split by guess. */
export interface Profile extends Partial<Record<(typeof profileLines)[number], string>> {
  /** As typed, trimmed. Whoever receives it normalises it to tell persons apart. */
  email: string;
  interests?: string[];
  message?: string;
  buying?: Buying;
}

/** Each part of a profile that can be asked for by itself. */
export type ProfilePart = Exclude<keyof Profile, 'buying'> | keyof Buying;
