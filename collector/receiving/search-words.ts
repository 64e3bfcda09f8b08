/** Most words under which one person is found. */
const most = 30;
/** Characters of a word that count: an index takes no more, and nobody types them. */
const longest = 64;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, as they are searched for: in small letters, without accents. */
const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words under which a person is found: of their name, company and address, and their number's digits. */
export function searchWords(person: {
  email: string;
  name: string;
  company: string;
  phone: string;
}): string[] {
  const { email, name, company, phone } = person;
  const digits = phone.replace(/\D/g, '');
  const words = [...wordsIn(name), ...wordsIn(company), ...wordsIn(email), plain(email), digits];
  return [...new Set(words.map((word) => word.slice(0, longest)))].filter(Boolean).slice(0, most);
}

/** What somebody looks for, as people are found by it. */
export const searchedWords = (text: string): string[] => wordsIn(text).map((word) => word.slice(0, longest));
