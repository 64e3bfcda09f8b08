import type { Option } from '../shared/option.ts';
import { type FieldName, fieldTypes } from './field-types.ts';

/** A field as an owner asks for it. */
export interface FieldChoice {
  name: FieldName;
  /** Whether the form can be sent without it. */
  required: boolean;
  /** The owner's own words. */
  label?: string;
  /** The owner's own choices of a select, each shown as it is sent. */
  choices?: readonly string[];
}

const isField = (name: unknown): name is FieldName =>
  typeof name === 'string' && Object.hasOwn(fieldTypes, name);

/** The fields where the owner does not choose. */
export const defaultFields: readonly FieldChoice[] = (Object.keys(fieldTypes) as FieldName[])
  .filter((name) => fieldTypes[name].byDefault)
  .map((name) => ({ name, required: fieldTypes[name].byDefault === 'required' }));

function fieldChoice(given: unknown): FieldChoice | undefined {
  const own = (
    typeof given === 'string' ? { name: given.replace(/\?$/, ''), required: !given.endsWith('?') } : given
  ) as Partial<FieldChoice> | null;
  if (!own || !isField(own.name)) return undefined;
  const { name, required = true, label, choices } = own;
  return {
    name,
    required: required === true || name === 'email',
    ...(typeof label === 'string' && { label }),
    ...(Array.isArray(choices) && { choices: choices.map(String) }),
  };
}

/**
 * The `fields` option: names in the order they are asked, `?` behind an optional one (`name email phone?`), or a list
 * of names and `FieldChoice` objects. The e-mail address is always asked for, since a lead without one has no answer.
 */
export const fieldList: Option<readonly FieldChoice[]> = {
  expected: `a list of ${Object.keys(fieldTypes).join(', ')}, with ? behind an optional one`,
  read(value) {
    const given = typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value;
    if (!Array.isArray(given) || given.length === 0) return undefined;
    const fields = given.map(fieldChoice);
    if (fields.includes(undefined)) return undefined;
    const chosen = fields as FieldChoice[];
    const unique = chosen.filter(({ name }, at) => chosen.findIndex((other) => other.name === name) === at);
    return unique.some(({ name }) => name === 'email')
      ? unique
      : [...unique, { name: 'email', required: true }];
  },
};
