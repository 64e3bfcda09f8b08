import { html, nothing, type TemplateResult } from 'lit/html.js';
import { type Destination, endpointOf } from '../../delivery/destination.ts';
import type { Receipt } from '../../delivery/receipt.ts';
import { consentsOf } from '../../form/consents-of.ts';
import { defaultFields, type FieldChoice } from '../../form/field-choice.ts';
import type { FieldName } from '../../form/field-types.ts';
import { leadFormOptions } from '../../form/lead-form-options.ts';
import { profileOf } from '../../form/profile-of.ts';
import { fill } from '../../i18n/fill.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import { bare } from '../../lead/bare.ts';
import { purposes } from '../../lead/consent.ts';
import { type Envelope, envelopeOf } from '../../lead/envelope.ts';
import { jsonText } from '../../lead/json-text.ts';
import type { Source } from '../../lead/lead.ts';
import { spamOf } from '../../lead/spam.ts';
import { bareAddress } from '../../lead/touch.ts';
import { allowEndpoint, pageOutbox } from '../../visit/page-outbox.ts';
import { visit } from '../../visit/visit.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { UnisonoElement } from '../shared/unisono-element.ts';
import { type Control, fieldError } from './field-error.ts';
import { formField } from './form-field.ts';
import { keptRequests } from './kept-requests.ts';
import { leadFormStyles } from './lead-form-styles.ts';
import { fallbackView, isDelivered, isDone, outcomeView } from './outcome-view.ts';

export type { LeadFormConfig } from '../../form/lead-form-options.ts';

/** Said when a request has been sent, kept or refused. Holds nothing of what the person wrote. */
export interface LeadReceipt {
  /** The envelope's; empty where none could be made. */
  id: string;
  receipt: Receipt;
}

/** All that the form shows beside its configuration and what stands in its fields. */
interface Shown {
  state: Receipt | { status: 'idle' } | { status: 'sending' };
  errors: Partial<Record<FieldName, string>>;
  /** What became of a request of an earlier visit. */
  told: string | null;
  /** What was written, once somebody wants to copy it; and whether the clipboard took it. */
  copy: string | null;
  isCopied: boolean;
  /** What is wrong with the field that was just left, for those who do not see it. */
  heard: string;
}

/**
 * A direct-response form. Asks who somebody is and what they need, tells the truth about what became of it,
 * and posts the profiled lead to `endpoint`.
 *
 * @element lead-form
 * @attr {string} endpoint - Address that receives the lead, absolute or relative to the page; http(s).
 * @attr {"text/plain"|"application/json"} content-type - How the JSON is labelled. `text/plain` (default) needs no preflight.
 * @attr {boolean} unreadable - The receiver sends no CORS headers: hand each lead over once and say so.
 * @attr {string} receipt - Words that every receipt of the receiver has in it; any other answer is none, then.
 * @attr {string} fields - Names in order, `?` behind an optional one: `name email phone? message?`.
 * @prop {Record<string, string>} interests - Choices of the interests field: what is sent, and its words.
 * @attr {string} name - Name of the form in the lead; `lead-form` by default.
 * @attr {string} variant - Which variant of the page this is, where some are compared.
 * @attr {string} controller - Who answers; the site's host by default.
 * @attr {string} policy-url - Privacy policy; https.
 * @attr {string} policy-version - Version of the consent texts, for the owner's records.
 * @attr {string} fallback - Phone number, e-mail address or sentence, offered when a request cannot be sent.
 * @attr {string} locale - BCP 47; the page's language by default.
 * @prop {LeadFormConfig} config - All options at once; also as a `<script type="application/json">` child.
 * @fires lead-receipt - {LeadReceipt} What became of a request. A form that is gone by then says it to the document.
 * @fires unisono-problem - {ConfigurationProblem} An option was not understood.
 * @slot heading - In place of the heading.
 * @csspart form - The form.
 * @csspart field - One field: label, note and control.
 * @csspart error - The note of a field that needs another look.
 * @csspart submit - The button.
 * @csspart status - What became of the request.
 * @cssprop --unisono-accent - Buttons and focus.
 */
export class LeadForm extends UnisonoElement<typeof leadFormOptions> {
  static override options = leadFormOptions;
  static override css = baseStyles + leadFormStyles;

  declare endpoint: string | undefined;

  #shown: Shown = {
    state: { status: 'idle' },
    errors: {},
    told: null,
    copy: null,
    isCopied: false,
    heard: '',
  };
  readonly #kept = keptRequests(this.requestUpdate, async (told) => {
    this.#show({ told });
    await this.#goToStatus();
  });
  #seenAt = 0;
  #destination: Destination | null = null;
  #fields: readonly FieldChoice[] = defaultFields;
  /** The latest press: pressed again unchanged, it is the same request with the same id. */
  #request: { said: string; envelope: Envelope } | null = null;
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    visit.start();
    this.#seenAt ||= performance.now();
    this.#unsubscribe = pageOutbox().subscribe(({ id, receipt }) => {
      const { status } = this.#shown.state;
      // A try that changed nothing is no news.
      const isNews = status !== 'sending' && status !== receipt.status;
      if (id === this.#request?.envelope.id && isNews) this.#settle(id, receipt);
      void this.#kept.refresh();
    });
    addEventListener('beforeunload', this.#warn);
    void this.#kept.refresh();
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
    removeEventListener('beforeunload', this.#warn);
    allowEndpoint(this, null);
  }

  /** Where the form sends to, as it is configured; `null` where it is not connected. */
  get destination(): Destination | null {
    return this.#destination;
  }

  protected override configured(): void {
    super.configured();
    this.#fields = this.setting('fields') ?? defaultFields;
    this.#destination = endpointOf(this.setting('endpoint') ?? '', document.baseURI, {
      readable: !this.setting('unreadable'),
      contentType: this.setting('contentType') ?? 'text/plain',
      receipt: this.setting('receipt'),
    });
    if (!this.#destination) this.report('endpoint', 'an http(s) address');
    allowEndpoint(this, this.#destination?.url ?? null);
  }

  /** Says where its leads come from. */
  findSource(): Source {
    return {
      form: this.setting('name') ?? this.localName,
      page: bareAddress(location.href),
      title: document.title.slice(0, 300),
      locale: this.findTag(),
      variant: this.setting('variant'),
    };
  }

  #show(changes: Partial<Shown>): void {
    Object.assign(this.#shown, changes);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const messages = this.messages('form');
    const { state, errors } = this.#shown;
    const isSending = state.status === 'sending';
    const policyUrl = this.setting('policyUrl');
    const choices: Partial<Record<FieldName, object>> = bare({ ...messages.choices });
    choices.interests = this.setting('interests') ?? messages.choices.interests;
    return html`
      <slot hidden @slotchange=${this.readConfigurationChild}></slot>
      ${this.#kept.views(messages, this.findTag(), this.#request?.envelope.id)}
      <form
        part="form"
        novalidate
        ?hidden=${isDone(state)}
        @submit=${this.#submit}
        @input=${this.#mend}
        @focusout=${this.#check}
      >
        <slot name="heading"><h2>${messages.heading}</h2></slot>
        <div class="fields">${this.#fields.map((field) => formField(field, errors[field.name] ?? '', messages, choices[field.name]))}</div>
        <div class="trap" aria-hidden="true">
          <input name="website" tabindex="-1" autocomplete="off" />
        </div>
        <div class="boxes">
          ${purposes.map(
            (purpose) =>
              html`<label class="box"><input type="checkbox" name=${purpose} />${messages.consent[purpose]}</label>`,
          )}
        </div>
        <div class="ask">
          <button class="primary" part="submit" aria-disabled=${isSending} @click=${this.#submit}>
            ${isSending ? messages.states.sending : messages.submit}
          </button>
          <p class="quiet">
            ${fill(messages.privacy, { controller: this.setting('controller') ?? location.hostname })}
            ${policyUrl ? html`<a href=${policyUrl} target="_blank" rel="noopener">${messages.policy}</a>` : nothing}
          </p>
        </div>
      </form>
      <div role="status" part="status" tabindex="-1" class=${state.status}>${this.#statusView(messages)}</div>
      <p class="visually-hidden" aria-live="polite">${this.#shown.heard}</p>
    `;
  }

  #statusView(messages: FormMessages): unknown {
    const { state, told, copy, isCopied } = this.#shown;
    const fallback = fallbackView(this.setting('fallback'), messages);
    if (!this.#destination) return html`<p>${messages.unconnected}</p>${fallback}`;
    if (state.status === 'sending') return html`<p class="visually-hidden">${messages.states.sending}</p>`;
    if (state.status === 'idle') return told ? html`<p>${told}</p>` : nothing;
    const actions = { onAgain: this.#again, onRetry: this.#submit, onCopy: this.#copy };
    return outcomeView({ receipt: state, messages, fallback, copy, isCopied, ...actions });
  }

  /** Takes somebody whose button or form has gone to what is there instead. */
  async #goToStatus(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot!.querySelector<HTMLElement>('[role=status]')!.focus();
  }

  #findForm(): HTMLFormElement {
    return this.shadowRoot!.querySelector('form')!;
  }

  #control(name: string): Control {
    return this.#findForm().elements.namedItem(name) as Control;
  }

  /** On leaving a field: tells of a fault in what was written, not of what is still to come. */
  #check = ({ target }: Event): void => {
    const { name, value } = target as Control;
    const field = value ? this.#fields.find((each) => each.name === name) : undefined;
    if (!field) return;
    this.#validate([field]);
    const error = this.#shown.errors[field.name];
    this.#show({ heard: error ? `${this.messages('form').fields[field.name]}: ${error}` : '' });
  };

  /** While a fault is being mended: takes it back as soon as it is. */
  #mend = ({ target }: Event): void => {
    const { name } = target as Control;
    this.#validate(this.#fields.filter((field) => field.name === name && this.#shown.errors[field.name]));
  };

  /** @returns the first control that needs another look */
  #validate(fields: readonly FieldChoice[]): Control | undefined {
    const { errors: words } = this.messages('form');
    const errors = { ...this.#shown.errors };
    for (const { name } of fields) errors[name] = fieldError(this.#control(name), words);
    this.#show({ errors });
    const wrong = fields.find(({ name }) => errors[name]);
    return wrong && this.#control(wrong.name);
  }

  /** A press on the button, by Enter as well: a sandboxed frame that forbids forms has no other event for it. */
  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const destination = this.#destination;
    if (!destination || this.#shown.state.status === 'sending') return;
    const wrong = this.#validate(this.#fields);
    this.#show({ state: { status: wrong ? 'idle' : 'sending' }, copy: null, isCopied: false, heard: '' });
    if (wrong) return wrong.focus();
    // "Try again" goes as soon as it is pressed.
    const wasInStatus = (event.target as Element).closest?.('[role=status]');
    if (wasInStatus) void this.#goToStatus();

    let id = '';
    let receipt: Receipt;
    try {
      const envelope = this.#envelope();
      id = envelope.id;
      receipt = await pageOutbox().submit(envelope, destination);
    } catch {
      // Whatever a page did to the platform: the person hears of it, and what they wrote still stands there.
      receipt = { status: 'unsaved', trouble: 'malformed' };
    }
    this.#settle(id, receipt);
    if (isDone(receipt)) await this.#goToStatus();
  };

  /** The envelope of what stands in the form: a new one, unless nothing has changed since the last press. */
  #envelope(): Envelope {
    const values = Object.fromEntries(new FormData(this.#findForm())) as Record<string, string>;
    const said = jsonText(values)!;
    if (this.#request?.said === said) return this.#request.envelope;
    // What was refused and then mended is replaced, so that one request does not arrive twice.
    if (this.#request) void pageOutbox().discard(this.#request.envelope.id);

    const { website = '', marketing, profiling, ...fields } = values;
    const now = new Date();
    const envelope = envelopeOf(
      {
        ...visit.read(),
        source: this.findSource(),
        profile: profileOf(fields),
        consents: consentsOf({ marketing, profiling }, this.messages('form').consent, {
          version: this.setting('policyVersion') ?? '1',
          policyUrl: this.setting('policyUrl'),
          at: now.toISOString(),
        }),
        spam: spamOf(website, performance.now() - this.#seenAt),
      },
      { now },
    );
    this.#request = { said, envelope };
    return envelope;
  }

  #settle(id: string, receipt: Receipt): void {
    if (isDelivered(receipt)) this.#forget();
    this.#show({ state: receipt });
    this.tell<LeadReceipt>('lead-receipt', { id, receipt });
  }

  /** Nothing of what was written stays behind. */
  #forget(): void {
    this.#request = null;
    this.#findForm().reset();
  }

  #again = (): void => {
    this.#forget();
    this.#seenAt = performance.now();
    this.#show({ state: { status: 'idle' } });
    void this.updateComplete.then(() => this.#control(this.#fields[0]!.name).focus());
  };

  #copy = async (): Promise<void> => {
    const labels = this.messages('form').fields;
    const copy = this.#fields.map(({ name }) => `${labels[name]}: ${this.#control(name).value}`).join('\n');
    // On plain http there is no clipboard at all.
    const isCopied = await (navigator.clipboard?.writeText(copy) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    this.#show({ copy, isCopied });
  };

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#shown.state.status === 'unsaved') event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lead-form': LeadForm;
  }
  interface GlobalEventHandlersEventMap {
    'lead-receipt': CustomEvent<LeadReceipt>;
    'unisono-problem': CustomEvent<import('../shared/unisono-element.ts').ConfigurationProblem>;
  }
}
