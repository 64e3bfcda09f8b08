export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Where the challenges of the well-known services leave their token. */
export const challengeNames = [
  'cf-turnstile-response',
  'h-captcha-response',
  'g-recaptcha-response',
  'altcha',
];

const isAsked = ({ name, type }: Control) =>
  name &&
  !/^(submit|button|reset|image|file|password|fieldset|output)$/.test(type) &&
  !challengeNames.includes(name);

/** The controls of a form, also of one that has a control named `elements`. */
export const elementsOf = (form: HTMLFormElement): HTMLFormControlsCollection =>
  Reflect.get(HTMLFormElement.prototype, 'elements', form);

/** The controls of a form that ask something, by name: radio buttons and boxes may share one. */
export function questionsIn(form: HTMLFormElement): Map<string, Control[]> {
  const questions = new Map<string, Control[]>();
  for (const control of [...elementsOf(form)] as Control[])
    if (isAsked(control)) questions.set(control.name, [...(questions.get(control.name) ?? []), control]);
  return questions;
}

/** Whether it is switched off, by itself or with its fieldset. */
export const isOff = (control: Control): boolean => control.matches(':disabled');

export const isBox = ({ type }: Control): boolean => /^(checkbox|radio)$/.test(type);

/** What surrounds a question as a whole: the fieldset that has its boxes alone, else the control. */
export function holderOf([control]: readonly Control[]): HTMLElement {
  const fieldset = isBox(control!) && control!.closest('fieldset');
  const isItsOwn =
    fieldset && ([...fieldset.elements] as Control[]).every(({ name }) => !name || name === control!.name);
  return isItsOwn ? fieldset : control!;
}

const valuesIn = (control: Control): string | string[] =>
  isBox(control)
    ? (control as HTMLInputElement).checked
      ? control.value
      : []
    : control.type === 'select-multiple'
      ? [...(control as HTMLSelectElement).selectedOptions].map(({ value }) => value)
      : // A component of the page's own may have any value, or none.
        `${control.value ?? ''}`.trim();

/** What is chosen or written, trimmed. */
export const writtenIn = (controls: readonly Control[]): string[] =>
  controls.flatMap(valuesIn).filter(Boolean);

/** The same, of a question that is asked now: what is not asked counts for nothing. */
export const valuesOf = (controls: readonly Control[]): string[] =>
  writtenIn(controls.filter((control) => !isOff(control)));

/** Chooses or writes. A choice that there is not changes nothing. */
export function setValues(controls: readonly Control[], values: readonly string[]): void {
  const [first] = controls;
  if (!isBox(first!) && !('options' in first!)) {
    first!.value = values[0] ?? '';
    return;
  }
  const choices = ('options' in first! ? [...first.options] : controls) as { value: string }[];
  const mark = 'options' in first! ? 'selected' : 'checked';
  if (!values.length || choices.some(({ value }) => values.includes(value)))
    for (const choice of choices) Object.assign(choice, { [mark]: values.includes(choice.value) });
}

/** The words of an element, without what stands in it to be filled in, and without notes. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('input, select, textarea, button, output, [data-note]'))
    part.remove();
  return copy.textContent!.replace(/\s+/g, ' ').trim();
}

/** The words beside one control. */
export const labelOf = (control: Control): string =>
  control.labels?.[0]
    ? wordsOf(control.labels[0])
    : (control.getAttribute('aria-label') ?? control.getAttribute('placeholder') ?? control.name);

/** A question as the person reads it: the legend of a group, the label of a control. */
export function questionOf(controls: readonly Control[]): string {
  const legend = controls[1] && holderOf(controls).querySelector('legend');
  return legend ? wordsOf(legend) : labelOf(controls[0]!);
}
