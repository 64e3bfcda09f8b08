import type { Visit } from '../route.ts';

/** How figures of a file are written: to the cent, since they are held against those of another program. */
export function formatsOf({ language, desk }: Visit) {
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: desk.settings.currency,
    useGrouping: 'always',
  });
  const count = new Intl.NumberFormat(language, { useGrouping: 'always' });
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' });
  const day = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = date({ month: 'long', year: 'numeric' });
  return {
    money: (amount: number) => money.format(amount + 0),
    count: (number: number) => count.format(number),
    /** A day, or a month where no day is known. */
    day: (of: string) =>
      of.length === 7 ? month.format(new Date(`${of}-01T00:00Z`)) : day.format(new Date(`${of}T00:00Z`)),
  };
}

export type Formats = ReturnType<typeof formatsOf>;
