import { type Option, words } from '../options/option.ts';
import { type FieldName, fieldTypes } from './field-types.ts';

/** A field as an owner asks for it. */
export interface FieldChoice {
  name: FieldName;
  /** Whether the form needs it to be sent. */
  required: boolean;
}

/** A field as an owner writes it: `phone`, or `phone?` where it may stay empty. */
export type AskedField = FieldName | `${FieldName}?`;

const names = Object.keys(fieldTypes) as FieldName[];

/**
 * The `fields` option: names in the order they are asked for, `?` behind an optional one, as a list or as a text
 * (`name email phone?`). The e-mail address is always asked for: a lead without one cannot be answered.
 */
export const fieldList: Option<readonly FieldChoice[], string | readonly AskedField[]> = {
  expected: `some of ${names.join(', ')}, with ? behind an optional one`,
  read(value) {
    const asked = new Map(words(value).map((word) => [word.replace(/\?$/, ''), !word.endsWith('?')]));
    if (!asked.size) return undefined;
    asked.set('email', true);
    const fields = Array.from(asked, ([name, required]) => ({ name: name as FieldName, required }));
    return fields.every(({ name }) => names.includes(name)) ? fields : undefined;
  },
};

/** The fields where the owner does not choose. */
export const defaultFields: readonly FieldChoice[] = /* @__PURE__ */ fieldList.read(
  'name email company? phone? interests timeframe message?',
)!;
