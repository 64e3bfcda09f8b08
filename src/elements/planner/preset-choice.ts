import { presets } from '../../calculator/presets.ts';
import type { PresetName } from '../../i18n/calculator-messages.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';

const names = Object.keys(presets) as PresetName[];

/** Where a campaign starts from: search, social, display, e-mail, an event. */
export function presetChoice({ scenario, decide, texts }: CalculatorContext): Markup {
  const words = texts('presets');
  const choose = ({ target }: Event) => {
    const preset = names.find((name) => name === (target as HTMLSelectElement).value);
    // It starts where the preset does, and without one where it did before.
    decide({ preset: preset ?? null, start: null });
  };
  return markup(
    'label',
    { class: 'preset' },
    `${texts('planner').preset} `,
    markup(
      'select',
      { oninput: choose },
      markup('option', { value: '' }, texts('planner').anyCampaign),
      ...names.map((name) =>
        markup('option', { value: name, '.selected': name === scenario.preset }, words[name]),
      ),
    ),
  );
}
