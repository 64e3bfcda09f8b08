import { type Destination, endpointOf } from '../../delivery/destination.ts';
import { leastSure } from '../../delivery/lead-outbox.ts';
import { isDelivered, type Receipt } from '../../delivery/receipt.ts';
import { destinationsFor, type Route } from '../../delivery/route.ts';
import { formMarkup } from '../../form/form-markup.ts';
import { leadFormOptions, type NextStep, receiverOptions } from '../../form/lead-form-options.ts';
import { defaultSteps } from '../../form/question.ts';
import { fill } from '../../i18n/fill.ts';
import type { FormMessages } from '../../i18n/form-messages.ts';
import { purposes } from '../../lead/consent.ts';
import { jsonText } from '../../lead/json-text.ts';
import type { Source } from '../../lead/lead.ts';
import type { Profile } from '../../lead/profile.ts';
import { bareAddress } from '../../lead/touch.ts';
import { type Content, markup } from '../../markup/markup.ts';
import { answeredQuestions, rememberAnswered } from '../../visit/answered-questions.ts';
import { allowEndpoints, pageOutbox, setChallenge } from '../../visit/page-outbox.ts';
import { rememberVisit } from '../../visit/remember-visit.ts';
import { tabStorage } from '../../visit/tab-storage.ts';
import { tally } from '../../visit/tally.ts';
import { type ConsentWord, onConsent, visit } from '../../visit/visit.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { nodeOf, show } from '../shared/show.ts';
import { UnisonoElement } from '../shared/unisono-element.ts';
import { findChallenge } from './behaviour/challenge.ts';
import { elementsOf } from './behaviour/controls.ts';
import { type Draft, FormBehaviour } from './behaviour/form-behaviour.ts';
import { expectedOf, findRoutes } from './find-routes.ts';
import { whenIdle } from './idle.ts';
import { keptRequests } from './kept-requests.ts';
import { leadFormStyles } from './lead-form-styles.ts';
import { LeadRequest, unquoted } from './lead-request.ts';
import { type Moments, moments } from './moments.ts';
import { copyView, fallbackView, isDone, outcomeView } from './outcome-view.ts';
import { shellOf } from './shell.ts';

export type { LeadFormConfig } from '../../form/lead-form-options.ts';

/** Said when a request has been sent, kept or refused. Holds nothing of what the person wrote. */
export interface LeadReceipt {
  /** The envelope's; empty where none could be made. */
  id: string;
  /** Of the lead as a whole: that of the receiver of whom we are least sure. */
  receipt: Receipt;
  /** One a receiver, in their order. */
  receipts: Receipt[];
}

/** Said of a moment of the form. Holds nothing of what the person wrote. */
export interface LeadMoment {
  /** Name of the form. */
  form: string;
  /** From 1; for `lead-step` alone. */
  step?: number;
  steps?: number;
}

/** All that the form shows beside its configuration and what stands in its fields. */
interface Shown {
  state: Receipt | { status: 'idle' } | { status: 'sending' };
  /** What became of a request of an earlier visit. */
  told: string | null;
  /** What was written, once somebody wants to copy it; and whether the clipboard took it. */
  copy: string | null;
  isCopied: boolean;
  /** What is wrong with the field that was just left, for those who do not see it. */
  heard: string;
  /** What the owner offers after this request. */
  next: NextStep | undefined;
}

const tab = tabStorage();

/**
 * A direct-response form: around the owner's own `<form>`, or built from the configuration. Asks who somebody is and
 * what they need, tells the truth about what became of it, and posts the profiled lead to `endpoint`.
 *
 * @element lead-form
 * @attr {string} endpoint - Address that receives the lead, absolute or relative to the page; http(s).
 * @attr {"text/plain"|"application/json"} content-type - How the JSON is labelled. `text/plain` (default) needs no preflight.
 * @attr {boolean} unreadable - The receiver sends no CORS headers: hand each lead over once and say so.
 * @attr {string} receipt - Words that every receipt of the receiver has in it; any other answer is none, then.
 * @attr {string} destination - Kind of the receiver, such as `hubspot`: see docs/destinations.md.
 * @attr {string} portal - The owner's account there.
 * @attr {string} form - The form there.
 * @attr {string} subscription - HubSpot's number of the mails that the marketing box is for.
 * @attr {string} sends - Names of what is sent, `=` and the receiver's own name behind: `email firstName=first`.
 * @prop {FurtherReceiver[]} destinations - Further receivers, each with a condition (`when`) if it does not get all leads.
 * @attr {string} hot-endpoint - Address that receives hot leads instead; http(s).
 * @attr {string} tally-endpoint - Address that counts without identity; http(s), and none that receives leads.
 * @attr {string} fields - Names in order, `?` behind an optional one, `|` between steps: `interests | name email phone?`.
 *   Questions of the owner's own in the property or JSON.
 * @prop {Record<string, string>} interests - Choices of the interests field: what is sent, and its words.
 * @attr {string} consents - Purposes that a box is asked for: `marketing profiling` by default.
 * @attr {string} prefill - Names of questions that the page's address may answer.
 * @attr {number} progressive - How many of the owner's questions are asked at a time.
 * @attr {string} name - Name of the form in the lead; `lead-form` by default.
 * @attr {string} variant - Which variant of the page this is, where some are compared.
 * @attr {string} controller - Who answers; without it the notice names nobody.
 * @attr {string} policy-url - Privacy policy; https.
 * @attr {string} policy-version - Version of the consent texts, for the owner's records.
 * @attr {string} fallback - Phone number, e-mail address or sentence, offered when a request cannot be sent.
 * @attr {boolean} no-scoring - No lead is scored, and the notice says nothing of it.
 * @prop {Scoring} scoring - The owner's own rules and thresholds.
 * @prop {NextStep} nextStep - What is offered once a request was sent.
 * @prop {NextStep} hotStep - The same for a hot lead.
 * @attr {string} redirect - Page to go to once a request has arrived; https, or the page's own origin.
 * @attr {boolean} dialog - The form is a dialog: see `open()`.
 * @attr {"tab"} remember - The owner answers for keeping origin and engagement from page to page.
 * @attr {string} locale - BCP 47; the page's language by default.
 * @prop {LeadFormConfig} config - All options at once; also as a `<script type="application/json">` child.
 * @fires lead-receipt - {LeadReceipt} What became of a request. A form that is gone by then says it to the document.
 * @fires lead-view - {LeadMoment} The form was seen.
 * @fires lead-start - {LeadMoment} The person began to fill it in.
 * @fires lead-step - {LeadMoment} The person went to another step.
 * @fires lead-abandon - {LeadMoment} The page was left with the form begun and not sent.
 * @fires unisono-problem - {ConfigurationProblem} An option was not understood.
 * @slot - The owner's own `<form>`. Anything else is shown until the script comes.
 * @slot heading - In place of the heading.
 * @slot challenge - The owner's protection against machines.
 * @csspart form - The form.
 * @csspart field - One field: label, note and control.
 * @csspart error - The note of a field that needs another look.
 * @csspart notice - What becomes of what is written.
 * @csspart submit - The button.
 * @csspart next - The link of the owner's next step.
 * @csspart dialog - The dialog.
 * @csspart status - What became of the request.
 * @cssprop --unisono-accent - Buttons and focus.
 */
export class LeadForm extends UnisonoElement<typeof leadFormOptions> {
  static override options = leadFormOptions;
  static override css = baseStyles + leadFormStyles;

  declare endpoint: string | undefined;

  /** Solves the owner's own challenge, right before a request is sent; the well-known services' widgets need none. */
  solveChallenge: (() => Promise<string>) | undefined;

  #shown: Shown = {
    state: { status: 'idle' },
    told: null,
    copy: null,
    isCopied: false,
    heard: '',
    next: undefined,
  };
  readonly #kept = keptRequests({
    update: this.requestUpdate,
    tell: async (told) => {
      this.#show({ told, copy: null });
      await this.#goToStatus();
    },
    copy: async (text) => {
      await this.#copy(text);
      this.#show({ told: this.#shown.isCopied ? this.messages('form').copied : null });
    },
  });
  #seenAt = 0;
  #routes: Route[] = [];
  /** The form, whoever wrote its markup, with our behaviour on it. */
  #behaviour: FormBehaviour | undefined;
  /** A form that was built from the configuration, and what it was built from. */
  #built: { plan: string; form: HTMLFormElement } | undefined;
  #moments: Moments | undefined;
  readonly #request = new LeadRequest();
  /** Ends what goes on for as long as the form is on the page. */
  #stay = new AbortController();
  readonly #shell = shellOf(this.shadowRoot!, this.readConfigurationChild);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seenAt ||= performance.now();
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    addEventListener('beforeunload', this.#warn, { signal });
    document.addEventListener('click', this.#openByButton, { signal });
    // The form is there first; nobody waits for the rest.
    whenIdle(this.#begin);
  }

  /** What the first sight of the form does without: storage, the requests in it, what is counted. */
  #begin = (): void => {
    if (this.#moments || !this.isConnected) return;
    visit.start();
    // It may have heard of a yes.
    this.requestUpdate();
    const { signal } = this.#stay;
    this.#moments = moments(this.#shell.asking, (moment) => this.#tellMoment(moment), signal);
    const stops = [
      pageOutbox().subscribe(({ id }, receipts, isFirst) => {
        const { status } = this.#shown.state;
        // A try that changed nothing is no news.
        const isNews = status !== 'sending' && status !== leastSure(receipts).status;
        if (id === this.#request.envelope?.id && isNews) this.#settle(id, receipts);
        // What still stands in the form has arrived.
        if (id === this.#request.earlier && isFirst && isDelivered(receipts[0]!)) this.#forget();
        void this.#kept.refresh();
      }),
      onConsent(this.requestUpdate),
    ];
    for (const stop of stops) signal.addEventListener('abort', stop);
    // What is discarded in one tab is gone in the next one that somebody looks at.
    addEventListener('visibilitychange', this.#kept.refresh, { signal });
    this.#allow();
    void this.#kept.refresh();
  };

  disconnectedCallback(): void {
    this.#stay.abort();
    this.#moments = undefined;
    allowEndpoints(this, []);
    setChallenge(this, null);
    tally.to(this, null);
  }

  /** Where the form sends to, as it is configured; nothing where it is not connected. */
  get receivers(): Destination[] {
    return this.#routes.map(({ to }) => to);
  }

  /** Opens the dialog that the form is or stands in, if there is one, and goes to the first field. */
  async open(): Promise<void> {
    await this.updateComplete;
    const dialog = this.#dialog();
    if (dialog && !dialog.open) dialog.showModal();
    else this.scrollIntoView({ block: 'nearest' });
    this.#behaviour!.focus();
  }

  close(): void {
    this.#dialog()?.close();
  }

  /** The dialog that the form is, or one of the page that it stands in. */
  #dialog(): HTMLDialogElement | null {
    return this.shadowRoot!.querySelector('dialog') ?? this.closest('dialog');
  }

  protected override configured(): void {
    super.configured();
    for (const name of this.getAttributeNames())
      if (/^(api|access|secret)-?(key|token)$/.test(name)) this.report(name, expectedOf.key);
    this.#routes = this.#findRoutes();
    if (this.setting('remember')) rememberVisit();
    if (this.#moments) this.#allow();
    const form = this.querySelector('form') ?? this.#build();
    if (form !== this.#behaviour?.form) this.#attach(form);
  }

  #findRoutes(): Route[] {
    const own = Object.keys(receiverOptions).map((name) => [name, this.setting(name as 'portal')]);
    return findRoutes({
      own: Object.fromEntries(own),
      hotEndpoint: this.setting('hotEndpoint'),
      further: this.setting('destinations') ?? [],
      report: (option, expected) => this.report(option, expected),
    });
  }

  /** Says where this form may send to, and what may be counted where. */
  #allow(): void {
    setChallenge(this, findChallenge(this));
    allowEndpoints(
      this,
      this.receivers.map(({ url }) => url),
    );
    const tallies = this.setting('tallyEndpoint');
    const to = tallies ? endpointOf(tallies, document.baseURI) : null;
    if (tallies && !to) this.report('tallyEndpoint', expectedOf.endpoint);
    if (!tally.to(this, to?.url ?? null)) this.report('tallyEndpoint', 'an address that receives no leads');
  }

  /** The form that the configuration asks for: the same one as long as nothing of it changes. */
  #build(): HTMLFormElement {
    const messages = this.messages('form');
    const plan = formMarkup(
      {
        steps: this.setting('fields') ?? defaultSteps,
        interests: this.setting('interests'),
        consents: this.setting('consents') ?? Object.fromEntries(purposes.map((purpose) => [purpose, ''])),
        controller: this.setting('controller'),
        policyUrl: this.setting('policyUrl'),
        isScored: !this.setting('noScoring'),
        isShadow: true,
      },
      messages,
    );
    const text = jsonText(plan)!;
    if (this.#built?.plan !== text) this.#built = { plan: text, form: nodeOf('form', plan) };
    return this.#built.form;
  }

  #attach(form: HTMLFormElement): void {
    const before = this.#behaviour;
    before?.detach();
    const element = this;
    const behaviour = new FormBehaviour(form, {
      get messages() {
        return element.messages('form');
      },
      get tag() {
        return element.findTag();
      },
      hear: (heard) => this.#show({ heard }),
      report: (option, expected) => this.report(option, expected),
      onReset: () => this.#keep(null),
      onSubmit: this.#submit,
      onInput: () => {
        this.#begin();
        this.#moments?.start();
        this.#keep(behaviour.draft());
      },
      onStep: (step, steps) => this.#tellMoment('step', { step, steps }),
    });
    this.#behaviour = behaviour;
    if (!behaviour.questions().has('email')) this.report('<form>', 'a control named email');
    const most = this.setting('progressive');
    if (most) behaviour.askNext(most, answeredQuestions(this.#name()));
    this.#request.earlier ??= tab.read(`${this.#draftKey()}#`) as string | null;
    const draft = before?.draft(true) ?? Object(tab.read(this.#draftKey()));
    // What the person typed comes before what a link brings, and that before what was left empty.
    const query = new URLSearchParams(location.search);
    const prefilled = (!before && this.setting('prefill')) || [];
    for (const name of prefilled)
      if (query.has(name) && !draft[name]?.length) draft[name] = query.getAll(name);
    behaviour.fill(draft, Boolean(before));
  }

  #name(): string {
    return this.setting('name') ?? this.localName;
  }

  /** Where the tab keeps what was written, until it is sent. */
  #draftKey(): string {
    // Two forms of a page may have no name of their own.
    const at = [...document.querySelectorAll(this.localName)].indexOf(this);
    return `draft:${this.#name()}:${at}:${location.pathname}`;
  }

  #keep(draft: Draft | null): void {
    tab.write(this.#draftKey(), draft ?? undefined);
    if (!draft) tab.write(`${this.#draftKey()}#`, undefined);
  }

  /** Says where its leads come from. */
  findSource(): Source {
    return {
      form: this.#name(),
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

  #tellMoment(moment: 'view' | 'start' | 'step' | 'abandon', more: Partial<LeadMoment> = {}): void {
    if (moment !== 'abandon') tally.count(moment, this.#name());
    this.tell<LeadMoment>(`lead-${moment}`, { form: this.#name(), ...more });
  }

  protected override show(): void {
    const messages = this.messages('form');
    const { state, heard } = this.#shown;
    const { form } = this.#behaviour!;
    const isOwn = form !== this.#built?.form;
    const isSending = state.status === 'sending';
    const shell = this.#shell;
    // The page may be in another language: its voice would read ours aloud.
    shell.whole.lang = this.findTag();
    shell.toDialog(this.setting('dialog') ? messages : null);
    show(shell.kept, this.#kept.views(messages, this.findTag(), this.#request.envelope?.id));
    show(
      shell.unconnected,
      this.#routes.length || (isOwn && form.hasAttribute('action'))
        ? []
        : [markup('p', {}, messages.unconnected), ...fallbackView(this.setting('fallback'), messages)],
    );
    shell.slot.hidden = !isOwn;
    // A container would keep the margins of the owner's form from meeting those of the page.
    shell.asking.className = isOwn ? '' : 'container';
    const built = isOwn ? [] : [form];
    // A slot that is put in again says that it has changed, and would be heard for ever.
    if (shell.asking.childNodes[1] !== built[0]) shell.asking.replaceChildren(shell.slot, ...built);
    shell.asking.hidden = isDone(state);
    shell.status.className = `text ${state.status}`;
    show(shell.status, this.#statusView(messages));
    show(shell.heard, [heard]);

    for (const control of elementsOf(form))
      if ((control as HTMLButtonElement).type === 'submit') {
        control.setAttribute('aria-disabled', `${isSending || !(this.#routes.length || isOwn)}`);
        if (!isOwn) control.textContent = isSending ? messages.states.sending : messages.submit;
      }
    // Asked and answered elsewhere on this site.
    this.#behaviour!.leaveOut('consent.profiling', Boolean(visit.given()?.granted));
  }

  #statusView(messages: FormMessages): Content {
    const { state, told, copy, isCopied, next } = this.#shown;
    const fallback = fallbackView(this.setting('fallback'), messages);
    if (state.status === 'sending')
      return [markup('p', { class: 'visually-hidden' }, messages.states.sending)];
    const actions = { onAgain: this.#again, onRetry: this.#submit, onCopy: this.#copyWritten };
    return [
      told !== null && markup('p', {}, told),
      ...(state.status === 'idle'
        ? [copyView(copy, messages)]
        : outcomeView({ receipt: state, messages, fallback, next, copy, isCopied, ...actions })),
    ];
  }

  /** Takes somebody whose button or form has gone to what is there instead. */
  async #goToStatus(): Promise<void> {
    await this.updateComplete;
    this.#shell.status.focus();
  }

  /** A press on the button, by Enter as well: a sandboxed frame that forbids forms has no other event for it. */
  #submit = async (event: Event): Promise<void> => {
    const behaviour = this.#behaviour!;
    const isConnected = this.#routes.length > 0;
    const wrong = behaviour.validate();
    // An owner's form that we do not send goes where its markup says.
    if (!isConnected && !wrong && behaviour.form !== this.#built?.form) return this.#keep(null);
    event.preventDefault();
    if (!isConnected || this.#shown.state.status === 'sending') return;
    const status = wrong ? 'idle' : 'sending';
    this.#show({ state: { status }, told: null, copy: null, isCopied: false, heard: '' });
    if (wrong) return behaviour.goTo(wrong);
    this.#begin();
    // The owner's script may have brought one since.
    setChallenge(this, findChallenge(this));
    // "Try again" goes as soon as it is pressed.
    const wasInStatus = (event.target as Element).closest?.('[role=status]');
    if (wasInStatus) void this.#goToStatus();

    let id = '';
    let receipts: Receipt[];
    try {
      const envelope = await this.#request.envelopeOf(behaviour, {
        source: this.findSource(),
        version: this.setting('policyVersion') ?? '1',
        policyUrl: this.setting('policyUrl'),
        scoring: this.setting('noScoring') ? null : this.setting('scoring'),
        elapsed: performance.now() - this.#seenAt,
      });
      id = envelope.id;
      const isHot = envelope.score?.temperature === 'hot';
      this.#show({ next: this.#nextStep(envelope.profile, isHot) });
      tally.count('submit', this.#name());
      receipts = await pageOutbox().submit(envelope, destinationsFor(envelope, this.#routes));
    } catch {
      // Whatever a page did to the platform: the person hears of it, and what they wrote still stands there.
      receipts = [{ status: 'unsaved', trouble: 'malformed' }];
    }
    this.#settle(id, receipts);
    if (isDone(this.#shown.state)) await this.#goToStatus();
  };

  /** The owner's next step, with who asks filled into its link where the owner wants that. */
  #nextStep({ email, name }: Profile, isHot: boolean): NextStep | undefined {
    const step = (isHot && this.setting('hotStep')) || this.setting('nextStep');
    const filled = { email: encodeURIComponent(email), name: encodeURIComponent(name ?? '') };
    return step?.link ? { ...step, link: fill(step.link, filled) } : step;
  }

  #settle(id: string, receipts: Receipt[]): void {
    const receipt = leastSure(receipts);
    const told = receipts.map((each) =>
      'message' in each ? { ...each, message: unquoted(each.message ?? '', this.#behaviour!.said()) } : each,
    );
    if (isDelivered(receipt)) this.#thank();
    if (isDone(receipt)) {
      this.#moments?.end();
      this.#keep(null);
      // On the next page it is the same request, however it is changed there.
    } else tab.write(`${this.#draftKey()}#`, id);
    this.#show({ state: receipt });
    this.tell<LeadReceipt>('lead-receipt', { id, receipt: leastSure(told), receipts: told });
    const redirect = this.setting('redirect');
    if (redirect && isDelivered(receipt)) location.assign(redirect);
  }

  /** With a yes to profiling it is remembered which questions were answered. Nothing of what was written stays behind. */
  #thank(): void {
    const { consents = [] } = this.#request.envelope ?? {};
    const yes = consents.find(({ purpose }) => purpose === 'profiling');
    if (yes?.granted) {
      if (!visit.given()?.granted) visit.consent({ ...yes, profiling: true } as ConsentWord);
      const answered = this.#behaviour!.said().filter(({ values }) => values.length);
      rememberAnswered(
        this.#name(),
        answered.map(({ name }) => name),
      );
    }
    this.#forget();
  }

  #forget(): void {
    this.#request.forget();
    this.#behaviour!.restart();
  }

  #again = (): void => {
    this.#forget();
    this.#seenAt = performance.now();
    this.#show({ state: { status: 'idle' }, told: null });
    void this.updateComplete.then(() => this.#behaviour!.focus());
  };

  #copyWritten = (): Promise<void> =>
    this.#copy(
      this.#behaviour!.said()
        .map(({ label, values }) => `${label}: ${values.join(', ')}`)
        .join('\n'),
    );

  async #copy(copy: string): Promise<void> {
    // On plain http there is no clipboard at all.
    const isCopied = await (navigator.clipboard?.writeText(copy) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    this.#show({ copy, isCopied });
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#shown.state.status === 'unsaved') event.preventDefault();
  };

  /** A button of the page with `data-unisono-open`: for the form that it names by id, or the first one. */
  #openByButton = (event: Event): void => {
    const opener = (event.target as Element).closest?.<HTMLElement>('[data-unisono-open]');
    const id = opener?.dataset.unisonoOpen;
    if (!opener || (id ? id !== this.id : document.querySelector(this.localName) !== this)) return;
    event.preventDefault();
    void this.open();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lead-form': LeadForm;
  }
  interface GlobalEventHandlersEventMap {
    'lead-receipt': CustomEvent<LeadReceipt>;
    'lead-view': CustomEvent<LeadMoment>;
    'lead-start': CustomEvent<LeadMoment>;
    'lead-step': CustomEvent<LeadMoment>;
    'lead-abandon': CustomEvent<LeadMoment>;
    'unisono-problem': CustomEvent<import('../shared/unisono-element.ts').ConfigurationProblem>;
  }
}
