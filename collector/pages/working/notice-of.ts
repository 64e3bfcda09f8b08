import type { JournalKind } from '../../store/tables.ts';
import type { Notice } from '../page.tsx';
import type { SignedIn } from '../route.ts';

/** The address of a page, with what was just done: `done` is the kind of it, `entry` its place in the journal. */
export const toldAt = (path: string, kind: JournalKind, person: number, entry: number): string =>
  `${path}?done=${kind}&person=${person}&entry=${entry}`;

const isCount = (text: string): boolean => /^\d{1,15}$/.test(text);

/**
 * What was just done, with the button that takes it back. It stands in the page's address, so that a reload tells it
 * again and nothing has to be remembered; who makes one up reads a sentence that is not true of anything.
 */
export function noticeOf({ words, field }: SignedIn): Notice | null {
  const { done, undo } = words.person;
  const kind = field('done');
  if (kind === 'example-cleared') return { text: words.example.cleared };
  if (!Object.hasOwn(done, kind)) return null;
  const text = done[kind as keyof typeof done];
  const [person, entry] = [field('person'), field('entry')];
  const isUndoable = kind !== 'undo' && isCount(person) && isCount(entry);
  return {
    text,
    ...(isUndoable && { undo: { action: `/people/${person}/undo/${entry}`, label: undo } }),
  };
}
