import { envelopeLimit } from '../lead/envelope.ts';
import { z } from './zod.ts';

/** A text of one line. Longer than anybody types into a form field, so that what a form takes is taken here. */
export const line = z.string().max(1_000);

/** A text as long as a whole envelope may be: a message, a page's title, the words beside a box. */
export const text = z.string().max(envelopeLimit);

/** A moment as `Date.prototype.toISOString` writes it, or finer: down to nanoseconds. */
export const moment = z.iso.datetime().max(30);

/** Address of a page without query and fragment, where personal data may hide; `''` for a page that is no web page. */
export const pageAddress = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/[^\s?#]+)?$/, {
    error: 'a web address without query and fragment',
  });

/** A link that is safe to show as one: http, https or relative; never `javascript:` or `data:`. */
export const link = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/|(?![^/?#]*:))\S*$/i, {
    error: 'an http or https address',
  });
