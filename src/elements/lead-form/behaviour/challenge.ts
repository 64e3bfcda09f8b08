import { challengeNames } from './controls.ts';

/** A challenge as it was solved. */
export interface Solved {
  /** The name of its field, which says whose it is. */
  name: string;
  token: string;
}

type Challenged = HTMLElement & { solveChallenge?: (() => Promise<string>) | undefined };

const widgets = '[slot=challenge], .cf-turnstile, .h-captcha, .g-recaptcha, altcha-widget';

/**
 * How the owner's challenge is solved, asked when a request is sent: by the owner's own function, or by a service's
 * widget among the children of the element, which leaves its token in a field. `null` where there is none.
 */
export function findChallenge(element: Challenged): (() => Promise<Solved | null>) | null {
  const { solveChallenge } = element;
  if (solveChallenge) return async () => ({ name: 'own', token: await solveChallenge() });
  if (!element.querySelector(widgets)) return null;
  return async () => {
    const fields = challengeNames.flatMap((name) => [
      ...element.querySelectorAll<HTMLInputElement>(`[name="${name}"]`),
    ]);
    const solved = fields.find(({ value }) => value);
    return solved ? { name: solved.name, token: solved.value } : null;
  };
}
