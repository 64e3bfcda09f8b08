/** Hears of a part that is not understood, by its path (`.media`), while the rest of an option is taken. */
export type Complain = (path: string, expected: string) => void;

/**
 * One thing an owner can set: by attribute, by property, or by a key of the `<script type="application/json">` child.
 * `read` answers `undefined` for what it does not understand; `expected` then says what it would have.
 */
export interface Option<T = unknown, Given = T> {
  expected: string;
  read(value: unknown, complain?: Complain): T | undefined;
  /** For the types alone: what an owner may hand in, where that is not what is made of it. */
  readonly given?: Given;
}

type OptionValue<O> = O extends Option<infer T, infer _> ? T : never;
type OptionGiven<O> = O extends Option<infer _, infer Given> ? Given : never;

/** The values that a table of options can come to. */
export type OptionValues<Table> = { -readonly [Name in keyof Table]?: OptionValue<Table[Name]> };

/** What an owner may hand in for a table of options. */
export type OptionsGiven<Table> = { -readonly [Name in keyof Table]?: OptionGiven<Table[Name]> };

const asText = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

/** The words of a list or of a text, however it is laid out. */
export const words = (value: unknown): string[] => String(value).match(/[^\s,]+/g) ?? [];

export const text: Option<string> = { expected: 'a text', read: asText };

/** A boolean attribute: there or not. */
export const flag: Option<boolean> = {
  expected: 'true or false',
  read: (value) => (value === '' ? true : typeof value === 'boolean' ? value : undefined),
};

/** One of a few words; `choices` has them. */
export const oneOf = <const T extends string>(...choices: T[]): Option<T> & { choices: T[] } => ({
  expected: `one of ${choices.join(', ')}`,
  read: (value) => choices.find((known) => known === value),
  choices,
});

/** An address that is safe to link to: https, or http on the page's own origin. */
export const link: Option<string> = {
  expected: 'an https address',
  read(value) {
    try {
      // What is no text is no address, while '' would be the page's own.
      const { protocol, origin, href } = new URL(asText(value) ?? 'data:', document.baseURI);
      return protocol === 'https:' || (protocol === 'http:' && origin === location.origin) ? href : undefined;
    } catch {
      return undefined;
    }
  },
};

/** A JSON object, read further by whoever asked for it. */
export const record: Option<Record<string, unknown>> = {
  expected: 'an object',
  read: (value) => (value && typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined),
};

/** A JSON object that holds nothing but texts. */
export const texts: Option<Record<string, string>> = {
  expected: 'texts',
  read(value) {
    const given = record.read(value);
    const isSound = given && Object.values(given).every((each) => typeof each === 'string');
    return isSound ? (given as Record<string, string>) : undefined;
  },
};

const code = /^[A-Z]{3}$/;

/** An ISO 4217 code. */
export const currency: Option<string> = {
  expected: 'an ISO 4217 code such as EUR',
  read: (value) => asText(value)?.toUpperCase().match(code)?.[0],
};

/** Several of them, as a list or as a text. */
export const currencies: Option<string[], string | readonly string[]> = {
  expected: 'ISO 4217 codes such as EUR USD',
  read(value) {
    const given = words(value).map((each) => each.toUpperCase());
    return given.length && given.every((each) => code.test(each)) ? given : undefined;
  },
};
