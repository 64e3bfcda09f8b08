import { complaintOf } from '../shared/field-view.ts';

export interface Announcer {
  /** To be put into the panel. Whether it is connected says whether the panel is open. */
  readonly region: HTMLElement;
  /**
   * Says a text once somebody at work in the panel has paused, or what is wrong with one of its fields. What stood there
   * first, and what followed from a change elsewhere, is read by those who come by: two voices at once are none.
   */
  say(text: string): void;
  /** Says what is wrong with a field of the panel, once somebody has paused. */
  complain(): void;
}

/** One polite live region. @param pause milliseconds */
export function announcer(pause = 800): Announcer {
  const region = document.createElement('p');
  region.role = 'status';
  region.className = 'visually-hidden';
  let last: string | undefined;
  let timer: ReturnType<typeof setTimeout>;
  return {
    region,
    say(text) {
      const panel = region.closest('.panel');
      const isAtWork = panel?.contains((region.getRootNode() as ShadowRoot).activeElement);
      if (last !== undefined && text !== last && isAtWork) {
        clearTimeout(timer);
        timer = setTimeout(() => {
          region.textContent = text;
        }, pause);
      }
      last = text;
    },
    complain() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const wrong = region.closest('.panel')?.querySelector<HTMLInputElement>('[aria-invalid=true]');
        if (wrong) region.textContent = complaintOf(wrong);
      }, pause);
    },
  };
}
