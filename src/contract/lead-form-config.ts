import type { LeadFormConfig } from '../form/lead-form-options.ts';
import { words } from '../options/option.ts';
import { knownKeys } from './known-keys.ts';
import { sharedConfig } from './shared-config.ts';
import { line, link } from './texts.ts';
import { z } from './zod.ts';

type AskedField = Exclude<LeadFormConfig['fields'], string | undefined>[number];

const fieldNames = [
  'name',
  'firstName',
  'lastName',
  'email',
  'company',
  'phone',
  'interests',
  'timeframe',
  'budget',
  'frequency',
  'message',
] as const;

const expectedFields = `some of ${fieldNames.join(', ')}, with ? behind an optional one`;
const isAskedField = (asked: unknown): asked is AskedField =>
  typeof asked === 'string' && (fieldNames as readonly string[]).includes(asked.replace(/\?$/, ''));

const askedField = z.custom<AskedField>(isAskedField, { error: expectedFields });
const askedFields = z
  .string()
  .refine((asked) => words(asked).length > 0 && words(asked).every(isAskedField), { error: expectedFields });

/** http(s), absolute or relative to the page, and nobody's password in it. */
const endpoint = link
  .min(1)
  .regex(/^(?!([a-z]+:)?\/\/[^/?#]*@)/i, { error: 'an address without a user name' });

/**
 * Guards {@link LeadFormConfig}. A `policyUrl` over plain http is let through here and taken by the form only on a
 * page of the same origin, which a schema does not know.
 */
export const leadFormConfigSchema = knownKeys({
  ...sharedConfig,
  endpoint: endpoint.exactOptional(),
  contentType: z.enum(['text/plain', 'application/json']).exactOptional(),
  unreadable: z.boolean().exactOptional(),
  receipt: line.exactOptional(),
  fields: z.union([askedFields, z.array(askedField)], { error: expectedFields }).exactOptional(),
  interests: z.record(z.string(), z.string()).exactOptional(),
  name: line.exactOptional(),
  variant: line.exactOptional(),
  controller: line.exactOptional(),
  policyUrl: link.exactOptional(),
  policyVersion: line.exactOptional(),
  fallback: line.exactOptional(),
}) satisfies z.ZodType<LeadFormConfig>;
