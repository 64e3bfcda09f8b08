import { type Answer, type Buying, buyingChoices, type Profile, profileLines } from '../lead/profile.ts';

/** What stands under one name of a form. */
export interface Said {
  name: string;
  /** The question, as the person reads it. */
  label: string;
  /** Trimmed, none of them empty. */
  values: readonly string[];
  /** Whether there may be several. */
  isList: boolean;
}

const isPart = <Name extends string>(parts: readonly Name[] | object, name: string): name is Name =>
  Array.isArray(parts) ? parts.includes(name) : Object.hasOwn(parts, name);

/**
 * The profile that a form adds up to. A name that the profile has a place for fills that place; every other one is an
 * answer of the owner's own, and so is a habit of buying in words, or in several, that the contract does not know.
 */
export function profileOf(said: readonly Said[]): Profile {
  const profile: Profile = { email: '' };
  const buying: Record<string, string> = {};
  const answers: Answer[] = [];
  for (const { name, label, values, isList } of said) {
    const [value] = values;
    if (value === undefined) continue;
    if (name === 'email' || name === 'message' || isPart(profileLines, name))
      profile[name] = values.join(', ');
    else if (name === 'interests') profile.interests = [...values];
    else if (isPart<keyof Buying>(buyingChoices, name) && !values[1] && isPart(buyingChoices[name], value))
      buying[name] = value;
    else answers.push({ name, label, value: isList ? [...values] : value });
  }
  if (Object.keys(buying).length) profile.buying = buying as Buying;
  if (answers.length) profile.answers = answers;
  return profile;
}
