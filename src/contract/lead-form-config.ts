import { type LeadFormConfig, leadFormOptions, type NextStep } from '../form/lead-form-options.ts';
import { asOption } from './as-option.ts';
import { condition } from './condition-schema.ts';
import { consentSchema } from './consent-schema.ts';
import { knownKeys } from './known-keys.ts';
import { fieldsSchema } from './question-schema.ts';
import { scoringSchema } from './scoring-schema.ts';
import { sharedConfig } from './shared-config.ts';
import { line, link, text } from './texts.ts';
import { z } from './zod.ts';

/** http(s), absolute or relative to the page, and nobody's password in it. */
const endpoint = link
  .min(1)
  .regex(/^(?!([a-z]+:)?\/\/[^/?#]*@)/i, { error: 'an address without a user name' });

/** What is said of one receiver. */
const receiver = {
  endpoint: endpoint.exactOptional(),
  destination: z.enum(leadFormOptions.destination.choices).exactOptional(),
  portal: line.exactOptional(),
  form: line.exactOptional(),
  subscription: line.exactOptional(),
  sends: line.exactOptional(),
  contentType: z.enum(leadFormOptions.contentType.choices).exactOptional(),
  unreadable: z.boolean().exactOptional(),
  receipt: line.exactOptional(),
};

/** Purposes under names that a lead may carry: the box of another one would cost each lead that it travels in. */
const consents = z.union(
  [
    z.record(consentSchema.shape.purpose, text),
    asOption(leadFormOptions.consents).refine((given) => typeof given === 'string' || Array.isArray(given)),
  ],
  { error: leadFormOptions.consents.expected },
);

/** A link may write for a person; it never agrees for them. */
const prefill = z
  .union([line, z.array(line)], { error: leadFormOptions.prefill.expected })
  .refine((names) => !/(^|[\s,])(consent|objection)\./.test(String(names)), {
    error: 'names of questions: nobody agrees to anything by following a link',
  });

const nextStep = knownKeys({
  text: text.exactOptional(),
  link: line.regex(/^https:\/\/\S+$/, { error: 'an https address' }).exactOptional(),
  label: line.exactOptional(),
}) satisfies z.ZodType<NextStep>;

/**
 * Guards {@link LeadFormConfig}. A `policyUrl` over plain http is let through here and taken by the form only on a
 * page of the same origin, which a schema does not know.
 */
export const leadFormConfigSchema = knownKeys({
  ...sharedConfig,
  ...receiver,
  destinations: z.array(knownKeys({ ...receiver, when: condition.exactOptional() })).exactOptional(),
  hotEndpoint: endpoint.exactOptional(),
  tallyEndpoint: endpoint.exactOptional(),
  fields: fieldsSchema.exactOptional(),
  interests: z.record(z.string(), z.string()).exactOptional(),
  consents: consents.exactOptional(),
  prefill: prefill.exactOptional(),
  progressive: asOption(leadFormOptions.progressive).exactOptional(),
  name: line.exactOptional(),
  variant: line.exactOptional(),
  controller: line.exactOptional(),
  policyUrl: link.exactOptional(),
  policyVersion: line.exactOptional(),
  fallback: line.exactOptional(),
  noScoring: z.boolean().exactOptional(),
  scoring: scoringSchema.exactOptional(),
  nextStep: nextStep.exactOptional(),
  hotStep: nextStep.exactOptional(),
  redirect: link.exactOptional(),
  dialog: z.boolean().exactOptional(),
  remember: z.enum(leadFormOptions.remember.choices).exactOptional(),
}) satisfies z.ZodType<LeadFormConfig>;
