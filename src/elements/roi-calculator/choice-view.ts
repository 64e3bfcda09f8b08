import { html, nothing, type TemplateResult } from 'lit/html.js';

export interface Choice {
  name: string;
  question: string;
  /** Of each choice, by name. */
  words: Readonly<Record<string, string>>;
  chosen: string;
  choose(event: Event): void;
  /** In order, where they are not all that there are words for. */
  choices?: readonly string[];
  /** Behind each choice. */
  figure?(choice: string): string;
}

/** One of a few, all in sight. */
export const choiceView = ({
  name,
  question,
  words,
  chosen,
  choose,
  figure,
  choices,
}: Choice): TemplateResult =>
  html`<fieldset class="choices ${name}" @input=${choose}>
    <legend class=${name === 'mode' ? 'visually-hidden' : nothing}>${question}</legend>
    ${(choices ?? Object.keys(words)).map(
      (choice) => html`<label class="choice"
        ><input type="radio" name=${name} value=${choice} .checked=${choice === chosen} /><span
          >${words[choice]} ${figure ? html`<strong>${figure(choice)}</strong>` : nothing}</span
        ></label
      >`,
    )}
  </fieldset>`;
