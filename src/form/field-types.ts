import type { ProfilePart } from '../lead/profile.ts';

export type FieldName = ProfilePart;

/** What the platform needs to know to ask for one part of a profile. */
export interface FieldType {
  /** `type` of the input; `text` where absent. */
  type?: 'email' | 'tel';
  autocomplete?: string;
  pattern?: string;
  isMultiline?: boolean;
  /** Longest content, in characters. */
  limit?: number;
}

/** One line a field: the place to add the next. A field with choices has them in the locale. */
export const fieldTypes: Record<FieldName, FieldType> = {
  name: { autocomplete: 'name' },
  firstName: { autocomplete: 'given-name' },
  lastName: { autocomplete: 'family-name' },
  email: { type: 'email', autocomplete: 'email', limit: 254 },
  company: { autocomplete: 'organization' },
  phone: {
    type: 'tel',
    autocomplete: 'tel',
    pattern: '[+]?[\\d\\s\\(\\)\\.\\/\\-]{5,30}',
    limit: 30,
  },
  interests: {},
  timeframe: {},
  budget: {},
  frequency: {},
  message: { isMultiline: true, limit: 5_000 },
};
