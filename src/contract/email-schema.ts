import { z } from './zod.ts';

const label = '[a-zA-Z0-9\\u0080-\\uffff](?:[a-zA-Z0-9\\u0080-\\uffff-]{0,61}[a-zA-Z0-9\\u0080-\\uffff])?';
const address = new RegExp(`^[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\\.${label})*$`);

/**
 * An e-mail address in the sense of `<input type="email">`, so that what a form accepts is never refused on arrival:
 * the pattern of https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, and beyond it the
 * international domains (`ada@bücher.example`) that Firefox accepts and sends as they were typed.
 */
export const emailSchema = z.string().max(1_000).regex(address, { error: 'an e-mail address' });
