import { html, nothing, type TemplateResult } from 'lit/html.js';

/**
 * One of a few, all in sight.
 * @param words of each choice, by name
 * @param choices in order, where they are not all that there are words for
 * @param figure behind each choice
 */
export const choiceView = (
  name: string,
  question: string,
  words: Readonly<Record<string, string>>,
  chosen: string,
  choose: (event: Event) => void,
  figure?: ((choice: string) => string) | null,
  choices: readonly string[] = Object.keys(words),
): TemplateResult =>
  html`<fieldset class="choices ${name}" @input=${choose}>
    <legend class=${name === 'mode' ? 'visually-hidden' : nothing}>${question}</legend>
    ${choices.map(
      (choice) => html`<label class="choice"
        ><input type="radio" name=${name} value=${choice} .checked=${choice === chosen} /><span
          >${words[choice]} ${figure ? html`<strong>${figure(choice)}</strong>` : nothing}</span
        ></label
      >`,
    )}
  </fieldset>`;
