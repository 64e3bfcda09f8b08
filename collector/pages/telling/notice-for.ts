import type { Notice } from '../page.tsx';
import type { SignedIn } from '../route.ts';

/** What has just been done with a destination, as the address of the page says it. */
export function noticeFor({ c, words }: SignedIn): Notice | null {
  const { done: texts } = words.destinations;
  const done = c.req.query('done') ?? '';
  return Object.hasOwn(texts, done)
    ? { text: texts[done as keyof typeof texts], isTrouble: done === 'missing' }
    : null;
}
