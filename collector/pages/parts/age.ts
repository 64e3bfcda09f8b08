import type { Language } from '../../words/words.ts';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** So long a time in its largest two units: `2 days 3 hr`. Less than none is none. */
export function duration(seconds: number, language: Language): string {
  let left = Math.max(0, seconds);
  const parts: string[] = [];
  for (const [unit, length] of units) {
    const count = Math.floor(left / length);
    left -= count * length;
    // Of days, minutes do not matter.
    if (count > 0 || (unit === 'minute' && parts.length === 0))
      parts.push(
        new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
      );
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break;
  }
  return parts.join(' ');
}

/** How long ago a moment was. A clock that is ahead makes it no time at all. */
export const age = (since: string, now: Date, language: Language): string =>
  duration((now.getTime() - new Date(since).getTime()) / 1_000, language);
