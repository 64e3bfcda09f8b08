import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ariaInvalid, type Field, fieldView } from './field-view.ts';

/** What one number field shows. */
export interface NumberField extends Field {
  /** As it stands in the field. */
  text: string;
  /** A currency symbol, `%` or a word; empty for a plain number. */
  unit: string;
  isFixed?: boolean | undefined;
  /** Marks whose lever it is. */
  owner: string;
  /** From 0 to 100; null for no slider and no steppers. */
  position: number | null;
}

/** A press on a stepper leaves the focus where it is: it has no name that could be read out. */
const keepFocus = (event: Event) => event.preventDefault();

/**
 * A text input that brings up a number keyboard; steppers and a slider are other ways to the same value, for pointers,
 * since the arrow keys do the same in the text input. The slider has a name all the same, since a
 * click gives it the focus; one of its own, so that the label leads to one field.
 */
export function numberField(field: NumberField): TemplateResult {
  const { name, text, unit, isFixed, owner, position } = field;
  const isMoved = position !== null && !isFixed;
  const stepper = (step: string, sign: string) =>
    isMoved
      ? html`<button type="button" tabindex="-1" aria-hidden="true" name=${name} value=${step} @mousedown=${keepFocus}>${sign}</button>`
      : nothing;
  return fieldView(
    field,
    owner,
    html`<span class="control">
        ${stepper('-1', '−')}
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
        ${stepper('1', '+')}
      </span>
      ${
        isMoved
          ? html`<input
              type="range"
              name=${name}
              tabindex="-1"
              aria-label=${`${field.label} …`}
              aria-valuetext=${`${text} ${unit}`.trim()}
              .value=${position}
            />`
          : nothing
      }`,
  );
}
