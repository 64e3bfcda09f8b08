import { emailAddress } from '../lead/email-address.ts';
import { z } from './zod.ts';

/** An e-mail address as the form takes it, so that what a form accepts is never refused on arrival. */
export const emailSchema = z.string().max(1_000).regex(emailAddress, { error: 'an e-mail address' });
