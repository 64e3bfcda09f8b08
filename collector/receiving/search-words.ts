/** Most words under which one person is found. */
const most = 30;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, as they are searched for: in small letters, without accents. */
export const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words under which a person is found: of their name, company and address, and their number's digits. */
export function searchWords(person: {
  email: string;
  name: string;
  company: string;
  phone: string;
}): string[] {
  const { email, name, company, phone } = person;
  const digits = phone.replace(/\D/g, '');
  return [...new Set([...wordsIn(name), ...wordsIn(company), ...wordsIn(email), plain(email), digits])]
    .filter(Boolean)
    .slice(0, most);
}
