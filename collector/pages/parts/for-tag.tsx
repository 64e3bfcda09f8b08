import type { JSX } from 'preact';
import type { Scoring } from 'unisono/schema';
import type { Words } from '../../words/words.ts';

/** Rules as the form on the owner's site takes them, to be copied there. */
export const ForTag = ({ scoring, words }: { scoring: Scoring; words: Words }): JSX.Element => (
  <>
    <p class="quiet" id="tag-hint">
      {words.scoring.forTagHint}
    </p>
    <textarea rows={8} readOnly aria-label={words.scoring.forTag} aria-describedby="tag-hint">
      {JSON.stringify({ scoring }, null, 2)}
    </textarea>
  </>
);
