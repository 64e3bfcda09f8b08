import { clickIds, type Envelope } from 'unisono/schema';
import type { Words } from '../../words/words.ts';
import { wordFor } from './word-for.ts';

type Attribution = NonNullable<Envelope['attribution']>;
type Touch = NonNullable<Attribution['first']>;

const hostOf = (address: string): string => address.replace(/^https?:\/\/([^/]*).*/, '$1');

/** One arrival in a line: campaign, paid click and site, as far as they are known. */
export function originOf({ utm, click, referrer }: Touch, { request }: Words): string {
  const campaign = [utm?.source, utm?.medium, utm?.campaign, utm?.term, utm?.content]
    .filter(Boolean)
    .join(' / ');
  const parts = [
    campaign,
    click && request.clicked(wordFor(request.platforms, wordFor(clickIds, click.name))),
    referrer && request.from(hostOf(referrer)),
  ];
  return parts.filter(Boolean).join(', ') || request.direct;
}

/** Where a lead comes from, in a line: what deserves the credit is for the reader, the three stand in the details. */
export function headlineOrigin({ last, current, first }: Attribution, words: Words): string {
  const touch = last ?? current ?? first;
  return touch ? originOf(touch, words) : '';
}
