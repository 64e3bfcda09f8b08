import { html, type TemplateResult } from 'lit/html.js';

/** What every field shows around its control. */
export interface Field {
  name: string;
  label: string;
  /** Beside the label: a hint, or what is wrong. An error takes the hint's place, so that nothing moves. */
  note: string;
  isInvalid: boolean;
}

/** `aria-invalid` of a field's control. Always said: left out, browsers call a required choice invalid before it is made. */
export const ariaInvalid = ({ isInvalid }: Field): 'true' | 'false' => `${isInvalid}`;

/** A label, a note beside it and a native control with the field's name as its id and `name-note` as its description. */
export const fieldView = (
  { name, label, note, isInvalid }: Field,
  kind: string,
  control: unknown,
): TemplateResult =>
  html`<div class="field ${kind}" part="field">
    <label for=${name}>${label}</label>
    <span class="note" id="${name}-note" part=${isInvalid ? 'error' : 'hint'}>${note}</span>
    ${control}
  </div>`;

/** A field's name with what is wrong with it, as it is read out. */
export function complaintOf(control: HTMLInputElement): string {
  const { name, labels } = control;
  const note = (control.getRootNode() as ShadowRoot).getElementById(`${name}-note`);
  return `${labels![0]!.textContent}: ${note!.textContent}`;
}
