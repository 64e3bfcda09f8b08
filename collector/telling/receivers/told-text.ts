import type { Errand } from './receiver.ts';

/** As one line, whatever was typed: it stands in a subject and among lines of ours. */
export const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A name that people read: one line of it. */
export const anyName = /^[^\p{C}]{1,60}$/u;

/** What happened, in a line. */
export function headlineOf({ told, words }: Errand): string {
  const { name, email, company } = told.person;
  const who = [name || email, company].map(line).filter(Boolean).join(', ');
  return words.destinations.headlines[told.event](who);
}

/** What is told of the lead, by the names that the destination has for it; its own address comes first. */
export const linesOf = ({ told, values, words }: Errand): [name: string, value: string][] => [
  [words.request.email, told.person.email],
  ...Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]),
];
