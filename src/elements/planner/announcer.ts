export interface Announcer {
  /** To be put into the panel. Whether it is connected says whether the panel is open. */
  readonly region: HTMLElement;
  /** Says a text once somebody has paused. What stood there first is read by whoever comes by, not announced. */
  say(text: string): void;
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
      if (last !== undefined && text !== last) {
        clearTimeout(timer);
        timer = setTimeout(() => {
          region.textContent = text;
        }, pause);
      }
      last = text;
    },
  };
}
