import { type Markup, markup } from '../../markup/markup.ts';
import { complaintOf } from '../shared/field-view.ts';

export interface Announcer {
  /** To be put into the panel: what is said stands in it. */
  readonly region: Markup;
  /**
   * Says a text once somebody at work in the panel has paused, or what is wrong with one of its fields. What stood there
   * first, and what followed from a change elsewhere, is read by those who come by: two voices at once are none.
   */
  say(text: string): void;
  /** Says what is wrong with a field of the panel, once somebody has paused. */
  complain(): void;
}

/**
 * One polite live region.
 * @param place of the panel
 * @param pause milliseconds
 */
export function announcer(place: HTMLElement, pause = 800): Announcer {
  const put = (text: string) => {
    // The panel may have been closed meanwhile.
    const region = place.querySelector('.said');
    if (region) region.textContent = text;
  };
  let last: string | undefined;
  let timer: ReturnType<typeof setTimeout>;
  return {
    region: markup('p', { class: 'said visually-hidden', role: 'status' }),
    say(text) {
      const panel = place.closest('.panel');
      const isAtWork = panel?.contains((place.getRootNode() as ShadowRoot).activeElement);
      if (last !== undefined && text !== last && isAtWork) {
        clearTimeout(timer);
        timer = setTimeout(put, pause, text);
      }
      last = text;
    },
    complain() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const wrong = place.querySelector<HTMLInputElement>('[aria-invalid=true]');
        if (wrong && place.isConnected) put(complaintOf(wrong));
      }, pause);
    },
  };
}
