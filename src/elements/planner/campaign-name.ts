import { longestName } from '../../calculator/share/scenario-text.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';

/** What the campaign is called: on the report, in the link and in both files. Like an entry, it is no calculation. */
export const campaignName = ({ scenario, decide, texts }: CalculatorContext): Markup =>
  markup(
    'label',
    { class: 'preset' },
    `${texts('share').name} `,
    markup('input', {
      id: 'name',
      autocomplete: 'off',
      maxlength: `${longestName}`,
      '.value': scenario.name ?? '',
      oninput: ({ target }: Event) =>
        decide({ name: (target as HTMLInputElement).value, entries: scenario.entries ?? {} }),
    }),
  );
