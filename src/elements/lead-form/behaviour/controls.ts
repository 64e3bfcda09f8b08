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

/** The controls of a form that ask something, by name: radio buttons and boxes may share one. */
export function questionsIn(form: HTMLFormElement): Map<string, Control[]> {
  const questions = new Map<string, Control[]>();
  for (const control of [...form.elements] as Control[])
    if (isAsked(control)) questions.set(control.name, [...(questions.get(control.name) ?? []), control]);
  return questions;
}

export const isBox = ({ type }: Control): boolean => /^(checkbox|radio)$/.test(type);

/** What surrounds a question as a whole: the fieldset of boxes, else the control. */
export const holderOf = ([control]: readonly Control[]): HTMLElement =>
  (isBox(control!) && control!.closest<HTMLElement>('fieldset:not([data-step])')) || control!;

/** What is chosen or written, trimmed. Empty for what counts for nothing, such as a question that is not asked. */
export const valuesOf = (controls: readonly Control[]): string[] =>
  controls
    .filter((control) => !control.disabled)
    .flatMap((control) =>
      isBox(control)
        ? (control as HTMLInputElement).checked
          ? control.value
          : []
        : control.type === 'select-multiple'
          ? [...(control as HTMLSelectElement).selectedOptions].map(({ value }) => value)
          : // A component of the page's own may have any value, or none.
            `${control.value ?? ''}`.trim(),
    )
    .filter(Boolean);

/** Chooses or writes. A value that a choice does not have is left alone. */
export function setValues(controls: readonly Control[], values: readonly string[]): void {
  for (const control of controls)
    if (isBox(control)) (control as HTMLInputElement).checked = values.includes(control.value);
    else if ('options' in control)
      for (const option of control.options) option.selected = values.includes(option.value);
    else control.value = values[0] ?? '';
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
