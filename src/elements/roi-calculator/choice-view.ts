import { type Markup, markup } from '../../markup/markup.ts';

export interface Choice {
  name: string;
  question: string;
  /** Of each choice, by name. */
  words: Readonly<Record<string, string>>;
  chosen: string;
  choose(event: Event): void;
  /** In order, where they are not all that there are words for. */
  choices?: readonly (string | false)[];
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
  choices = Object.keys(words),
}: Choice): Markup =>
  markup(
    'fieldset',
    { '.key': name, class: `choices ${name}`, oninput: choose },
    markup('legend', { class: name === 'mode' && 'visually-hidden' }, question),
    ...choices.map(
      (choice) =>
        choice &&
        markup(
          'label',
          { class: 'choice' },
          markup('input', { type: 'radio', name, value: choice, '.checked': choice === chosen }),
          markup('span', {}, `${words[choice]} `, figure ? markup('strong', {}, figure(choice)) : ''),
        ),
    ),
  );
