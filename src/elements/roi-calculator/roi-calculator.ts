import { answerOf } from '../../calculator/answer.ts';
import { calculationOf } from '../../calculator/calculation-of.ts';
import { calculatorOptions } from '../../calculator/calculator-options.ts';
import { doubtText } from '../../calculator/doubt-text.ts';
import type { Quantity } from '../../calculator/input.ts';
import { inputs } from '../../calculator/inputs.ts';
import { quantityValue, readQuantity } from '../../calculator/quantity.ts';
import {
  askedInputs,
  type Scenario,
  type Start,
  type Values,
  withDecision,
} from '../../calculator/scenario.ts';
import { sliderValue, stepped } from '../../calculator/slider.ts';
import { otherTyped, type TypingError } from '../../calculator/typed-number.ts';
import { isGuessed, lacksResults, wholeScenario } from '../../calculator/whole-scenario.ts';
import type { Texts } from '../../calculator/worksheet.ts';
import type { InputGroup, InputName } from '../../i18n/calculator-messages.ts';
import { formatter } from '../../i18n/formatter.ts';
import type { Calculation } from '../../lead/calculation.ts';
import { bareAddress } from '../../lead/touch.ts';
import { type Content, markup } from '../../markup/markup.ts';
import type { RoiDefinition } from '../../roi/metrics/roi-definition.ts';
import { visit } from '../../visit/visit.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { createDrafts } from '../shared/drafts.ts';
import { complaintOf } from '../shared/field-view.ts';
import { show } from '../shared/show.ts';
import { UnisonoElement } from '../shared/unisono-element.ts';
import { answerStrip, answerView } from './answer-view.ts';
import { choiceView } from './choice-view.ts';
import { inputView } from './input-view.ts';
import { inputsView } from './inputs-view.ts';
import { keepInSight } from './keep-in-sight.ts';
import type { CalculatorContext, CalculatorHost, Planner } from './planner.ts';
import { resultsView } from './results-view.ts';
import { roiCalculatorStyles } from './roi-calculator-styles.ts';
import type { tabMemory } from './tab-memory.ts';

export type { CalculatorConfig } from '../../calculator/calculator-options.ts';

/** How long somebody has to pause before a result is read out and counted, in milliseconds. */
const pause = 800;

/**
 * A free ROI calculator. The answer stands at once, under a named definition, and follows every key.
 *
 * @element roi-calculator
 * @attr {string} currency - ISO 4217; EUR by default.
 * @attr {string} currencies - Others that the visitor may choose. Amounts stay as they are: none is converted.
 * @attr {"margin"|"total-cost"|"revenue"|"roas"} definition - Which ROI the team means; `margin` by default.
 * @attr {"quick"|"full"|"evaluate"} mode - Six inputs, the whole funnel, or a campaign that has run; `quick` by default.
 * @attr {boolean} no-modes - Without the switch between them.
 * @attr {"impressions"|"clicks"|"leads"|"customers"} start - What is asked first; `leads` by default.
 * @attr {string} fixed - Names of inputs that are shown and cannot be changed.
 * @attr {string} hides - Names of inputs that are not shown; their values count all the same.
 * @attr {string} locale - BCP 47; the page's language by default.
 * @prop {Record<string, number|null>} values - Values on arrival by input: money in major units, rates as fractions.
 * @prop {CalculatorConfig} config - All options at once; also as a `<script type="application/json">` child.
 * @fires roi-calculate - {Calculation} A person changed something and paused.
 * @fires roi-share - {link} A person copied the link to their scenario (with the planner).
 * @fires unisono-problem - {ConfigurationProblem} An option was not understood.
 * @slot heading - In place of the heading.
 * @slot action - Below the result: a call to action or a `<lead-form>`.
 * @csspart field - One input: label, note and control.
 * @csspart error - The note of an input that cannot be read.
 * @csspart headline - The answer in a sentence.
 * @csspart figure - One figure, which opens its formula.
 * @csspart panel - One way to dig further.
 * @cssprop --unisono-accent - Focus and the choice that is on.
 * @cssprop --unisono-marketing - What marketing owns.
 * @cssprop --unisono-sales - What sales owns.
 */
export class RoiCalculator extends UnisonoElement<typeof calculatorOptions> {
  static override options = calculatorOptions;
  static override css = baseStyles + roiCalculatorStyles;
  /** Makes what one calculator is planned with; none unless a script comes with it. */
  static planner: ((host: CalculatorHost) => Planner) | null = null;
  /** Makes what keeps the numbers of one calculator where no planner does. */
  static memory?: typeof tabMemory;

  declare currency: string | undefined;
  declare currencies: string[] | undefined;
  declare definition: RoiDefinition | undefined;
  declare start: Start | undefined;

  /** What the person has decided; everything else is as the owner, or we, set it. */
  #own: Partial<Scenario> = {};
  readonly #drafts = createDrafts<Quantity | null, TypingError>(
    (name, text) => readQuantity(text, inputs[name as InputName], this.findTag(), this.#isRun || undefined),
    this.requestUpdate,
    (name, text) => otherTyped(text, inputs[name as InputName], this.findTag()) !== null,
  );
  /** The field that somebody types into, and what was decided before, until something else is decided. */
  #typing: { input: InputName; before: Partial<Scenario> } | undefined;
  /** What stood here before it was cleared, until something is entered. */
  #cleared: Partial<Scenario> | null = null;
  #planner = RoiCalculator.planner?.(this);
  readonly #memory = this.#planner ?? RoiCalculator.memory?.();
  #context: CalculatorContext | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWatched = false;

  override connectedCallback(): void {
    super.connectedCallback();
    visit.start();
    this.recall();
    document.addEventListener('click', this.#handOver);
  }

  disconnectedCallback(): void {
    document.removeEventListener('click', this.#handOver);
  }

  /** Whoever goes to this page in another language takes their numbers along: its link says so with `hreflang`. */
  #handOver = ({ target }: Event): void => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[hreflang]');
    if (link?.origin === location.origin && Object.keys(this.#own).length)
      // Its own page is known by its query only if that page says so, which is seen from there.
      for (const address of [link.href.replace(/#.*/, ''), bareAddress(link.href)])
        this.#memory?.remember(this.#own, this.id, address);
  };

  /** Takes up the scenario of the page's link, or the one that the tab or the device has kept. */
  recall(): void {
    const scenario = this.#memory?.recall(this.id);
    if (scenario) {
      this.#begin(scenario);
      // The owner's own numbers may come a moment later.
      this.#afterPause(this.#keep);
    }
    this.requestUpdate();
  }

  /** The calculation as it stands: what travels with a lead when profiling is consented to. */
  get calculation(): Calculation {
    return this.#evaluate().calculation;
  }

  protected override invalidate(): void {
    super.invalidate();
    this.#context = null;
  }

  /** Works out all that stands here, once for each change. */
  #evaluate(): CalculatorContext {
    this.#context ??= this.#contextNow();
    return this.#context;
  }

  #contextNow(): CalculatorContext {
    const texts: Texts = (part) => this.messages(part);
    const assumed = this.#planner?.assumed(this.#own.preset) ?? {};
    const whole = wholeScenario(this.#own, (name) => this.setting(name), assumed);
    const { definition, currency } = whole;
    const answer = answerOf(whole);
    return {
      ...answer,
      scenario: this.#own,
      whole,
      definition,
      isFull: whole.mode === 'full',
      calculation: calculationOf(answer, definition, currency),
      messages: this.#planner?.speak(texts, answer) ?? texts('calculator'),
      texts,
      format: formatter(this.findTag(), currency),
      host: this,
      decide: this.#decide,
      choose: this.#choose,
    };
  }

  /** Puts a scenario in the place of all that was decided and typed so far. */
  #begin(scenario: Partial<Scenario>): void {
    this.#own = scenario;
    this.#cleared = null;
    this.#drafts.clear();
    this.#planner?.begin();
  }

  #decide = (decision: Partial<Scenario>): void => {
    const wasRun = this.#isRun;
    // Which budget bought a volume is known of the one that counts.
    if ('start' in decision && !wasRun) this.#own.boughtFor = undefined;
    // Whoever was given the scenario sees it as it is now.
    Object.assign(this.#own, withDecision(this.#own, decision, wasRun));
    this.#cleared = null;
    this.#typing = undefined;
    this.#changed();
    // What was typed belongs to the campaign that it was typed into.
    if (this.#isRun !== wasRun) this.#drafts.turn();
    // Whoever looks around, or plans with the same numbers, has not calculated anew.
    else if (decision.entries || decision.mode) return;
    this.#keep();
    this.#afterPause(this.#settle);
  };

  #afterPause(then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.isConnected && then(), pause);
  }

  #changed(): void {
    this.#memory?.remember(this.#own, this.id);
    this.requestUpdate();
  }

  /** A person's own value for one input. Whoever enters a volume starts from it, and holds it. */
  #enter(name: InputName, value: Quantity | null): void {
    const { volumeOf } = inputs[name];
    this.#decide({
      values: { ...this.#entered, [name]: value },
      ...(volumeOf && { start: volumeOf as Start, ...(!this.#isRun && { boughtFor: 0 }) }),
    });
  }

  /** A volume is let go, or held, as it stands: what comes after is what changes. */
  #follow = ({ target }: Event): void => {
    const { start, values } = this.#evaluate().whole;
    if ((target as HTMLInputElement).checked) this.#decide({ boughtFor: quantityValue(values.media) });
    else this.#enter(start, values[start]);
  };

  /** Whether a number of the person's own stands in an input. */
  #isOwn = (name: InputName): boolean => Object.hasOwn(this.#entered, name);

  /** Whether somebody looks at a campaign that has run. */
  get #isRun(): boolean {
    return this.#evaluate().whole.mode === 'evaluate';
  }

  /** The person's own values of what they look at. */
  get #entered(): Values {
    return (this.#isRun ? this.#own.ran : this.#own)?.values ?? {};
  }

  protected override show(): void {
    const root = this.shadowRoot!;
    const context = this.#evaluate();
    // The page may be in another language: its voice would read ours aloud.
    show(root, [markup('div', { lang: this.findTag(), class: 'text container' }, ...this.#view(context))]);
    for (const at of ['before', 'after'] as const) {
      const place = root.getElementById(at);
      if (place) this.#planner?.[at](place, context);
    }
    if (!this.#isWatched) keepInSight(root.querySelector('.headline')!, root.querySelector('.strip')!);
    this.#isWatched = true;
  }

  #view(context: CalculatorContext): Content {
    const { whole, isFull, messages, choose } = context;
    const groups: readonly InputGroup[] = ['costs', 'funnel', 'value', ...(this.#planner?.asks ?? [])];
    const hidden = this.setting('hides') ?? [];
    // What somebody has entered themselves stays in sight.
    const asked = askedInputs(whole, (name) => this.#isOwn(name) || this.#drafts.text(name) !== undefined);
    const names = asked.filter((name) => !hidden.includes(name));
    const field = (name: InputName) =>
      inputView(name, context, {
        draft: this.#drafts.text(name),
        error: this.#drafts.problem(name),
        isFixed: this.setting('fixed')?.includes(name),
        follow: this.#follow,
        drafts: this.#drafts,
      });
    const planned = (id: string) => this.#planner !== undefined && markup('div', { id, class: 'planned' });
    const after = planned('after');
    return [
      markup('slot', { hidden: true, onslotchange: this.readConfigurationChild }),
      markup('slot', { name: 'heading' }, markup('h2', {}, messages.heading)),
      planned('before'),
      markup(
        'div',
        { class: 'layout' },
        answerView(context, {
          isStale: names.some((name) => this.#drafts.problem(name)),
          isGuessed: asked.some((name) => isGuessed(name, whole)),
        }),
        markup(
          'div',
          {
            class: 'inputs',
            oninput: this.#input,
            onkeydown: this.#key,
            onclick: this.#click,
          },
          answerStrip(context),
          !this.setting('noModes') &&
            choiceView({
              name: 'mode',
              question: messages.modeQuestion,
              words: messages.modes,
              chosen: whole.mode,
              choose,
            }),
          whole.currencies.length > 1 &&
            choiceView({
              name: 'currency',
              question: messages.currency,
              words: Object.fromEntries(whole.currencies.map((code) => [code, code])),
              chosen: whole.currency,
              choose,
            }),
          ...inputsView(context, groups, names, field),
          markup(
            'button',
            { type: 'button', onclick: this.#reset },
            this.#cleared ? messages.undo : messages.reset,
          ),
        ),
        markup(
          'div',
          { class: 'results' },
          (!isFull || !after) && !lacksResults(whole) && resultsView(context),
          after,
          markup('slot', { name: 'action' }),
        ),
      ),
      markup('output', { class: 'visually-hidden' }),
    ];
  }

  #input = ({ target }: Event): void => {
    const { name, value, type } = target as HTMLInputElement;
    if (!Object.hasOwn(inputs, name)) return;
    const input = name as InputName;
    let read: Quantity | null | TypingError;
    const typing =
      this.#typing?.input === input && this.#drafts.text(input) !== undefined
        ? this.#typing
        : { input, before: { ...this.#own } };
    if (type === 'range') {
      this.#drafts.drop(input);
      const { usual } = this.#evaluate().whole;
      read = sliderValue(Number(value), inputs[input], quantityValue(usual[input]));
    } else read = this.#drafts.type(input, value);
    if (typeof read === 'string') {
      // What cannot be read counts for nothing, and neither does how far it could be: `4` on the way to `4-6`.
      const { values, ran, start, boughtFor } = typing.before;
      Object.assign(this.#own, { values, ran, start, boughtFor });
      this.#recount();
    } else this.#enter(input, read);
    this.#typing = typing;
  };

  #choose = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    this.#decide({ [name]: value });
  };

  /** The arrow keys step a number field, as they do a slider. */
  #key = (event: Event): void => {
    const { name, type, readOnly } = event.target as HTMLInputElement;
    const direction = { ArrowUp: 1, ArrowDown: -1 }[(event as KeyboardEvent).key];
    if (direction && type === 'text' && !readOnly && this.#step(name, direction)) event.preventDefault();
  };

  #click = ({ target }: Event): void => {
    const { name, value, type, className } = target as HTMLButtonElement;
    if (className === 'meant') {
      this.#drafts.drop(name);
      this.#enter(name as InputName, Number(value));
      // The button goes with its question.
      this.shadowRoot!.getElementById(name)!.focus();
    } else if (type === 'button') this.#step(name, Number(value));
  };

  /** @returns whether there is a number to step: counts and ranges are what somebody has seen */
  #step(name: string, direction: number): boolean {
    const input = name as InputName;
    const value = this.#evaluate().whole.values[input];
    if (typeof value !== 'number') return false;
    this.#drafts.drop(input);
    this.#enter(input, stepped(value, direction, inputs[input]));
    return true;
  }

  /** Clears what somebody looks at, the plan or the campaign that has run; a second press brings it back. */
  #reset = (): void => {
    const before = this.#own;
    if (this.#cleared) this.#begin(this.#cleared);
    else {
      const { mode, ran, ...plan } = before;
      const isRun = this.#isRun;
      this.#begin({ ...(mode && { mode }), ...(isRun ? plan : ran && { ran }) });
      if (isRun ? ran : Object.keys(plan)[0]) this.#cleared = before;
    }
    this.#recount();
  };

  /** What counted a moment ago counts no more, and does not travel. */
  #recount(): void {
    visit.keep(undefined);
    this.#changed();
    this.#keep();
    this.#afterPause(this.#announce);
  }

  /** Only numbers of a person's own that count make it their calculation; without an answer there is none any more. */
  #keep = (): void => {
    const { whole, calculation } = this.#evaluate();
    if (askedInputs(whole, this.#isOwn).some(this.#isOwn))
      visit.keep(lacksResults(whole) ? undefined : calculation);
  };

  /** Says the result to those who do not see it, and what is asked about it; or what cannot be read, since the result is not of that. */
  #announce = (): void => {
    const find = (selector: string) => this.shadowRoot!.querySelector(selector);
    const wrong = find('.inputs [aria-invalid=true]') as HTMLInputElement | null;
    const context = this.#evaluate();
    const { messages, whole } = context;
    const volume =
      whole.follows && this.#isOwn('media') && (find(`#${whole.start}`) as HTMLInputElement | null);
    const bought = volume && `${messages.inputs[whole.start as 'leads']}: ${volume.value}.`;
    find('output')!.textContent = wrong
      ? complaintOf(wrong)
      : [find('.headline')!.textContent, bought, doubtText(context)].filter(Boolean).join(' ');
  };

  /** Somebody paused: say the result once, count it once, tell the page once. */
  #settle = (): void => {
    this.#announce();
    if (lacksResults(this.#evaluate().whole)) return;
    visit.count('calculations');
    this.tell('roi-calculate', this.calculation);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'roi-calculator': RoiCalculator;
  }
  interface GlobalEventHandlersEventMap {
    'roi-calculate': CustomEvent<Calculation>;
    'roi-share': CustomEvent<{ link: string }>;
  }
}
