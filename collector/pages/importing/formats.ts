import type { Visit } from '../route.ts';

/** How figures of a file are written: to the cent, since they are held against those of another program. */
export function formatsOf({ language, desk }: Visit) {
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: desk.settings.currency,
    useGrouping: 'always',
  });
  const count = new Intl.NumberFormat(language, { useGrouping: 'always' });
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    money: (amount: number) => money.format(amount + 0),
    count: (number: number) => count.format(number),
    day: (of: string) => day.format(new Date(`${of}T00:00Z`)),
  };
}

export type Formats = ReturnType<typeof formatsOf>;
