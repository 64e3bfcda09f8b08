import { html, type TemplateResult } from 'lit/html.js';
import type { CalculatorMessages, FigureName, InputName } from '../../i18n/calculator-messages.ts';
import { fill } from '../../i18n/fill.ts';
import { formatMoney, formatNumber, formatPercent } from '../../i18n/format.ts';
import type { Calculation } from '../../lead/calculation.ts';
import type { Metric } from '../../roi/metric.ts';
import { visit } from '../../visit/visit.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { UnisonoElement } from '../shared/unisono-element.ts';
import { figuresOf } from './figures.ts';
import { inputView } from './input-view.ts';
import { inputs } from './inputs.ts';
import { type InputError, readInput } from './read-input.ts';
import { type CalculatorConfig, calculatorOptions } from './roi-calculator-options.ts';
import { roiCalculatorStyles } from './roi-calculator-styles.ts';
import { campaignOf, inputsFrom, type Scenario, type Start } from './scenario.ts';

export type { CalculatorConfig } from './roi-calculator-options.ts';

/** How long somebody has to pause before a result is read out and counted, in milliseconds. */
const pause = 800;

/**
 * A free ROI calculator. The answer stands at once, under a named definition, and follows every key.
 *
 * @element roi-calculator
 * @attr {string} currency - ISO 4217; EUR by default.
 * @attr {"margin"|"total-cost"|"revenue"|"roas"} definition - Which ROI the team means; `margin` by default.
 * @attr {"leads"|"clicks"} start - What is asked first; `leads` by default.
 * @attr {string} locale - BCP 47; the page's language by default.
 * @prop {CalculatorConfig} config - All options at once; also as a `<script type="application/json">` child.
 * @fires roi-calculate - {Calculation} A person changed something and paused.
 * @fires unisono-problem - {ConfigurationProblem} An option was not understood.
 * @slot heading - In place of the heading.
 * @csspart field - One input: label, note and control.
 * @csspart error - The note of an input that cannot be read.
 * @csspart headline - The answer.
 * @csspart figure - One figure.
 * @cssprop --unisono-accent - Focus and the choice that is on.
 */
export class RoiCalculator extends UnisonoElement<typeof calculatorOptions> {
  static override options = calculatorOptions;
  static override css = baseStyles + roiCalculatorStyles;

  declare currency: string | undefined;
  declare definition: CalculatorConfig['definition'];
  declare start: Start | undefined;
  /** What the person has typed, by input; untouched inputs are not in it. */
  #typed: Partial<Record<InputName, string>> = {};
  #chosenStart: Start | null = null;

  /** The latest readable value of each touched input. */
  #values: Partial<Record<InputName, number>> = {};
  #announced = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    visit.start();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  /** The calculation as it stands: what travels with a lead when profiling is consented to. */
  get calculation(): Calculation {
    const campaign = campaignOf(this.#scenario);
    const definition = this.#definition;
    const results = Object.entries(figuresOf(campaign, definition)).map(([name, { value }]) => [name, value]);
    return {
      model: 1,
      currency: this.#currency,
      definition,
      inputs: { ...campaign },
      results: Object.fromEntries(results),
    };
  }

  get #currency(): string {
    return this.setting('currency') ?? 'EUR';
  }

  get #definition() {
    return this.setting('definition') ?? 'margin';
  }

  get #scenario(): Scenario {
    const examples = Object.entries(inputs).map(([name, { example }]) => [name, example]);
    return {
      start: this.#chosenStart ?? this.setting('start') ?? 'leads',
      values: { ...Object.fromEntries(examples), ...this.#ownValues, ...this.#values },
    };
  }

  /** The owner's values on arrival. What is no number, or no input, is named in the console and left out. */
  get #ownValues(): Partial<Record<InputName, number>> {
    const given = Object.entries(this.setting('values') ?? {});
    const good = given.filter(([name, value]) => {
      const isGood = Object.hasOwn(inputs, name) && typeof value === 'number' && value >= 0 && value <= 1e12;
      if (!isGood) this.report(`values.${name}`, `a number for one of ${Object.keys(inputs).join(', ')}`);
      return isGood;
    });
    return Object.fromEntries(good);
  }

  protected override render(): TemplateResult {
    const messages = this.messages('calculator');
    const scenario = this.#scenario;
    const names = inputsFrom(scenario.start);
    const figures = figuresOf(campaignOf(scenario), this.#definition);
    const isExample = !Object.keys(this.#values).length;
    const hasError = names.some((name) => this.#error(name));
    return html`
      <slot hidden @slotchange=${this.readConfigurationChild}></slot>
      <slot name="heading"><h2>${messages.heading}</h2></slot>
      <div class="layout">
        <div class="answer" part="headline">
          <p class="quiet">${hasError ? messages.lastResult : isExample ? messages.exampleResult : messages.definitions[this.#definition]}</p>
          <p class="headline">${this.#sentence(figures.roi, messages)}</p>
        </div>
        <form class="inputs" @submit=${(event: Event) => event.preventDefault()} @input=${this.#input} @change=${this.#change}>
          <fieldset>
            <legend>${messages.startQuestion}</legend>
            ${(['leads', 'clicks'] as const).map(
              (start) => html`<label class="choice"
                ><input type="radio" name="start" value=${start} .checked=${start === scenario.start} />${messages.start[start]}</label
              >`,
            )}
          </fieldset>
          ${names.map((name) => this.#inputView(name, scenario, messages))}
        </form>
        <dl class="figures">
          ${Object.entries(figures).map(
            ([name, metric]) => html`<div part="figure">
              <dt>${name === 'roi' ? messages.definitions[this.#definition] : messages.figures[name as FigureName]}</dt>
              <dd>${this.#value(metric, messages)}</dd>
            </div>`,
          )}
        </dl>
      </div>
      <p role="status" class="visually-hidden">${this.#announced}</p>
    `;
  }

  #inputView(name: InputName, { values }: Scenario, messages: CalculatorMessages): TemplateResult {
    const { unit } = inputs[name];
    const error = this.#error(name);
    const isTouched = name in this.#typed;
    const note = error
      ? messages.errors[error]
      : isTouched || Object.hasOwn(this.#ownValues, name)
        ? ''
        : messages.example;
    const symbol = { money: this.#symbol, percent: '%', count: '' }[unit];
    const text = this.#typed[name] ?? this.#text(values[name], name);
    return inputView({
      name,
      label: messages.inputs[name],
      text,
      unit: symbol,
      note,
      isInvalid: error !== null,
    });
  }

  get #symbol(): string {
    const format = new Intl.NumberFormat(this.tag, {
      style: 'currency',
      currency: this.#currency,
      currencyDisplay: 'narrowSymbol',
    });
    return format.formatToParts(0).find(({ type }) => type === 'currency')!.value;
  }

  #error(name: InputName): InputError | null {
    const text = this.#typed[name];
    const read = text === undefined ? 0 : readInput(text, inputs[name].unit, this.tag);
    return typeof read === 'string' ? read : null;
  }

  /** A value as a person would type it. */
  #text(value: number, name: InputName): string {
    return formatNumber(inputs[name].unit === 'percent' ? value * 100 : value, this.tag, 4);
  }

  #value({ value, unit, reason }: Metric, messages: CalculatorMessages): unknown {
    if (value === null)
      return html`<span class="reason">${messages.reasons[reason!] ?? messages.noAnswer}</span>`;
    return {
      currency: () => formatMoney(value, this.tag, this.#currency),
      fraction: () => formatPercent(value, this.tag),
      ratio: () => `${formatNumber(value, this.tag, 1)}×`,
      count: () => formatNumber(Math.ceil(value), this.tag),
      months: () => formatNumber(value, this.tag, 1),
    }[unit]();
  }

  /** What comes back for one unit of the currency, in words. */
  #sentence({ value, unit, reason }: Metric, messages: CalculatorMessages): string {
    if (value === null) return messages.reasons[reason!] ?? messages.noAnswer;
    const money = (amount: number) => formatMoney(amount, this.tag, this.#currency);
    return fill(messages.sentences[this.#definition], {
      one: money(1),
      back: money(unit === 'ratio' ? value : 1 + value),
    });
  }

  #input = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'start') this.#chosenStart = value as Start;
    else {
      const input = name as InputName;
      this.#typed[input] = value;
      const read = readInput(value, inputs[input].unit, this.tag);
      if (typeof read === 'number') this.#values[input] = read;
    }
    this.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#settle, pause);
  };

  /** On leaving a field: writes a good number the way the locale does. */
  #change = ({ target }: Event): void => {
    const name = (target as HTMLInputElement).name as InputName;
    if (!(name in this.#typed) || this.#error(name)) return;
    this.#typed[name] = this.#text(this.#values[name]!, name);
    this.requestUpdate();
  };

  /** Somebody paused: say the result once, count it once, tell the page once. */
  #settle = (): void => {
    const { calculation } = this;
    visit.calculated(calculation);
    const figures = figuresOf(campaignOf(this.#scenario), this.#definition);
    this.#announced = this.#sentence(figures.roi, this.messages('calculator'));
    this.requestUpdate();
    this.tell('roi-calculate', calculation);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'roi-calculator': RoiCalculator;
  }
  interface HTMLElementEventMap {
    'roi-calculate': CustomEvent<Calculation>;
  }
}
