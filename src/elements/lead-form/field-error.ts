import { type FieldName, fieldTypes } from '../../form/field-types.ts';
import { fill } from '../../i18n/fill.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * What is wrong with a control, in the form's language, or `''`. The platform finds the fault; only its words are ours,
 * since a browser speaks its own language rather than the page's. Length is ours too: `maxlength` would cut off
 * a pasted text without a word.
 */
export function fieldError(control: Control, errors: FormMessages['errors']): string {
  const limit = fieldTypes[control.name as FieldName].limit ?? 200;
  const { length } = control.value;
  if (length > limit) return fill(errors.tooLong, { max: limit, length });
  const { valid, valueMissing } = control.validity;
  if (valid && !(control.required && !control.value.trim())) return '';
  return valueMissing || !control.value.trim()
    ? errors.required
    : control.name === 'email'
      ? errors.email
      : /[^+\d\s()./-]/.test(control.value)
        ? errors.phone
        : errors.tooShort;
}
