import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FieldChoice } from '../../form/field-choice.ts';
import { fieldTypes } from '../../form/field-types.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import { ariaInvalid, type Field, fieldView } from '../shared/field-view.ts';

/**
 * One field of the form as a native control.
 * @param choices values of a select with their words
 */
export function formField(
  { name, required }: FieldChoice,
  error: string,
  { fields, optional, choose }: FormMessages,
  choices: object | undefined,
): TemplateResult {
  const { type = 'text', autocomplete = nothing, pattern = nothing, isMultiline } = fieldTypes[name];
  const field: Field = {
    name,
    label: fields[name],
    note: error || (required ? '' : optional),
    isInvalid: error !== '',
  };
  const invalid = ariaInvalid(field);
  const note = `${name}-note`;

  const control = choices
    ? html`<select
        id=${name}
        name=${name}
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${note}
      >
        <option value="">${choose}</option>
        ${Object.entries(choices).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select>`
    : isMultiline
      ? html`<textarea
          id=${name}
          name=${name}
          ?required=${required}
          aria-invalid=${invalid}
          aria-describedby=${note}
        ></textarea>`
      : html`<input
          id=${name}
          name=${name}
          type=${type}
          autocomplete=${autocomplete}
          pattern=${pattern}
          ?required=${required}
          aria-invalid=${invalid}
          aria-describedby=${note}
        />`;
  return fieldView(field, name, control);
}
