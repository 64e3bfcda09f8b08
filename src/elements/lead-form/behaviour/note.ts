import { type Control, holderOf } from './controls.ts';

/** What stands in a note while nothing else is said there. */
const hints = new WeakMap<HTMLElement, string>();
let count = 0;

/** The place beside a question where a hint or an error stands: the markup's own, or one that is made for it. */
function noteOf(controls: readonly Control[]): HTMLElement {
  const holder = holderOf(controls);
  const described = holder.getAttribute('aria-describedby') ?? '';
  const root = holder.getRootNode() as Document | ShadowRoot;
  for (const id of described.split(' ')) {
    const note = id && root.getElementById(id);
    if (note && 'note' in note.dataset) return note;
  }
  const note = document.createElement('span');
  note.id = `unisono-note-${++count}`;
  note.dataset.note = note.dataset.ours = '';
  note.style.display = 'block';
  holder.setAttribute('aria-describedby', `${described} ${note.id}`.trim());
  if (holder !== controls[0]) holder.append(note);
  // Inside a label it would become a part of the question.
  else (holder.closest('label') ?? holder).after(note);
  return note;
}

/** Says something beside a question; with `''` its hint stands there again. Nothing is made for what was never said. */
export function showNote(controls: readonly Control[], said: HTMLElement | string, isInvalid = false): void {
  const holder = holderOf(controls);
  if (said || 'noted' in holder.dataset) {
    const note = noteOf(controls);
    if (!hints.has(note)) hints.set(note, note.textContent!);
    note.replaceChildren(said || hints.get(note)!);
    note.dataset.note = isInvalid ? 'error' : '';
    note.setAttribute('part', isInvalid ? 'error' : 'hint');
    if (said) holder.dataset.noted = '';
    else delete holder.dataset.noted;
  }
  // Said of every question: left out, browsers call a required one invalid before it was answered. A radio button by
  // itself has no such state: its group has.
  if (holder !== controls[0] || controls[0].type !== 'radio')
    holder.setAttribute('aria-invalid', `${isInvalid}`);
}
