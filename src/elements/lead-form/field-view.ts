import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FormMessages } from '../../i18n/form-messages.ts';
import type { FieldChoice } from './field-choice.ts';
import { fieldTypes } from './field-types.ts';

/**
 * A label, a note beside it (an error takes the place of "optional", so that nothing moves) and a native control.
 * @param choices values of a select with their words
 */
export function fieldView(
  { name, required }: FieldChoice,
  error: string,
  { fields, optional, choose }: FormMessages,
  choices: object | undefined,
): TemplateResult {
  const { type = 'text', autocomplete = nothing, pattern = nothing, isMultiline } = fieldTypes[name];
  const invalid = error ? 'true' : nothing;
  const note = `${name}-note`;

  const control = () => {
    if (choices)
      return html`<select id=${name} name=${name} ?required=${required} aria-invalid=${invalid} aria-describedby=${note}>
        <option value="">${choose}</option>
        ${Object.entries(choices).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select>`;
    if (isMultiline)
      return html`<textarea
        id=${name}
        name=${name}
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${note}
      ></textarea>`;
    return html`<input
      id=${name}
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      pattern=${pattern}
      ?required=${required}
      aria-invalid=${invalid}
      aria-describedby=${note}
    />`;
  };

  return html`<div class="field ${name}" part="field">
    <label for=${name}>${fields[name]}</label>
    <span class="note" id=${note} part=${error ? 'error' : 'hint'}>${error || (required ? '' : optional)}</span>
    ${control()}
  </div>`;
}
