import type { Attribution } from '../../src/lead/attribution.ts';
import { clickIds } from '../../src/lead/click-ids.ts';
import type { Touch } from '../../src/lead/touch.ts';
import { texts } from './inbox-texts.ts';
import { wordFor } from './word-for.ts';

const hostOf = (address: string): string => address.replace(/^https?:\/\/([^/]*).*/, '$1');

/** One arrival in a line: campaign, paid click and site, as far as they are known. */
export function originOf({ utm, click, referrer }: Touch): string {
  const campaign = [utm?.source, utm?.medium, utm?.campaign, utm?.term, utm?.content]
    .filter(Boolean)
    .join(' / ');
  const parts = [
    campaign,
    click && texts.clicked(wordFor(texts.platforms, wordFor(clickIds, click.name))),
    referrer && texts.from(hostOf(referrer)),
  ];
  return parts.filter(Boolean).join(', ') || texts.direct;
}

/** Where a lead comes from, in a line: what deserves the credit is for the reader, the three stand in the details. */
export function headlineOrigin({ last, current, first }: Attribution): string {
  const touch = last ?? current ?? first;
  return touch ? originOf(touch) : '';
}
