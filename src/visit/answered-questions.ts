import { jsonText, parseJson } from '../lead/json-text.ts';
import { profilingConsent } from './profiling-consent.ts';

const key = 'unisono:answered';
/** So many are remembered, of all forms together. */
const most = 200;

type Answered = [form: string, question: string];

/** What the device has; nothing where it is denied or damaged. */
function stored(): Answered[] {
  try {
    const answered = parseJson(localStorage.getItem(key) ?? '[]') as Answered[];
    return answered.map(([form, question]) => [`${form}`, `${question}`]);
  } catch {
    return [];
  }
}

/**
 * Names of the questions of a form that this person has answered already, on this device.
 * They were remembered on a yes that nobody has taken back: a new tab need not hear it again to read them. After a no in
 * this tab there are none.
 */
export const answeredQuestions = (form: string): string[] =>
  profilingConsent()?.granted === false
    ? []
    : stored()
        .filter(([of]) => of === form)
        .map(([, question]) => question);

/** Remembers that questions were answered: their names, never what was said. Only while a yes to profiling stands. */
export function rememberAnswered(form: string, names: readonly string[]): void {
  if (!profilingConsent()?.granted) return;
  const others = stored().filter(([of, question]) => of !== form || !names.includes(question));
  const answered = [...others, ...names.map((name): Answered => [form, name])];
  try {
    localStorage.setItem(key, jsonText(answered.slice(-most))!);
  } catch {
    // Denied or full: the person is asked once more.
  }
}

/** Forgets all of them, on this device. */
export function forgetAnswered(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Denied: nothing was ever remembered.
  }
}
