import { limitOf } from '../../../form/field-types.ts';
import { fill } from '../../../i18n/fill.ts';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { isEmailAddress } from '../../../lead/email-address.ts';
import { type Control, holderOf, isBox, isOff, valuesOf } from './controls.ts';

type Errors = FormMessages['errors'];

/** What the platform finds, and our words for it. The first that applies is said. */
const faults: [fault: keyof ValidityState, words: keyof Errors][] = [
  ['badInput', 'number'],
  ['valueMissing', 'choose'],
  ['typeMismatch', 'email'],
  ['rangeUnderflow', 'min'],
  ['rangeOverflow', 'max'],
  ['patternMismatch', 'format'],
  ['tooShort', 'format'],
  ['stepMismatch', 'format'],
];

/** Where one fault means different things, by the type of the control. */
const ofType: Record<string, (words: keyof Errors, value: string) => keyof Errors> = {
  url: () => 'url',
  date: (words) => (words === 'number' ? 'format' : words),
  tel: (_, value) => (/[^+\d\s()./-]/.test(value) ? 'phone' : 'tooShort'),
};

/**
 * What is wrong with the answer to a question, in the form's language, or `''`. The platform finds the fault; only its
 * words are ours, since a browser speaks its own language rather than the page's. An owner's `title`, or their own
 * `setCustomValidity`, speaks for itself. Length is ours: `maxlength` would cut off a pasted text without a word.
 * @param tag BCP 47
 */
export function controlError(controls: readonly Control[], errors: Errors, tag: string): string {
  const control = controls.find(({ validity }) => validity?.valid === false) ?? controls[0]!;
  if (isOff(control)) return '';
  // A component of the page's own may say nothing of its validity.
  const { value, type, validity = {} as ValidityState, title } = control;
  const limit = limitOf(type);
  if (!isBox(control) && type !== 'hidden' && value?.length > limit)
    return fill(errors.tooLong, { max: limit, length: value.length });

  const isEmpty = !valuesOf(controls).length;
  if (isEmpty && 'required' in holderOf(controls).dataset) return errors.choose;
  // A lead without an address cannot be answered.
  const isNeeded = control.required || control.name === 'email';
  if (isEmpty && isNeeded && !isBox(control) && !validity.badInput) return errors.required;
  if (validity.customError) return control.validationMessage;
  const fault = faults.find(([name]) => validity[name]);
  // The standard's pattern knows no international address, and nor do browsers.
  if (!fault || (validity.typeMismatch && type === 'email' && isEmailAddress(value.trim()))) return '';
  if (fault[1] === 'format' && title) return title;
  const words = ofType[type]?.(fault[1], value) ?? fault[1];
  const bound = (at: string) =>
    type === 'date' ? new Date(at).toLocaleDateString(tag, { timeZone: 'UTC' }) : at;
  const { min = '', max = '' } = control as HTMLInputElement;
  return fill(errors[words], { min: bound(min), max: bound(max) });
}
