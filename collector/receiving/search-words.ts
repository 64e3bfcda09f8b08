/** Most words under which one person is found. */
const most = 30;
/** Characters of a word that count: an index takes no more, and nobody types them. */
const longest = 64;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, as they are searched for: in small letters, without accents. */
const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Digits that tell one number from another. */
const leastDigits = 6;

/** A number from its first digit on, from its second, and so on: people leave out what stands before their own part. */
function endsOf(phone: string): string[] {
  const digits = phone.replace(/\D/g, '').slice(0, 15);
  if (digits.length <= leastDigits) return [digits];
  return Array.from({ length: digits.length - leastDigits + 1 }, (_, at) => digits.slice(at));
}

/** The words under which a person is found: of their name, company and address, and their number's digits. */
export function searchWords(person: {
  email: string;
  name: string;
  company: string;
  phone: string;
}): string[] {
  const { email, name, company, phone } = person;
  const words = [...wordsIn(name), ...wordsIn(company), ...wordsIn(email), plain(email), ...endsOf(phone)];
  return [...new Set(words.map((word) => word.slice(0, longest)))].filter(Boolean).slice(0, most);
}

/** What somebody looks for, as people are found by it. */
export const searchedWords = (text: string): string[] => {
  const isNumber = /^[\d\s+()/.-]*\d[\d\s+()/.-]*$/.test(text);
  return (isNumber ? [text.replace(/\D/g, '')] : wordsIn(text)).map((word) => word.slice(0, longest));
};
