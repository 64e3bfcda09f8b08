import { type Content, type Markup, markup } from '../../markup/markup.ts';

/** What every field shows around its control. */
export interface Field {
  name: string;
  label: string;
  /** Beside the label: a hint, or what is wrong. An error takes the hint's place, so that nothing moves. */
  note: string;
  /** Behind the note: what may be asked about the field. */
  question?: Markup | undefined;
  isInvalid: boolean;
}

/** A label, a note beside it and a native control with the field's name as its id and `name-note` as its description. */
export const fieldView = (
  { name, label, note, isInvalid, question }: Field,
  kind: string,
  ...control: Content
): Markup =>
  markup(
    'div',
    { '.key': name, class: `field ${kind}`, part: 'field' },
    markup('label', { for: name }, label),
    markup(
      'span',
      { class: 'note', id: `${name}-note`, part: isInvalid ? 'error' : 'hint' },
      note,
      question ?? '',
    ),
    ...control,
  );

/** A field's name with what is wrong with it, as it is read out. */
export function complaintOf(control: HTMLInputElement): string {
  const { name, labels } = control;
  const note = (control.getRootNode() as ShadowRoot).getElementById(`${name}-note`);
  return `${labels![0]!.textContent}: ${note!.textContent}`;
}
