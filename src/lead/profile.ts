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

/** Who asks, in their own words. */
export interface Profile {
  /** As typed, trimmed. Whoever receives it normalises it to tell persons apart. */
  email: string;
  /** The whole name where the form asks for one; a name is never split by guess. */
  name?: string;
  firstName?: string;
  lastName?: string;
  company?: string;
  phone?: string;
  interests?: string[];
  message?: string;
  buying?: Buying;
}
