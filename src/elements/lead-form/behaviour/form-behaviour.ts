import { emailHint } from '../../../form/email-hint.ts';
import { nextQuestions } from '../../../form/next-questions.ts';
import type { Said } from '../../../form/said.ts';
import { fill } from '../../../i18n/fill.ts';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { holds, termsOf } from '../../../lead/condition.ts';
import { controlError } from './control-error.ts';
import {
  type Control,
  elementsOf,
  holderOf,
  isBox,
  isOff,
  labelOf,
  questionOf,
  questionsIn,
  setValues,
  valuesOf,
  writtenIn,
} from './controls.ts';
import { hide } from './hide.ts';
import { showNote } from './note.ts';
import { Steps } from './steps.ts';
import { setTrap } from './trap.ts';

/** Whoever puts the behaviour on a form. */
export interface FormHost {
  messages: FormMessages;
  /** BCP 47. */
  tag: string;
  /** What was wrong with the field just left, for those who do not see it. */
  hear(text: string): void;
  /** The person has changed something. */
  onInput(): void;
  onReset(): void;
  onStep(step: number, steps: number): void;
  onSubmit(event: Event): void;
  /** The owner's slip. */
  report(option: string, expected: string): void;
}

/** What was written, by the name of its question. */
export type Draft = Record<string, readonly string[]>;

/** A box and its words. */
export interface Box {
  /** `consent.marketing` */
  name: string;
  isTicked: boolean;
  words: string;
}

/** Names of boxes: a consent, or a no to what is done without one. They are no questions. */
const isConsent = (name: string) => /^(consent|objection)\.[a-z][\w.-]{0,49}$/i.test(name);

/** Never asked again, never left out: who somebody is. */
const isIdentity = (name: string) => /^(name|firstName|lastName|email|phone)$/.test(name);

/**
 * What our script adds to a form, whoever wrote its markup: validation in the page's language, conditions, steps,
 * and what was said in it. The markup's attributes are the contract: `data-step`, `data-show-if`, names.
 */
export class FormBehaviour {
  readonly form: HTMLFormElement;
  readonly #host: FormHost;
  readonly #steps: Steps;
  readonly #trap: HTMLInputElement;
  readonly #gone = new AbortController();
  readonly #conditional: readonly HTMLElement[];
  /** Names of what is not asked this time, whatever the conditions say. */
  readonly #out = new Set<string>();
  #hidden: ReadonlySet<HTMLElement>;
  /** Whether the latest press has become a `submit`. */
  #isHeard = false;

  constructor(form: HTMLFormElement, host: FormHost) {
    this.form = form;
    this.#host = host;
    form.setAttribute('novalidate', '');
    // A form may have been here before, or be a copy of one that was.
    for (const ours of form.querySelectorAll('[data-ours]')) ours.remove();
    this.#conditional = [...form.querySelectorAll<HTMLElement>('[data-show-if]')];
    this.#hidden = new Set(this.#conditional);
    for (const controls of this.questions().values()) showNote(controls, '');
    this.#steps = new Steps(form, host, (step) => {
      const wrong = this.validate(step);
      wrong?.focus();
      return !wrong;
    });
    this.#trap = setTrap(form);
    const on = (type: string, listener: (event: Event) => void) =>
      form.addEventListener(type, listener, { signal: this.#gone.signal });
    on('input', this.#mend);
    on('focusout', this.#leave);
    on('submit', (event) => {
      this.#isHeard = true;
      // The page may have its own reasons.
      if (!event.defaultPrevented) this.#submit(event);
    });
    on('click', (event) => {
      const button = (event.target as Element).closest?.<HTMLButtonElement>('button, input');
      if (button?.type !== 'submit' || event.defaultPrevented) return;
      this.#isHeard = false;
      // A sandboxed frame that forbids forms has no other event for the press.
      setTimeout(() => this.#isHeard || this.#submit(event));
    });
    // The event comes before the reset.
    on('reset', () => setTimeout(this.#emptied));
    this.refresh();
  }

  /** Takes the behaviour off again. */
  detach(): void {
    this.#gone.abort();
  }

  #controls = (): Control[] => [...questionsIn(this.form).values()].flat();

  /** All that is asked, by name: without the trap. */
  questions(): Map<string, Control[]> {
    const questions = questionsIn(this.form);
    if (this.#trap) questions.delete(this.#trap.name);
    return questions;
  }

  get trapped(): string {
    return this.#trap.value;
  }

  /** What the person said in answer to the questions that were asked. */
  said(): Said[] {
    return [...this.questions()]
      .filter(([name]) => !isConsent(name))
      .map(([name, controls]) => ({
        name,
        label: questionOf(controls),
        values: valuesOf(controls),
        isList:
          controls[1]?.type === 'checkbox' ||
          controls[0]!.type === 'select-multiple' ||
          valuesOf(controls).length > 1,
      }));
  }

  /** A consent is given by ticking a box, and by nothing else that has its name. */
  boxes(): Box[] {
    return this.#controls()
      .filter((control) => isConsent(control.name) && control.type === 'checkbox' && !isOff(control))
      .map((control) => ({
        name: control.name,
        isTicked: (control as HTMLInputElement).checked,
        words: labelOf(control),
      }));
  }

  /** What was written; without consents, which are given anew each time, and what the page itself put in. */
  draft(hasConsents = false): Draft {
    return Object.fromEntries(
      [...this.questions()]
        .filter(([name, [control]]) => control!.type !== 'hidden' && (hasConsents || !isConsent(name)))
        .map(([name, controls]) => [name, writtenIn(controls)]),
    );
  }

  /** Puts back what was written. Consents only where they are the person's own of a moment ago. */
  fill(draft: Draft, hasConsents = false): void {
    for (const [name, controls] of this.questions()) {
      const values = Object.hasOwn(draft, name) && draft[name];
      if (Array.isArray(values) && (hasConsents || !isConsent(name))) setValues(controls, values);
    }
    this.refresh();
  }

  /** Asks at most so many of the owner's questions, before those that were answered on an earlier visit. */
  askNext(most: number, answered: readonly string[]): void {
    const questions = [...this.questions()].filter(
      ([name, [control]]) => !isConsent(name) && !isIdentity(name) && control!.type !== 'hidden',
    );
    const names = questions.map(([name]) => name);
    const next = nextQuestions(names, answered, most);
    for (const name of names) if (!next.includes(name)) this.#out.add(name);
    this.refresh();
  }

  /** Leaves a question or a box out, or asks it again. */
  leaveOut(name: string, isOut: boolean): void {
    if (isOut === this.#out.has(name)) return;
    if (isOut) this.#out.add(name);
    else this.#out.delete(name);
    this.refresh();
  }

  #surroundings(element: HTMLElement): HTMLElement[] {
    const whole = element.closest<HTMLElement>('[part=field]');
    const labels = [...((element as Control).labels ?? [])];
    return whole ? [whole] : [element, ...labels];
  }

  /** Shows what is to be asked now: conditions first, then steps. What is not asked counts for nothing. */
  refresh = (): void => {
    const questions = this.questions();
    const facts = (name: string) => valuesOf(questions.get(name) ?? []);
    let hidden = new Set<HTMLElement>();
    // A condition may hang on a question that has one itself.
    for (let round = 0; round <= this.#conditional.length; round++) {
      hidden = new Set(
        this.#conditional.filter(({ dataset: { showIf = '' } }) => {
          const terms = termsOf(showIf);
          if (!terms) this.#host.report('data-show-if', 'a condition such as budget=5k-20k');
          return terms && !holds(terms, facts);
        }),
      );
      for (const [name, controls] of questions) {
        if (this.#out.has(name)) hidden.add(holderOf(controls));
        for (const control of controls) {
          const isOut = [...hidden].some((element) => element.contains(control));
          // What the page has disabled stays so.
          if (isOut ? !control.disabled : 'off' in control.dataset) {
            control.disabled = isOut;
            if (isOut) control.dataset.off = '';
            else delete control.dataset.off;
          }
        }
      }
    }
    for (const element of new Set([...this.#hidden, ...hidden]))
      for (const each of this.#surroundings(element)) hide(each, hidden.has(element));
    this.#hidden = hidden;
    for (const output of this.form.querySelectorAll('output')) {
      const of =
        elementsOf(this.form).namedItem(output.htmlFor.value) ??
        this.form.querySelector(`#${output.htmlFor}`);
      if (of) output.value = (of as Control).value;
    }
    this.#steps.refresh();
  };

  /**
   * Names what is wrong beside each question.
   * @param within a step; the whole form by default
   * @returns the first control that needs another look
   */
  validate(within: Element = this.form, only?: string): Control | undefined {
    let first: Control | undefined;
    for (const [name, controls] of this.questions()) {
      // A control may stand outside of its form.
      if ((within !== this.form && !within.contains(controls[0]!)) || (only !== undefined && name !== only))
        continue;
      const error = controlError(controls, this.#host.messages.errors, this.#host.tag);
      showNote(controls, error, error !== '');
      if (error) first ??= controls.find(({ validity }) => validity?.valid === false) ?? controls[0];
    }
    return first;
  }

  /** Takes the person to a control, whichever step it is in. */
  goTo(control: Control): void {
    this.#steps.show(control);
    control.focus();
  }

  /** To the first question, of an empty form. */
  restart(): void {
    HTMLFormElement.prototype.reset.call(this.form);
    this.#emptied();
  }

  #emptied = (): void => {
    for (const controls of this.questions().values()) showNote(controls, '');
    this.#steps.first();
    this.refresh();
    this.#host.onReset();
  };

  focus(): void {
    this.#controls()
      .find((control) => control.checkVisibility?.() ?? control.offsetParent)
      ?.focus();
  }

  #mend = ({ target }: Event): void => {
    const { name } = target as Control;
    const controls = this.questions().get(name);
    if (!controls) return;
    if (holderOf(controls).getAttribute('aria-invalid') === 'true') this.validate(this.form, name);
    this.refresh();
    this.#host.onInput();
  };

  /** On leaving a field: tells of a fault in what was written, not of what is still to come. */
  #leave = ({ target }: Event): void => {
    const { name } = target as Control;
    const controls = this.questions().get(name);
    if (!controls || isBox(controls[0]!)) return;
    const { value, validity } = controls[0]!;
    if (!value && !validity?.badInput) return;
    // A note would move the button away from under the pointer that presses it; and the press tells of it anyway.
    if (document.querySelector('button:active, [type=submit]:active')) return;
    const wrong = this.validate(this.form, name);
    const error = wrong ? controlError(controls, this.#host.messages.errors, this.#host.tag) : '';
    this.#host.hear(error && `${questionOf(controls)}: ${error}`);
    if (!wrong && controls[0]!.type === 'email') this.#offer(controls);
  };

  /** A hint for a mistyped or impossible domain; never more than that. */
  #offer(controls: readonly Control[]): void {
    const [control] = controls;
    const hint = emailHint(control!.value.trim());
    if (!hint) {
      showNote(controls, '');
      return;
    }
    const { mistyped, doubtful } = this.#host.messages;
    const words = fill(hint.meant ? mistyped : doubtful, { address: hint.meant ?? control!.value });
    const offer = document.createElement(hint.meant ? 'button' : 'span');
    offer.textContent = words;
    offer.setAttribute('type', 'button');
    offer.onclick = () => {
      control!.value = hint.meant!;
      showNote(controls, '');
      control!.focus();
      this.#host.onInput();
    };
    showNote(controls, offer);
    this.#host.hear(words);
  }

  /** Enter in a step that is not the last goes on to the next one. */
  #submit = (event: Event): void => {
    if (this.#steps.isLast()) this.#host.onSubmit(event);
    else {
      event.preventDefault();
      this.#steps.next();
    }
  };
}
