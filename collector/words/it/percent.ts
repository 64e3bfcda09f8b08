/** Whether a number is read with a vowel first: uno, otto, ottanta, undici. */
const isElided = (share: string): boolean => /^(?:8|11?(?!\d))/.test(share);

/** A share with its article: `l’80%`, `il 70%`. */
export const il = (share: string): string => (isElided(share) ? `l’${share}` : `il ${share}`);

/** The same after “di”. */
export const del = (share: string): string => (isElided(share) ? `dell’${share}` : `del ${share}`);
