import type { ProfilePart } from '../lead/profile.ts';

export type FieldName = ProfilePart;

/** The ways a question can be asked. `checkboxes` takes several of its choices. */
export const questionTypes = [
  'text',
  'email',
  'tel',
  'url',
  'number',
  'date',
  'select',
  'radio',
  'checkboxes',
  'textarea',
  'range',
  'hidden',
] as const;

export type QuestionType = (typeof questionTypes)[number];

/** What the platform needs to know to ask for something. */
export interface FieldType {
  /** `text` where absent. */
  type?: QuestionType;
  autocomplete?: string;
  pattern?: string;
}

/** What the profile has a place for, one line each: the place to add the next. A field with choices has them in the locale. */
export const fieldTypes: Record<FieldName, FieldType> = {
  name: { autocomplete: 'name' },
  firstName: { autocomplete: 'given-name' },
  lastName: { autocomplete: 'family-name' },
  email: { type: 'email', autocomplete: 'email' },
  company: { autocomplete: 'organization' },
  phone: { type: 'tel', autocomplete: 'tel', pattern: '[+]?[\\d\\s\\(\\)\\.\\/\\-]{5,30}' },
  interests: { type: 'select' },
  timeframe: { type: 'select' },
  budget: { type: 'select' },
  frequency: { type: 'select' },
  message: { type: 'textarea' },
};

/** Longest content of a control in characters, by its type. */
export const limitOf = (type: string): number => ({ email: 254, tel: 30, textarea: 5_000 })[type] ?? 200;
