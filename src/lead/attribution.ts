import type { Touch } from './touch.ts';

/** Where a lead comes from. All three are kept raw: which of them deserves the credit is the reader's question. */
export interface Attribution {
  /** The first arrival known. */
  first?: Touch;
  /** The latest arrival with an origin (a campaign, an advertising click or another site); a direct return does not replace it. */
  last?: Touch;
  /** The arrival of this visit. */
  current?: Touch;
}

/** The attribution after one more arrival. */
export function withTouch({ first, last }: Attribution, touch: Touch): Attribution {
  const hasOrigin = touch.utm || touch.click || touch.referrer;
  return { first: first ?? touch, last: hasOrigin ? touch : (last ?? touch), current: touch };
}
