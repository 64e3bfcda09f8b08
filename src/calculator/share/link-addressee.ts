/** The key of the calculator that a link is for, which is no part of its scenario. */
export const addressee = 'for';

/** A scenario's text for a link from one calculator, which may stand beside others. */
export const addressed = (text: string, id: string): string =>
  id ? `${text}&${new URLSearchParams([[addressee, id]])}` : text;

/** The id of the calculator that a link is for, or null. */
export const addresseeOf = (link: string): string | null => new URLSearchParams(link).get(addressee);
