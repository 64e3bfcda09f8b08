import { html, nothing, type TemplateResult } from 'lit/html.js';
import type {
  CalculatorMessages,
  FigureName,
  InputGroup,
  InputName,
  LabelName,
  PresetName,
} from '../../i18n/calculator-messages.ts';
import { fill } from '../../i18n/fill.ts';
import { type Formatter, formatter } from '../../i18n/formatter.ts';
import type { Calculation } from '../../lead/calculation.ts';
import type { Campaign } from '../../roi/campaign.ts';
import { expectedCampaign } from '../../roi/expected-campaign.ts';
import type { RoiDefinition } from '../../roi/metric.ts';
import { visit } from '../../visit/visit.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { UnisonoElement } from '../shared/unisono-element.ts';
import { figureText, figureView } from './figure-view.ts';
import { figuresOf, lenses } from './figures.ts';
import type { Quantity } from './input.ts';
import { inputs } from './inputs.ts';
import { numberField } from './number-field.ts';
import type { Memory, Panel, PanelContext, Texts } from './panel.ts';
import { funnelPanel } from './panels/funnel-panel.ts';
import type { Preset } from './presets.ts';
import { type InputError, quantityText, quantityValue, readQuantity } from './quantity.ts';
import { calculatorOptions } from './roi-calculator-options.ts';
import { roiCalculatorStyles } from './roi-calculator-styles.ts';
import { askedInputs, campaignOf, type Scenario, type Start, stageBefore, type Values } from './scenario.ts';
import { sliderPosition, sliderValue, stepped } from './slider.ts';
import { stageInText } from './stage-name.ts';

export type { CalculatorConfig } from './roi-calculator-options.ts';

/** How long somebody has to pause before a result is read out and counted, in milliseconds. */
const pause = 800;

const starts: readonly Start[] = ['leads', 'clicks', 'impressions'];
const always: readonly InputGroup[] = ['costs', 'funnel', 'value'];

/** A scenario with every input filled in. */
interface Whole extends Scenario {
  /** What the owner or the person has set. */
  given: Values;
  /** What the preset assumes. */
  assumed: Values;
  /** What stands in each input until the person changes it. */
  usual: Record<InputName, Quantity | null>;
  values: Record<InputName, Quantity | null>;
}

/**
 * A free ROI calculator. The answer stands at once, under a named definition, and follows every key.
 *
 * @element roi-calculator
 * @attr {string} currency - ISO 4217; EUR by default.
 * @attr {"margin"|"total-cost"|"revenue"|"roas"} definition - Which ROI the team means; `margin` by default.
 * @attr {"quick"|"full"} mode - Six inputs, or the whole funnel; `quick` by default.
 * @attr {boolean} no-modes - Without the switch between the two.
 * @attr {"impressions"|"clicks"|"leads"} start - What is asked first; `leads` by default.
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
 * @csspart headline - The answer.
 * @csspart figure - One figure, which opens its formula.
 * @csspart panel - One way to dig further.
 * @cssprop --unisono-accent - Focus and the choice that is on.
 * @cssprop --unisono-marketing - What marketing owns.
 * @cssprop --unisono-sales - What sales owns.
 */
export class RoiCalculator extends UnisonoElement<typeof calculatorOptions> {
  static override options = calculatorOptions;
  static override css = baseStyles + roiCalculatorStyles;
  /** Ways to dig further, in order, shown with the full funnel. A script carries those it was built with. */
  static panels: readonly Panel[] = [funnelPanel];
  /** Starting points for the full funnel; none unless a script comes with some. */
  static presets: Partial<Record<PresetName, Preset>> = {};
  /** What brings a scenario back; none unless a script comes with one. */
  static memory: Memory | null = null;

  declare currency: string | undefined;
  declare definition: RoiDefinition | undefined;
  declare start: Start | undefined;

  /** What the person has decided; everything else is as the owner, or we, set it. */
  #own: Partial<Scenario> = {};
  /** Texts that are being typed, or that cannot be read, by input. */
  #drafts: Partial<Record<InputName, string>> = {};
  #open = new Set<string>();
  readonly #panels = new Map(RoiCalculator.panels.map((panel) => [panel, panel.create(this.requestUpdate)]));
  #announced = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    visit.start();
    this.recall();
  }

  /** Takes up the scenario of the page's link, or the one that the tab or the device has kept. */
  recall(): void {
    this.#own = RoiCalculator.memory?.recall(this.id) ?? this.#own;
    this.#drafts = {};
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  /** The calculation as it stands: what travels with a lead when profiling is consented to. */
  get calculation(): Calculation {
    const { definition } = this.#scenario;
    const campaign = this.#campaign;
    const { roi, figures } = figuresOf(expectedCampaign(campaign));
    const results = Object.entries({ roi: roi[definition], roas: roi.roas, ...figures });
    return {
      model: 1,
      currency: this.#currency,
      definition,
      inputs: { ...campaign },
      results: Object.fromEntries(results.map(([name, { value }]) => [name, value])),
    };
  }

  get #currency(): string {
    return this.setting('currency') ?? 'EUR';
  }

  /** The scenario with everything filled in. */
  get #scenario(): Whole {
    const { preset = null, values: own } = this.#own;
    const assumed = (preset && RoiCalculator.presets[preset]?.values) || {};
    const owned = [...(this.setting('fixed') ?? []), ...(this.setting('hides') ?? [])];
    /** Without what the owner has fixed or hidden: no link and no preset changes that. */
    const free = (values: Values = {}) =>
      Object.fromEntries(Object.entries(values).filter(([name]) => !owned.includes(name)));
    const given = { ...this.setting('values'), ...free(own) };
    const arrival = Object.entries(inputs).map(([name, { arrival }]) => [name, arrival]);
    const usual = { ...Object.fromEntries(arrival), ...free(assumed), ...this.setting('values') };
    return {
      definition: this.setting('definition') ?? 'margin',
      start: this.setting('start') ?? 'leads',
      ...this.#own,
      mode: (!this.setting('noModes') && this.#own.mode) || this.setting('mode') || 'quick',
      preset,
      given,
      assumed,
      usual,
      values: { ...usual, ...given },
    };
  }

  get #campaign(): Campaign {
    const { start, values } = this.#scenario;
    return campaignOf(start, values);
  }

  #decide(decision: Partial<Scenario>): void {
    Object.assign(this.#own, decision);
    visit.keep(this.calculation);
    RoiCalculator.memory?.remember(this.#own, this.id);
    this.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#settle, pause);
  }

  /** A person's own value for one input. */
  #enter(name: InputName, value: Quantity | null): void {
    this.#decide({ values: { ...this.#own.values, [name]: value } });
  }

  protected override render(): TemplateResult {
    const messages = this.messages('calculator');
    const scenario = this.#scenario;
    const { mode, start, definition, values } = scenario;
    const hidden = this.setting('hides') ?? [];
    const asked = askedInputs(mode, start, values).filter((name) => !hidden.includes(name));
    const campaign = this.#campaign;
    const expected = expectedCampaign(campaign);
    const { roi, figures } = figuresOf(expected);
    const format = formatter(this.tag, this.#currency);
    const texts: Texts = (part) => this.messages(part);
    const context: PanelContext = {
      campaign,
      expected,
      definition,
      id: this.id,
      scenario: this.#own,
      calculation: () => this.calculation,
      tell: (type, detail) => this.tell(type, detail),
      texts,
      format,
    };
    const isFull = mode === 'full';
    const presets = Object.keys(RoiCalculator.presets) as PresetName[];
    const groups = [...always, ...RoiCalculator.panels.flatMap(({ asks = [] }) => asks)];
    const above = asked.some((name) => this.#error(name))
      ? messages.lastResult
      : Object.keys(scenario.given).length
        ? messages.definitions[definition]
        : messages.exampleResult;

    const fields = (group: InputGroup) =>
      asked
        .filter((name) => inputs[name].group === group)
        .map((name) => this.#field(name, scenario, messages, format));
    return html`
      <slot hidden @slotchange=${this.readConfigurationChild}></slot>
      <slot name="heading"><h2>${messages.heading}</h2></slot>
      <div class="layout">
        <div class="answer" part="headline">
          <p class="quiet">${above}</p>
          <p class="headline">${this.#sentence(messages, format)}</p>
        </div>
        <form class="inputs" @submit=${this.#stay} @input=${this.#input} @change=${this.#change} @keydown=${this.#key}>
          ${this.setting('noModes') ? nothing : this.#choice('mode', ['quick', 'full'], messages.modes, mode)}
          ${
            isFull && presets.length
              ? html`<label class="preset"
                  >${messages.preset}
                  <select name="preset">
                    <option value="">-</option>
                    ${presets.map(
                      (name) =>
                        html`<option value=${name} .selected=${name === scenario.preset}>${texts('presets')[name]}</option>`,
                    )}
                  </select></label
                >`
              : nothing
          }
          ${groups.map((group) => {
            const from =
              group === 'funnel'
                ? this.#choice(
                    'start',
                    isFull || start === 'impressions' ? starts : starts.slice(0, 2),
                    messages.inputs,
                    scenario.start,
                    messages.startQuestion,
                  )
                : nothing;
            if (!isFull) return [from, fields(group)];
            return html`<fieldset class="group"><legend>${messages.groups[group]}</legend>${from}${fields(group)}</fieldset>`;
          })}
          <button type="button" @click=${this.#reset}>${messages.reset}</button>
        </form>
        <div class="results">
          ${this.#choice(
            'definition',
            ['margin', 'total-cost', 'revenue', 'roas'],
            messages.definitions,
            definition,
            messages.definitionQuestion,
            (name) => figureText(roi[name as RoiDefinition], messages, format),
          )}
          ${figureView(messages.formula, roi[definition], messages, format)}
          ${lenses.map(
            ({ owner, figures: names }) => html`<section class="lens ${owner}">
              <h3>${messages.owners[owner]}</h3>
              ${names.map((name: FigureName) => figureView(messages.figures[name], figures[name], messages, format))}
            </section>`,
          )}
        ${
          isFull
            ? Array.from(
                this.#panels,
                ([
                  { name, title },
                  view,
                ]) => html`<details class="panel" part="panel" data-name=${name} ?open=${this.#open.has(name)} @toggle=${this.#toggle}>
                    <summary>${title(texts)}</summary>
                    ${this.#open.has(name) ? view(context) : nothing}
                  </details>`,
              )
            : nothing
        }
          <slot name="action"></slot>
        </div>
      </div>
      <p role="status" class="visually-hidden">${this.#announced}</p>
    `;
  }

  #choice(
    name: string,
    choices: readonly string[],
    words: Record<string, string>,
    chosen: string,
    question = '',
    figure?: (choice: string) => string,
  ): TemplateResult {
    return html`<fieldset class="choices ${name}" @input=${this.#choose}>
      <legend class=${question ? nothing : 'visually-hidden'}>${question || words[chosen]}</legend>
      ${choices.map(
        (choice) => html`<label class="choice"
          ><input type="radio" name=${name} value=${choice} .checked=${choice === chosen} /><span
            >${words[choice]} ${figure ? html`<strong>${figure(choice)}</strong>` : nothing}</span
          ></label
        >`,
      )}
    </fieldset>`;
  }

  #field(name: InputName, scenario: Whole, messages: CalculatorMessages, format: Formatter): TemplateResult {
    const { mode, start, values, given } = scenario;
    const { unit, owner, arrival, rateOf } = inputs[name];
    const value = values[name];
    const error = this.#error(name);
    const isFull = mode === 'full';
    const whence =
      name in given
        ? ''
        : name in scenario.assumed
          ? messages.assumption
          : arrival === null
            ? messages.optional
            : arrival && messages.example;
    const label = rateOf
      ? fill(messages.rate, {
          from: stageInText(stageBefore(name, start, values), messages),
          to: stageInText(rateOf, messages),
        })
      : messages.inputs[name as LabelName];
    return numberField({
      name,
      label,
      text: this.#drafts[name] ?? quantityText(value, unit, format),
      unit: { money: format.symbol, percent: '%', months: '', count: '', number: '' }[unit],
      note: error
        ? messages.errors[error]
        : [isFull && messages.owners[owner], whence].filter(Boolean).join(' · '),
      isInvalid: error !== null,
      isFixed: this.setting('fixed')?.includes(name) ?? false,
      owner: isFull ? owner : '',
      position: value && sliderPosition(quantityValue(value), inputs[name], this.#usual(name)),
    });
  }

  #error(name: InputName): InputError | null {
    const draft = this.#drafts[name];
    const read = draft === undefined ? null : readQuantity(draft, inputs[name], this.tag);
    return typeof read === 'string' ? read : null;
  }

  /** What comes back for one unit of the currency, in words. */
  #sentence(messages: CalculatorMessages, format: Formatter): string {
    const { definition } = this.#scenario;
    const metric = figuresOf(expectedCampaign(this.#campaign)).roi[definition];
    if (metric.value === null) return figureText(metric, messages, format);
    const back = metric.unit === 'ratio' ? metric.value : 1 + metric.value;
    return fill(messages.sentences[definition], { one: format.money(1), back: format.money(back) });
  }

  /** The number that an input's slider is made for. */
  #usual(name: InputName): number {
    return quantityValue(this.#scenario.usual[name] ?? 0);
  }

  #stay = (event: Event): void => event.preventDefault();

  #input = ({ target }: Event): void => {
    const { name, value, type } = target as HTMLInputElement;
    if (type === 'radio') return;
    if (name === 'preset') {
      const preset = (value || null) as PresetName | null;
      this.#decide({ preset, ...(preset && { start: RoiCalculator.presets[preset]!.start }) });
    } else {
      const input = name as InputName;
      if (type === 'range') delete this.#drafts[input];
      else this.#drafts[input] = value;
      const read =
        type === 'range'
          ? sliderValue(Number(value), inputs[input], this.#usual(input))
          : readQuantity(value, inputs[input], this.tag);
      if (typeof read === 'string') this.requestUpdate();
      else this.#enter(input, read);
    }
  };

  #choose = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    this.#decide({ [name]: value });
  };

  /** What could be read is written the way the locale does. */
  #change = ({ target }: Event): void => {
    const name = (target as HTMLInputElement).name as InputName;
    if (!this.#error(name)) delete this.#drafts[name];
    this.requestUpdate();
  };

  /** The arrow keys step a number field, as they do a slider. */
  #key = (event: KeyboardEvent): void => {
    const { name, type, readOnly } = event.target as HTMLInputElement;
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const value = Object.hasOwn(inputs, name) ? this.#scenario.values[name as InputName] : null;
    // Counts and ranges are what somebody has seen: a step would put a guess in their place.
    if (!direction || type !== 'text' || readOnly || typeof value !== 'number') return;
    event.preventDefault();
    delete this.#drafts[name as InputName];
    this.#enter(name as InputName, stepped(value, direction, inputs[name as InputName]));
  };

  #toggle = ({ currentTarget }: Event): void => {
    const { open, dataset } = currentTarget as HTMLDetailsElement;
    this.#open[open ? 'add' : 'delete'](dataset.name!);
    this.requestUpdate();
  };

  #reset = (): void => {
    this.#own = {};
    this.#drafts = {};
    clearTimeout(this.#timer);
    visit.keep(undefined);
    RoiCalculator.memory?.remember(this.#own, this.id);
    this.requestUpdate();
  };

  /** Somebody paused: say the result once, count it once, tell the page once. */
  #settle = (): void => {
    visit.count('calculations');
    this.#announced = this.#sentence(this.messages('calculator'), formatter(this.tag, this.#currency));
    this.requestUpdate();
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
