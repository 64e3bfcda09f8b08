import { html, nothing, type TemplateResult } from 'lit/html.js';

/** What one number field shows. */
export interface InputView {
  name: string;
  label: string;
  /** As it stands in the field. */
  text: string;
  /** A currency symbol or `%`; empty for a count. */
  unit: string;
  /** "Example" until it is touched, or what is wrong. */
  note: string;
  isInvalid: boolean;
}

/** A label, a note that an error takes the place of, and a text input that brings up a number keyboard. */
export function inputView({ name, label, text, unit, note, isInvalid }: InputView): TemplateResult {
  return html`<div class="field" part="field">
    <label for=${name}>${label}</label>
    <span class="note" id="${name}-note" part=${isInvalid ? 'error' : 'hint'}>${note}</span>
    <span class="control">
      <input
        id=${name}
        name=${name}
        inputmode="decimal"
        autocomplete="off"
        .value=${text}
        aria-invalid=${isInvalid ? 'true' : nothing}
        aria-describedby="${name}-unit ${name}-note"
      />
      <span class="unit" id="${name}-unit">${unit}</span>
    </span>
  </div>`;
}
