import { type Markup, markup } from '../../markup/markup.ts';
import type { Drafts } from './drafts.ts';
import { type Field, fieldView } from './field-view.ts';

/** What one number field shows. */
export interface NumberField extends Field {
  /** As it stands in the field, and the same to be edited. */
  text: string;
  plain: string;
  /** A currency symbol, `%` or a word; empty for a plain number. */
  unit: string;
  isFixed?: boolean | undefined;
  /** Marks whose lever it is. */
  owner: string;
  /** From 0 to 100; null for no slider and no steppers. */
  position: number | null;
  /** A choice about the number. */
  choice?: Markup | false;
  drafts: Pick<Drafts<null, never>, 'point' | 'focus' | 'blur'>;
}

/** A press on a stepper leaves the focus where it is: it has no name that could be read out. */
const keepFocus = (event: Event) => event.preventDefault();

/**
 * A text input that brings up a number keyboard; steppers and a slider are other ways to the same value, for pointers,
 * since the arrow keys do the same in the text input. The slider has a name all the same, since a
 * click gives it the focus; one of its own, so that the label leads to one field.
 */
export function numberField(field: NumberField): Markup {
  const {
    name,
    label,
    text,
    plain,
    unit,
    isInvalid,
    isFixed,
    owner,
    position,
    choice = false,
    drafts,
  } = field;
  const isMoved = position !== null && !isFixed;
  const stepper = (value: string, sign: string) =>
    isMoved &&
    markup(
      'button',
      { type: 'button', tabindex: '-1', 'aria-hidden': 'true', name, value, onmousedown: keepFocus },
      sign,
    );
  return fieldView(
    field,
    owner,
    markup(
      'span',
      { class: 'control' },
      stepper('-1', '−'),
      markup('input', {
        id: name,
        name,
        inputmode: 'decimal',
        autocomplete: 'off',
        '.value': text,
        'data-plain': plain,
        onpointerdown: drafts.point,
        onfocus: drafts.focus,
        onblur: drafts.blur,
        readonly: isFixed,
        // Always said: left out, browsers call a required choice invalid before it is made.
        'aria-invalid': `${isInvalid}`,
        'aria-describedby': `${name}-unit ${name}-note`,
      }),
      markup('span', { class: 'unit', id: `${name}-unit` }, unit),
      stepper('1', '+'),
    ),
    isMoved &&
      markup('input', {
        type: 'range',
        name,
        tabindex: '-1',
        'aria-label': `${label} …`,
        'aria-valuetext': `${text} ${unit}`.trim(),
        '.value': `${position}`,
      }),
    choice,
  );
}
