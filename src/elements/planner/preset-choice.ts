import { inputLabel } from '../../calculator/input-label.ts';
import { presets } from '../../calculator/presets.ts';
import type { InputName, PresetName } from '../../i18n/calculator-messages.ts';
import { fill } from '../../i18n/fill.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import type { CalculatorContext } from '../roi-calculator/planner.ts';

const names = Object.keys(presets) as PresetName[];

/** Where a campaign starts from: search, social, display, e-mail, an event. */
export function presetChoice(context: CalculatorContext): Markup {
  const { scenario, decide, texts } = context;
  const words = texts('presets');
  const choose = ({ target }: Event) => {
    const preset = names.find((name) => name === (target as HTMLSelectElement).value);
    // It starts where the preset does, and without one where it did before.
    decide({ preset: preset ?? null, start: null });
  };
  return markup(
    'div',
    {},
    markup(
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
    ),
    markup('p', { class: 'quiet', role: 'status' }, keptText(context)),
  );
}

/** What of a preset does not come in, since another number is set there already. */
function keptText({ whole, messages, texts, format }: CalculatorContext): string {
  const kept = Object.keys(whole.assumed).filter((name): name is InputName => name in whole.given);
  if (!kept.length) return '';
  const labels = kept.map((name) => inputLabel(name, whole, messages));
  return fill(texts('planner').kept, { inputs: new Intl.ListFormat(format.locale).format(labels) });
}
