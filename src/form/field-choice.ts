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
const isField = (name: string): name is FieldName => Object.hasOwn(fieldTypes, name);

/**
 * The `fields` option: names in the order they are asked for, `?` behind an optional one, as a list or as a text
 * (`name email phone?`). The e-mail address is always asked for: a lead without one cannot be answered.
 */
export const fieldList: Option<readonly FieldChoice[], string | readonly AskedField[]> = {
  expected: `some of ${names.join(', ')}, with ? behind an optional one`,
  read(value, complain) {
    const asked = new Map(words(value).map((word) => [word.replace(/\?$/, ''), !word.endsWith('?')]));
    if (!asked.size) return undefined;
    asked.set('email', true);
    const fields: FieldChoice[] = [];
    for (const [name, required] of asked) {
      if (isField(name)) fields.push({ name, required });
      else if (complain) complain(`.${name}`, `one of ${names.join(', ')}`);
      else return undefined;
    }
    return fields;
  },
};

/** The fields where the owner does not choose. */
export const defaultFields: readonly FieldChoice[] = /* @__PURE__ */ fieldList.read(
  'name email company? phone? interests timeframe message?',
)!;
