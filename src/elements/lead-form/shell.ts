import { markup } from '../../markup/markup.ts';
import { nodeOf } from '../shared/show.ts';

/** What stands around a form, once: its places are filled in later, and keep what assistive technology knows of them. */
export interface Shell {
  whole: HTMLElement;
  /** Requests of earlier visits. */
  kept: HTMLElement;
  unconnected: HTMLElement;
  /** The form itself: the owner's comes by the slot. */
  asking: HTMLElement;
  slot: HTMLSlotElement;
  status: HTMLElement;
  /** For those who hear the page. */
  heard: HTMLElement;
  /** Puts all of it into a dialog with such a name and a button to close it; `null` takes it out again. */
  toDialog(words: { heading: string; close: string } | null): void;
}

/** @param onChild called when a child of the element comes or goes */
export function shellOf(root: ShadowRoot, onChild: () => void): Shell {
  const place = (attributes: Record<string, string>) => nodeOf('div', markup('div', attributes));
  let dialog: HTMLDialogElement | undefined;
  const shell: Shell = {
    whole: place({}),
    kept: place({ class: 'text' }),
    unconnected: place({ class: 'text unconnected' }),
    asking: place({}),
    slot: document.createElement('slot'),
    status: place({ role: 'status', part: 'status', tabindex: '-1' }),
    heard: place({ class: 'text visually-hidden', 'aria-live': 'polite' }),
    toDialog(words) {
      if (words && !dialog) {
        const close = () => dialog?.close();
        dialog = nodeOf(
          'dialog',
          markup(
            'dialog',
            { part: 'dialog', 'aria-label': words.heading },
            markup(
              'button',
              { type: 'button', class: 'close', 'aria-label': words.close, onclick: close },
              '×',
            ),
          ),
        );
        root.append(dialog);
        dialog.append(shell.whole);
      } else if (!words && dialog) {
        root.append(shell.whole);
        dialog.remove();
        dialog = undefined;
      }
    },
  };
  const { whole, kept, unconnected, asking, slot, status, heard } = shell;
  slot.onslotchange = onChild;
  asking.append(slot);
  whole.append(kept, unconnected, asking, status, heard);
  root.append(whole);
  return shell;
}
