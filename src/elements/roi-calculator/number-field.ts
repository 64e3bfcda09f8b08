import { html, nothing, type TemplateResult } from 'lit/html.js';

/** What one number field shows. */
export interface NumberField {
  name: string;
  label: string;
  /** As it stands in the field. */
  text: string;
  /** A currency symbol, `%` or a word; empty for a plain number. */
  unit: string;
  /** Whose it is, whether it is an example, or what is wrong. */
  note: string;
  isInvalid: boolean;
  isFixed: boolean;
  /** Marks whose lever it is. */
  owner: string;
  /** From 0 to 100; null for no slider. */
  position: number | null;
}

/**
 * A label, a note that an error takes the place of, a text input that brings up a number keyboard, and a slider as
 * a second way to the same value: for pointers alone, since the arrow keys do the same in the text input.
 */
export function numberField(field: NumberField): TemplateResult {
  const { name, label, text, unit, note, isInvalid, isFixed, owner, position } = field;
  return html`<div class="field ${owner}" part="field">
    <label for=${name}>${label}</label>
    <span class="note" id="${name}-note" part=${isInvalid ? 'error' : 'hint'}>${note}</span>
    <span class="control">
      <input
        id=${name}
        name=${name}
        inputmode="decimal"
        autocomplete="off"
        .value=${text}
        ?readonly=${isFixed}
        aria-invalid=${isInvalid ? 'true' : nothing}
        aria-describedby="${name}-unit ${name}-note"
      />
      <span class="unit" id="${name}-unit">${unit}</span>
    </span>
    ${
      position === null || isFixed
        ? nothing
        : html`<input type="range" name=${name} tabindex="-1" aria-hidden="true" .value=${String(position)} />`
    }
  </div>`;
}
