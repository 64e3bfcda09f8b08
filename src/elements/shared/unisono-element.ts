import { knownLanguages, knownParts, messagesFor } from '../../i18n/locales.ts';
import type { Messages } from '../../i18n/messages.ts';
import { bare } from '../../lead/bare.ts';
import { attributeName } from '../../options/attribute-name.ts';
import { nearest } from '../../options/nearest.ts';
import { type Option, type OptionsGiven, type OptionValues, record } from '../../options/option.ts';
import { overrideTexts } from '../../options/override-texts.ts';
import { sharedOptions } from '../../options/shared-options.ts';
import { pageDefaults } from './page-defaults.ts';
import { styleSheet } from './style-sheet.ts';

type Options = Readonly<Record<string, Option>>;

/** What an owner got wrong, in words for the console. Never holds what a visitor typed. */
export interface ConfigurationProblem {
  option: string;
  expected: string;
}

/** On a server there are no elements: the classes can be imported there, and do nothing. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

const own = (place: object | undefined, name: string): unknown =>
  place && Object.hasOwn(place, name) ? (place as Record<string, unknown>)[name] : undefined;

/**
 * What our elements have in common: configuration from several places, a language, when to show something anew, and
 * plain words for the owner where something is wrong. What is shown, and how, is theirs.
 *
 * Of the places an option can be set in, the element's own property wins over its attribute, then `config`, then the
 * JSON child, then the `data-` attributes of the script tag.
 */
export abstract class UnisonoElement<Table extends Options> extends Base {
  /** By property name. Each gets a property and an attribute. */
  static options: Options = sharedOptions;
  static css = '';

  /** Resolves when the element shows what was last asked for. */
  updateComplete: Promise<void> = Promise.resolve();

  #own: Record<string, unknown> = bare({});
  #child: object = {};
  #isPending = false;
  #isConfigured = false;
  /** The language and the messages of what is shown: worked out once for each update. */
  #tag: string | undefined;
  #messages = new Map<keyof Messages, object>();
  #reported = new Set<string>();

  /** Read once, when the element is defined: the moment to give it its properties, too. */
  static get observedAttributes(): string[] {
    const names = Object.keys(this.options);
    for (const name of ['config', ...names])
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: UnisonoElement<Options>) {
          return this.#own[name];
        },
        set(this: UnisonoElement<Options>, value: unknown) {
          this.#own[name] = value;
          this.#reconfigure();
        },
      });
    return names.map(attributeName);
  }

  /** All options at once, as the JSON child has them. */
  declare config: OptionsGiven<Table> | undefined;

  constructor() {
    super();
    const { css } = this.#class;
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styleSheet(css)];
  }

  get #class(): typeof UnisonoElement {
    return this.constructor as typeof UnisonoElement;
  }

  connectedCallback(): void {
    // What was set before the element was defined hides its accessors.
    for (const name of ['config', ...Object.keys(this.#class.options)])
      if (Object.hasOwn(this, name)) {
        this.#own[name] = own(this, name);
        Reflect.deleteProperty(this, name);
      }
    this.readConfigurationChild();
    // A parser may hand over the child's text after the child.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', this.readConfigurationChild, { once: true });
  }

  attributeChangedCallback(): void {
    this.#reconfigure();
  }

  #reconfigure(): void {
    this.#isConfigured = false;
    this.requestUpdate();
  }

  /** Shows what is to be seen now. */
  protected abstract show(): void;

  /** Runs before the first rendering on a page, and before the next one after an option has changed. */
  protected configured(): void {
    const names = Object.keys(this.#class.options);
    for (const place of [this.config, this.#child])
      for (const key of Object.keys(place ?? {})) if (!names.includes(key)) this.misspelt(key, key, names);
    // Any attribute may stand on an element: only one that looks like ours is a slip.
    const attributes = names.map(attributeName);
    for (const name of this.getAttributeNames())
      if (!attributes.includes(name) && nearest(name, attributes)) this.misspelt(name, name, attributes);
    if (this.querySelector(':scope > :is(main, section, footer, h1, lead-form, roi-calculator):not([slot])'))
      this.report(`</${this.localName}>`, 'where the element ends: what stands inside of it is not shown');
  }

  /** Tells the owner of a name that does not exist: a typing error would otherwise be silent. */
  protected readonly misspelt = (where: string, name: string, known: readonly string[]): void => {
    const meant = nearest(name, known);
    this.report(where, meant ? `${meant} (did you mean that?)` : `one of ${known.join(', ')}`);
  };

  /** Forgets what was worked out for the rendering before. */
  protected invalidate(): void {
    this.#tag = undefined;
    this.#messages.clear();
  }

  /** Renders once, however often it was asked for, when the current work is done. */
  readonly requestUpdate = (): void => {
    this.invalidate();
    if (this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#isPending = false;
      if (!this.isConnected) return;
      if (!this.#isConfigured) this.configured();
      this.#isConfigured = true;
      this.show();
    });
  };

  /** Reads the JSON child anew; bound to `slotchange`, since children may come after the element. */
  protected readonly readConfigurationChild = (): void => {
    this.#reconfigure();
    const json = this.querySelector(':scope > script[type="application/json"]')?.textContent?.trim();
    if (!json) return;
    try {
      this.#child = JSON.parse(json);
      if (record.read(this.#child)) return;
    } catch {
      // Half a text, perhaps: it is read again once the page is there. Otherwise told like JSON that is no object.
      if (document.readyState === 'loading') return;
    }
    this.#child = {};
    this.report('<script type="application/json">', `a JSON object`);
  };

  /** The value of an option, or `undefined` where it is not set or not understood. */
  protected setting<Name extends keyof Table & string>(name: Name): OptionValues<Table>[Name] {
    const given =
      this.#own[name] ??
      this.getAttribute(attributeName(name)) ??
      own(this.config, name) ??
      own(this.#child, name) ??
      own(pageDefaults, name);
    if (given == null) return undefined;
    const { read, expected } = this.#class.options[name]!;
    const understood = read(given, (path, expected) => this.report(`${name}${path}`, expected));
    if (understood === undefined) this.report(name, expected);
    return understood as OptionValues<Table>[Name];
  }

  /** BCP 47: the `locale` option, else the language of the surrounding page, else the browser's. Found once for each update. */
  protected findTag(): string {
    this.#tag ??= this.#tagNow();
    return this.#tag;
  }

  #tagNow(): string {
    const asked = this.setting('locale') as string | undefined;
    const languages = knownLanguages();
    const { lang } = this.closest<HTMLElement>('[lang]') ?? document.documentElement;
    const tag = [asked, lang, navigator.language].find((candidate) => {
      try {
        return languages.includes(new Intl.Locale(candidate!).language);
      } catch {
        return false;
      }
    });
    if (asked && tag !== asked)
      this.report('locale', `a tag of one of these languages: ${languages.join(', ')}`);
    return tag ?? languages[0]!;
  }

  /** The element's messages in its language, with the owner's own words. */
  protected messages<K extends keyof Messages>(element: K): Messages[K] {
    let messages = this.#messages.get(element);
    if (!messages) {
      const own = this.setting('texts') as Record<string, unknown> | undefined;
      // The messages of the element itself stand beside the others, which have a group each.
      const [given, path] =
        element === 'form' || element === 'calculator'
          ? [own, 'texts']
          : [own?.[element], `texts.${element}`];
      const unknown: typeof this.misspelt = (where, key, known) => {
        if (where !== `texts.${key}` || !knownParts().includes(key)) this.misspelt(where, key, known);
      };
      messages = overrideTexts(messagesFor(element, this.findTag()), given, unknown, path);
      this.#messages.set(element, messages);
    }
    return messages as Messages[K];
  }

  /** Tells the owner once, in the console and as an `unisono-problem` event, what to mend. */
  protected report(option: string, expected: string): void {
    const problem = `[unisono] <${this.localName}> ${option}: expected ${expected}.`;
    if (this.#reported.has(problem)) return;
    this.#reported.add(problem);
    console.error(problem);
    this.tell<ConfigurationProblem>('unisono-problem', { option, expected });
  }

  /** Tells the page what happened; from its document, where the element is no longer on it. */
  tell<Detail>(type: string, detail: Detail): void {
    const from = this.isConnected ? this : document;
    from.dispatchEvent(new CustomEvent<Detail>(type, { bubbles: true, composed: true, detail }));
  }
}
