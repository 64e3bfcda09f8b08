import { doubtText } from '../../calculator/doubt-text.ts';
import { inputLabel } from '../../calculator/input-label.ts';
import { inputs, ownerOf } from '../../calculator/inputs.ts';
import { quantityText, quantityValue } from '../../calculator/quantity.ts';
import { results } from '../../calculator/scenario.ts';
import { sliderPosition } from '../../calculator/slider.ts';
import {
  otherTyped,
  type TypingError,
  typedText,
  unitSign,
  type Writing,
} from '../../calculator/typed-number.ts';
import { guessIn } from '../../calculator/whole-scenario.ts';
import type { InputName } from '../../i18n/calculator-messages.ts';
import { fill } from '../../i18n/fill.ts';
import { groupedNumber } from '../../i18n/grouped-number.ts';
import { plainNumber } from '../../i18n/plain-number.ts';
import { digitsOf, entry } from '../../i18n/precision.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import type { Drafts } from '../shared/drafts.ts';
import { numberField } from '../shared/number-field.ts';
import type { CalculatorContext } from './planner.ts';

/** How one input's field stands. */
interface FieldState {
  /** The text as it is being typed, or that cannot be read. */
  draft: string | undefined;
  error: TypingError | null;
  isFixed: boolean | undefined;
  /** Lets the volume follow the budget, or holds it. */
  follow(event: Event): void;
  drafts: Pick<Drafts<null, never>, 'point' | 'focus' | 'blur' | 'isEdited'>;
}

/** Somebody's own count has as many decimals as they gave it; one that was bought has those of an entry. */
const shortened = (count: number) => Number(count.toFixed(digitsOf(count, 'count', entry)));

/** One input of a scenario as a field. */
export function inputView(
  name: InputName,
  context: CalculatorContext,
  { draft, error, isFixed, follow, drafts }: FieldState,
): Markup {
  const { whole, isFull, messages, format } = context;
  const { values, usual, start, follows } = whole;
  const { unit } = inputs[name];
  const owner = ownerOf(name);
  const isVolume = name === start && follows !== null;
  const value = isVolume && follows ? shortened(quantityValue(values[name])) : values[name];
  const kind = value === null || typeof value === 'number' ? null : 'of' in value ? 'counts' : 'range';
  const guess = guessIn(name, whole);
  const whence = guess ? messages[guess] : value === null && !results.includes(name) && messages.optional;
  const counted = kind !== null && format.precise(quantityValue(value), unit, entry);
  const meant =
    counted &&
    (typeof value === 'object' && value && 'of' in value
      ? fill(messages.seen, { rate: counted, of: format.precise(value.of, 'count', entry) })
      : fill(messages.average, { value: counted }));
  const written = (write: Writing) => quantityText(value, unit, format.locale, write);
  const other = draft !== undefined && !error ? otherTyped(draft, inputs[name], format.locale) : null;
  const isRead = other !== null || (draft !== undefined && /\d\s*[a-z]/i.test(draft) && kind === null);
  const read = isRead && !error && fill(messages.readAs, { value: written(groupedNumber) });
  const doubt = name === start && doubtText(context);
  return numberField({
    name,
    label: inputLabel(name, whole, messages),
    text: draft ?? written(drafts.isEdited(name) ? plainNumber : groupedNumber),
    plain: written(plainNumber),
    drafts,
    question:
      other === null
        ? undefined
        : markup(
            'button',
            { type: 'button', class: 'meant', name, value: `${other}` },
            fill(messages.meant, { value: typedText(other, unit, format.locale, groupedNumber) }),
          ),
    // Counts are no percent, and what a customer orders is no multiple.
    unit: kind === 'counts' || unit === 'ratio' ? '' : unitSign(unit, format),
    note: error
      ? messages.errors[error]
      : [isFull && messages.owners[owner], messages.hints[name], whence, meant, read, doubt]
          .filter(Boolean)
          .join(' · '),
    isInvalid: error !== null,
    isFixed,
    owner: isFull ? owner : '',
    choice:
      isVolume &&
      markup(
        'label',
        { class: 'choice' },
        markup('input', {
          type: 'checkbox',
          oninput: follow,
          '.checked': follows,
          disabled: !quantityValue(values.media),
        }),
        messages.follows,
      ),
    // Slider and steppers would put a guess in the place of counts, a range or a past that somebody has seen.
    position:
      typeof value === 'number' && whole.mode !== 'evaluate'
        ? sliderPosition(value, inputs[name], quantityValue(usual[name]))
        : null,
  });
}
