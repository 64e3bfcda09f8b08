import { troubleOf } from '../../telling/sending.ts';
import type { Words } from '../../words/words.ts';

/** Why a message could not be sent, in words, with what the receiver said of it. */
export function troubleText(error: string, { telling: { troubles } }: Words): string {
  const trouble = troubleOf(error);
  return trouble ? troubles[trouble.kind](trouble.detail) : error;
}
