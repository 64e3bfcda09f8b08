/**
 * What is being typed into number fields, by field. A text that cannot be read stays as it is, with its error, while the
 * number before it goes on counting; one that can gives way to the number as the locale writes it.
 */
export class Drafts<Value extends object | number | null, Problem extends string> {
  readonly #texts = new Map<string, string>();
  readonly #read: (name: string, text: string) => Value | Problem;
  readonly #update: () => void;
  readonly #isAsked: (name: string, text: string) => boolean;
  #edited: string | null = null;
  #isPointed = false;

  /**
   * @param read answers with what a field's text says, or with the name of what is wrong with it
   * @param update asks for another rendering
   * @param isAsked whether there is a question about a text, which stays until it is answered
   */
  constructor(
    read: (name: string, text: string) => Value | Problem,
    update: () => void,
    isAsked: (name: string, text: string) => boolean = () => false,
  ) {
    this.#read = read;
    this.#update = update;
    this.#isAsked = isAsked;
  }

  /** Takes down what stands in a field now. */
  type(name: string, text: string): Value | Problem {
    this.#texts.set(name, text);
    return this.#read(name, text);
  }

  text(name: string): string | undefined {
    return this.#texts.get(name);
  }

  problem(name: string): Problem | null {
    const text = this.#texts.get(name);
    const read = text === undefined ? null : this.#read(name, text);
    return typeof read === 'string' ? read : null;
  }

  /** Whether somebody is in a field. */
  isEdited(name: string): boolean {
    return name === this.#edited;
  }

  /**
   * On coming into a field: its number loses its groups at once, before a key can be pressed. All of it is selected, as
   * the tab key does it, unless the pointer is about to put the caret where it points.
   */
  readonly focus = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    const { name, readOnly } = field;
    if (readOnly) return;
    this.#edited = name;
    if (this.#texts.has(name)) return;
    // First, since it may bring another number: what is selected is what stands there then.
    this.#update();
    field.value = field.dataset.plain!;
    if (!this.#isPointed) field.select();
  };

  readonly point = (): void => {
    this.#isPointed = true;
  };

  /** On leaving a field: what could be read is a draft no longer. */
  readonly blur = ({ target }: Event): void => {
    const { name } = target as HTMLInputElement;
    this.#edited = null;
    this.#isPointed = false;
    const text = this.#texts.get(name);
    if (text !== undefined && !this.problem(name) && !this.#isAsked(name, text)) this.#texts.delete(name);
    this.#update();
  };

  drop(name: string): void {
    this.#texts.delete(name);
  }

  clear(): void {
    this.#texts.clear();
  }
}
