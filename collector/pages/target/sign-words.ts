import { type Envelope, termsOf } from 'unisono/schema';
import type { Words } from '../../words/words.ts';
import { wordFor } from '../parts/word-for.ts';

/** What a condition asks, in words. */
export type SignWords = (when: string) => string;

/** The questions of the owner's own, by the names of their controls, as the latest request had them. */
function questionsIn(leads: readonly Envelope[]): Record<string, string> {
  const asked = leads.flatMap(({ profile }) => profile.answers ?? []);
  return Object.fromEntries(asked.map(({ name, label }) => [name, label]));
}

/**
 * Says conditions in the words that people were asked in. A condition of several terms, or one that asks for a range of
 * values, stays as it is written: whoever wrote it can read it.
 * @param leads the earliest first
 */
export function signWords({ request, target }: Words, leads: readonly Envelope[]): SignWords {
  const questions = questionsIn(leads);
  const fields: Record<string, string> = {
    interests: request.interests,
    budget: request.budget,
    frequency: request.frequency,
    timeframe: request.timeframe,
  };
  const choices: Record<string, Record<string, string>> = request.choices;
  const says: SignWords = (when) => {
    if (Object.hasOwn(request.rules, when)) return request.rules[when]!;
    const [term, ...others] = termsOf(when) ?? [];
    if (!term || others.length > 0 || term.values.length > 1) return when;
    const { name, values, operator, not } = term;
    if (not) return target.not(says(`${name}${operator}${values[0] ?? ''}`));
    const value = values[0] ?? '';
    if (Object.hasOwn(target.behaviour, name) && operator !== '<=') return target.behaviour[name]!(value);
    if (operator !== '=') return when;
    if (Object.hasOwn(fields, name)) return target.said(fields[name]!, wordFor(choices[name] ?? {}, value));
    return target.said(wordFor(questions, name), value);
  };
  return says;
}
