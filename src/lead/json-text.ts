// As they were when our script ran: pages replace them.
const { stringify, parse } = JSON;

/**
 * A value as JSON, the same each time; `null` for what JSON cannot say.
 * `toJSON` is passed over: some libraries put one on `Array.prototype` that turns lists into strings.
 */
export function jsonText(value: unknown): string | null {
  try {
    return (
      stringify(value, function (this: Record<string, unknown>, key) {
        return this[key];
      }) ?? null
    );
  } catch {
    return null;
  }
}

/**
 * What a text says in JSON.
 * @throws SyntaxError for what is none
 */
export const parseJson: (text: string) => unknown = parse;
