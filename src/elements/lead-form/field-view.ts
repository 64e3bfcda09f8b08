import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FormMessages } from '../../i18n/form-messages.ts';
import type { FieldChoice } from './field-choice.ts';
import { fieldTypes } from './field-types.ts';

/** A label, a note beside it (an error takes the place of "optional", so that nothing moves) and a native control. */
export function fieldView(field: FieldChoice, error: string, messages: FormMessages): TemplateResult {
  const { name, required } = field;
  const type = fieldTypes[name];
  const invalid = error ? 'true' : nothing;
  const note = error || !required ? `${name}-note` : nothing;

  const control = () => {
    if (type.choices) {
      const { [name as 'interests']: words = {} } = messages.choices as Record<
        string,
        Record<string, string>
      >;
      return html`<select id=${name} name=${name} ?required=${required} aria-invalid=${invalid} aria-describedby=${note}>
        <option value="">${messages.choose}</option>
        ${(field.choices ?? type.choices).map((value) => html`<option value=${value}>${words[value] ?? value}</option>`)}
      </select>`;
    }
    if (type.isMultiline) {
      return html`<textarea id=${name} name=${name} rows="4" ?required=${required} aria-invalid=${invalid} aria-describedby=${note}></textarea>`;
    }
    return html`<input
      id=${name}
      name=${name}
      type=${type.type ?? 'text'}
      autocomplete=${type.autocomplete ?? nothing}
      pattern=${type.pattern ?? nothing}
      ?required=${required}
      aria-invalid=${invalid}
      aria-describedby=${note}
    />`;
  };

  return html`<div class="field ${name}" part="field">
    <label for=${name}>${field.label ?? messages.fields[name]}</label>
    <span class="note" id="${name}-note" part=${error ? 'error' : 'hint'}>${error || (required ? '' : messages.optional)}</span>
    ${control()}
  </div>`;
}
