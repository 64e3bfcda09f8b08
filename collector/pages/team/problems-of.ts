import { isEmailAddress } from 'unisono/schema';
import { roles } from '../../store/tables.ts';
import { passwordLength } from '../../team/password.ts';
import type { Words } from '../../words/words.ts';
import { isLanguage } from '../../words/words.ts';

/** Signs that a name may have. */
export const nameLength = 120;
/** Signs that an address may have, by RFC 5321. */
export const emailLength = 254;

type Check = (value: string, problems: Words['team']['problems']) => string | undefined;

function checkPassword(value: string, problems: Words['team']['problems']): string | undefined {
  const { least, most } = passwordLength;
  if (value.length < least) return problems.tooShort(least, value.length);
  return value.length > most ? problems.tooLong(most) : undefined;
}

/** What is wrong with what was written into a field, by the field's name. */
const checks = {
  email: (value, { email }) => (isEmailAddress(value) && value.length <= emailLength ? undefined : email),
  name: (value, { name }) => (value !== '' && value.length <= nameLength ? undefined : name(nameLength)),
  role: (value, { role }) => (roles.some((known) => known === value) ? undefined : role),
  language: (value, { language }) => (isLanguage(value) ? undefined : language),
  password: checkPassword,
  newPassword: checkPassword,
} satisfies Record<string, Check>;

export type Problems = Record<string, string>;

/** What is wrong with these fields; `null` if nothing is. */
export function problemsOf(
  names: readonly (keyof typeof checks)[],
  field: (name: string) => string,
  { team }: Words,
): Problems | null {
  const found = names.flatMap((name) => {
    const problem = checks[name](field(name), team.problems);
    return problem ? [[name, problem] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
}
