import { fill } from '../../../i18n/fill.ts';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { button, markup } from '../../../markup/markup.ts';
import { nodeOf } from '../../shared/show.ts';
import type { Control } from './controls.ts';
import { hide } from './hide.ts';

interface StepsHost {
  messages: FormMessages;
  onStep(step: number, steps: number): void;
}

/**
 * The steps of a form: what has `data-step` is shown one at a time, with the progress above. A step whose questions
 * are all left out is passed over. Without such a markup there is one step, the form.
 */
export class Steps {
  readonly #host: StepsHost;
  readonly #all: readonly HTMLElement[];
  /** Buttons that send: they are there once nothing is left to ask. */
  readonly #ends: readonly HTMLElement[];
  readonly #progress = nodeOf('p', markup('p', { class: 'quiet', 'data-ours': true }));
  readonly #isSound: (step: HTMLElement) => boolean;
  /** The way back and the way on, of each step. */
  readonly #ways = new Map<HTMLElement, Element>();
  #now = 0;

  /** @param isSound says of a step whether it can be left, and shows what is wrong */
  constructor(form: HTMLFormElement, host: StepsHost, isSound: (step: HTMLElement) => boolean) {
    this.#host = host;
    this.#isSound = isSound;
    this.#all = [...form.querySelectorAll<HTMLElement>('[data-step]')];
    this.#ends = [...form.querySelectorAll<HTMLButtonElement>('button, input')].filter(
      ({ type, form: of }) => type === 'submit' && of === form,
    );
    if (!this.#all.length) return;
    this.#progress.tabIndex = -1;
    this.#all[0]!.before(this.#progress);
    const { back, next } = host.messages;
    for (const step of this.#all) {
      const ways = nodeOf(
        'p',
        markup(
          'p',
          { class: 'actions', 'data-ours': true },
          button(back, () => this.#go(-1)),
          button(next, this.next, 'primary'),
        ),
      );
      step.append(ways);
      this.#ways.set(step, ways);
    }
  }

  /** The steps that ask something now, or hold the button that sends. */
  #asked(): HTMLElement[] {
    return this.#all.filter((step) => {
      const controls = [...step.querySelectorAll<Control>('input, select, textarea')];
      const isAsking = !controls.length || controls.some(({ disabled }) => !disabled);
      return isAsking || this.#ends.some((end) => step.contains(end));
    });
  }

  refresh(): void {
    const asked = this.#asked();
    this.#now = Math.max(0, Math.min(this.#now, asked.length - 1));
    const shown = asked[this.#now];
    for (const step of this.#all) hide(step, step !== shown);
    for (const end of this.#ends) hide(end, !this.isLast());
    if (!shown) return;
    const numbers = { step: this.#now + 1, steps: asked.length };
    this.#progress.textContent = fill(this.#host.messages.step, numbers);
    const [back, next] = this.#ways.get(shown)!.children as Iterable<HTMLElement> as HTMLElement[];
    hide(back!, !this.#now);
    hide(next!, this.isLast());
  }

  isLast(): boolean {
    return this.#now >= this.#asked().length - 1;
  }

  next = (): void => {
    if (this.#isSound(this.#asked()[this.#now]!)) this.#go(1);
  };

  #go(by: number): void {
    this.#now += by;
    this.refresh();
    this.#progress.focus();
    this.#host.onStep(this.#now + 1, this.#asked().length);
  }

  /** Shows the step that a control stands in. */
  show(control: Control): void {
    const at = this.#asked().findIndex((step) => step.contains(control));
    if (at < 0 || at === this.#now) return;
    this.#now = at;
    this.refresh();
  }

  first(): void {
    this.#now = 0;
  }
}
