import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ariaInvalid, type Field, fieldView } from '../shared/field-view.ts';

/** What one number field shows. */
export interface NumberField extends Field {
  /** As it stands in the field. */
  text: string;
  /** A currency symbol, `%` or a word; empty for a plain number. */
  unit: string;
  isFixed: boolean;
  /** Marks whose lever it is. */
  owner: string;
  /** From 0 to 100; null for no slider. */
  position: number | null;
}

/**
 * A text input that brings up a number keyboard, and a slider as a second way to the same value: for pointers alone,
 * since the arrow keys do the same in the text input.
 */
export function numberField(field: NumberField): TemplateResult {
  const { name, text, unit, isFixed, owner, position } = field;
  return fieldView(
    field,
    owner,
    html`<span class="control">
        <input
          id=${name}
          name=${name}
          inputmode="decimal"
          autocomplete="off"
          .value=${text}
          ?readonly=${isFixed}
          aria-invalid=${ariaInvalid(field)}
          aria-describedby="${name}-unit ${name}-note"
        />
        <span class="unit" id="${name}-unit">${unit}</span>
      </span>
      ${
        position === null || isFixed
          ? nothing
          : html`<input type="range" name=${name} tabindex="-1" aria-hidden="true" .value=${String(position)} />`
      }`,
  );
}
