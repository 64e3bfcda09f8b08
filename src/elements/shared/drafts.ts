/**
 * What is being typed into number fields, by field. A text that cannot be read stays as it is, with its error, while the
 * number before it goes on counting; one that can gives way to the number as the locale writes it.
 */
export class Drafts<Value extends object | number | null, Problem extends string> {
  readonly #texts = new Map<string, string>();
  readonly #read: (name: string, text: string) => Value | Problem;

  /** @param read answers with what a field's text says, or with the name of what is wrong with it */
  constructor(read: (name: string, text: string) => Value | Problem) {
    this.#read = read;
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

  /** On leaving a field: what could be read is a draft no longer. */
  leave(name: string): void {
    if (!this.problem(name)) this.#texts.delete(name);
  }

  drop(name: string): void {
    this.#texts.delete(name);
  }

  clear(): void {
    this.#texts.clear();
  }
}
