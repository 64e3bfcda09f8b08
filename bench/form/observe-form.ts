/** What a page tells of its form. Times are milliseconds since its navigation began. */
export interface FormObserved {
  usable: number;
  handled: number;
  /** Sum of the layout shifts that nobody's input caused. */
  shift: number;
  /** What happened to what was typed as soon as the field took it: `kept`, or why not. */
  typed: 'kept' | 'replaced' | 'hidden' | 'emptied';
}

export interface FormObserver {
  /** Resolves when the form can be used, a press on its button is handled, and the page has come to rest. */
  rested: Promise<void>;
  /** What is known of the form a second after that. */
  observed: Promise<FormObserved>;
}

declare global {
  var formObserver: FormObserver;
}

/**
 * Runs in the page before anything of it is there, and leaves its findings as `formObserver`.
 *
 * One rule for every kind. A form is **usable** when all of this is true of its e-mail field, which may stand in the
 * document or in an open shadow root: it has a box and is not hidden as a frame is drawn; the next frame has begun, so
 * the one with the field has been handed over; the page has had its first paint; and the field, given the focus, has
 * it and takes a text.
 *
 * That text has to be there a second after the script has taken over: in the same field, in sight. It comes sooner
 * than a person types. So what is lost of a form that was there before its script, a person would lose. Where a script
 * renders the form and renders again a few frames later, only the fastest would.
 *
 * A press is **handled** when the script hears it: ours when the element is defined and has rendered, or has set
 * `noValidate` on the form it was put around; a peer's when the field is there, since it renders both at once. The
 * browser handles the plain form's. A press on a form that nobody can use yet is none.
 *
 * Nothing is asked while nothing changes. Asking in every frame would be a load of its own, heavier the later a form
 * comes.
 */
export function observeForm(): void {
  const typed = 'ada@example.com';
  let email: HTMLInputElement | null = null;
  let usable = 0;
  let handled = 0;
  let shift = 0;

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  const roots: ParentNode[] = [document];
  const inSight = (field: HTMLElement) => {
    const { width, height } = field.getBoundingClientRect();
    return (
      field.isConnected &&
      width > 0 &&
      height > 0 &&
      field.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    );
  };
  const find = () => {
    const found = roots.flatMap((root) => [...root.querySelectorAll<HTMLInputElement>('input[type=email]')]);
    return { isAny: found.length > 0, field: found.find(inSight) ?? null };
  };
  const takesText = (field: HTMLInputElement) => {
    field.focus({ preventScroll: true });
    const isFocused = (field.getRootNode() as Document | ShadowRoot).activeElement === field;
    // What a person's keys do: the field says `input`, and whoever renders it hears that.
    return isFocused && document.execCommand('insertText', false, typed) && field.value === typed;
  };

  let settle = () => {};
  const isUsable = new Promise<void>((resolve) => {
    settle = resolve;
  });
  let isAsked = false;
  const ask = () => {
    if (isAsked || email) return;
    isAsked = true;
    requestAnimationFrame(() => {
      const { field } = find();
      requestAnimationFrame(() => {
        isAsked = false;
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        const now = performance.now();
        if (field && paint && inSight(field) && takesText(field)) {
          email = field;
          usable = Math.max(now, paint.startTime);
          changes.disconnect();
          settle();
        } else if (find().isAny) ask();
      });
    });
  };
  const changes = new MutationObserver(ask);
  const watch = (root: Node) => changes.observe(root, { childList: true, subtree: true });
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    if (!email) watch(root);
    return root;
  };

  /** When our script has taken over the form, on a page that has one of ours. */
  const takenOver = async () => {
    const element = document.querySelector<HTMLElement & { updateComplete?: Promise<void> }>('lead-form');
    if (!element) return usable;
    await customElements.whenDefined('lead-form');
    const form = element.querySelector('form');
    if (!form?.noValidate) await element.updateComplete;
    return performance.now();
  };
  const loaded = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }));
  const rested = loaded.then(async () => {
    const taken = takenOver();
    await isUsable;
    handled = Math.max(usable, await taken);
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
  const state = (): FormObserved['typed'] => {
    if (!email?.isConnected) return 'replaced';
    if (!inSight(email)) return 'hidden';
    return email.value === typed ? 'kept' : 'emptied';
  };
  const observed = rested.then(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000 - (performance.now() - handled)));
    return { usable, handled, shift, typed: state() };
  });
  globalThis.formObserver = { rested, observed };
}
