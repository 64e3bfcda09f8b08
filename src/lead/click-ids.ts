/**
 * The parameters by which advertising platforms mark the click that led to a page, and whose they are. The first that
 * an address has counts. One line a parameter: the place to add the next.
 */
export const clickIds = {
  gclid: 'google',
  gbraid: 'google',
  wbraid: 'google',
  dclid: 'google',
  fbclid: 'meta',
  msclkid: 'microsoft',
  li_fat_id: 'linkedin',
  ttclid: 'tiktok',
  twclid: 'x',
  epik: 'pinterest',
} as const;
