import type { FormMessages } from '../../i18n/form-messages.ts';

export type FieldName = keyof FormMessages['fields'];

/** What the platform needs to know to ask for one part of a profile. */
export interface FieldType {
  /** `type` of the input; `text` where absent. */
  type?: 'email' | 'tel';
  autocomplete?: string;
  pattern?: string;
  /** The stable values of a select; their words are in the locale. */
  choices?: readonly string[];
  isMultiline?: boolean;
  /** Longest content, in characters. */
  limit?: number;
  /** Asked for unless the owner says otherwise, and needed or not. */
  byDefault?: 'required' | 'optional';
}

/** One line a field: the place to add the next. The order is that of the form. */
export const fieldTypes: Record<FieldName, FieldType> = {
  name: { autocomplete: 'name', byDefault: 'required' },
  firstName: { autocomplete: 'given-name' },
  lastName: { autocomplete: 'family-name' },
  email: { type: 'email', autocomplete: 'email', limit: 254, byDefault: 'required' },
  company: { autocomplete: 'organization', byDefault: 'optional' },
  phone: { type: 'tel', autocomplete: 'tel', pattern: '[+]?[\\d\\s().\\/\\-]{5,30}', byDefault: 'optional' },
  interests: { choices: ['quote', 'demo', 'advice', 'other'], byDefault: 'required' },
  timeframe: { choices: ['now', 'this-quarter', 'this-year', 'exploring'], byDefault: 'required' },
  budget: { choices: ['under-1k', '1k-5k', '5k-20k', 'over-20k'] },
  frequency: { choices: ['once', 'yearly', 'quarterly', 'monthly', 'weekly'] },
  message: { isMultiline: true, limit: 5_000, byDefault: 'optional' },
};
