/** What is being typed into number fields, by field. */
export interface Drafts<Value, Problem> {
  /** Takes down what stands in a field now. */
  type(name: string, text: string): Value | Problem;
  text(name: string): string | undefined;
  problem(name: string): Problem | null;
  /** Whether somebody is in a field. */
  isEdited(name: string): boolean;
  /**
   * On coming into a field: its number loses its groups at once, before a key can be pressed. All of it is selected, as
   * the tab key does it, unless the pointer is about to put the caret where it points.
   */
  focus(event: Event): void;
  point(): void;
  /** On leaving a field: what could be read is a draft no longer. */
  blur(event: Event): void;
  drop(name: string): void;
  clear(): void;
  /** Puts the texts away, and brings back those that were put away before. */
  turn(): void;
}

/**
 * A text that cannot be read stays as it is, with its error, while the number before it goes on counting; one that can
 * gives way to the number as the locale writes it.
 *
 * @param read answers with what a field's text says, or with the name of what is wrong with it
 * @param update asks for another rendering
 * @param isAsked whether there is a question about a text, which stays until it is answered
 */
export function createDrafts<Value extends object | number | null, Problem extends string>(
  read: (name: string, text: string) => Value | Problem,
  update: () => void,
  isAsked: (name: string, text: string) => boolean = () => false,
): Drafts<Value, Problem> {
  let texts = new Map<string, string>();
  let away = new Map<string, string>();
  let edited: string | null = null;
  let isPointed = false;

  const problem = (name: string): Problem | null => {
    const text = texts.get(name);
    const found = text === undefined ? null : read(name, text);
    return typeof found === 'string' ? found : null;
  };
  return {
    type(name, text) {
      texts.set(name, text);
      return read(name, text);
    },
    text: (name) => texts.get(name),
    problem,
    isEdited: (name) => name === edited,
    focus({ target }) {
      const field = target as HTMLInputElement;
      const { name, readOnly } = field;
      if (readOnly) return;
      edited = name;
      if (texts.has(name)) return;
      // First, since it may bring another number: what is selected is what stands there then.
      update();
      field.value = field.dataset.plain!;
      if (!isPointed) field.select();
    },
    point() {
      isPointed = true;
    },
    blur({ target }) {
      const { name } = target as HTMLInputElement;
      edited = null;
      isPointed = false;
      const text = texts.get(name);
      if (text !== undefined && !problem(name) && !isAsked(name, text)) texts.delete(name);
      update();
    },
    drop(name) {
      texts.delete(name);
    },
    clear() {
      texts.clear();
      away.clear();
    },
    turn() {
      [texts, away] = [away, texts];
    },
  };
}
