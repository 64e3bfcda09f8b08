/** What a person does with a form, without a word of what they wrote. `lead-abandon`: the page was left in the middle. */
export type Moment = 'view' | 'start' | 'step' | 'abandon';

/** What the form says of itself. */
export interface Moments {
  start(): void;
  /** The request is out of the person's hands. */
  end(): void;
}

/**
 * Tells each moment of a form once, in its order.
 * @param signal ends it
 */
export function moments(element: Element, tell: (moment: Moment) => void, signal: AbortSignal): Moments {
  const told = new Set<Moment>();
  let isUnderWay = false;
  const tellOnce = (moment: Moment) => {
    if (told.has(moment)) return;
    told.add(moment);
    tell(moment);
  };
  const observer = new IntersectionObserver(([entry]) => entry!.isIntersecting && tellOnce('view'));
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
  addEventListener('pagehide', () => isUnderWay && tellOnce('abandon'), { signal });
  return {
    start() {
      tellOnce('view');
      tellOnce('start');
      isUnderWay = true;
    },
    end() {
      isUnderWay = false;
    },
  };
}
