import { type LeadFormConfig, leadFormOptions } from '../form/lead-form-options.ts';
import { asOption } from './as-option.ts';
import { knownKeys } from './known-keys.ts';
import { sharedConfig } from './shared-config.ts';
import { line, link } from './texts.ts';
import { z } from './zod.ts';

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
  contentType: z.enum(leadFormOptions.contentType.choices).exactOptional(),
  unreadable: z.boolean().exactOptional(),
  receipt: line.exactOptional(),
  hotEndpoint: endpoint.exactOptional(),
  tallyEndpoint: endpoint.exactOptional(),
  fields: asOption(leadFormOptions.fields).exactOptional(),
  interests: z.record(z.string(), z.string()).exactOptional(),
  name: line.exactOptional(),
  variant: line.exactOptional(),
  controller: line.exactOptional(),
  policyUrl: link.exactOptional(),
  policyVersion: line.exactOptional(),
  fallback: line.exactOptional(),
  consents: asOption(leadFormOptions.consents).exactOptional(),
  prefill: asOption(leadFormOptions.prefill).exactOptional(),
  progressive: asOption(leadFormOptions.progressive).exactOptional(),
  noScoring: z.boolean().exactOptional(),
  scoring: asOption(leadFormOptions.scoring).exactOptional(),
  nextStep: asOption(leadFormOptions.nextStep).exactOptional(),
  hotStep: asOption(leadFormOptions.hotStep).exactOptional(),
  redirect: link.exactOptional(),
  dialog: z.boolean().exactOptional(),
  remember: z.enum(leadFormOptions.remember.choices).exactOptional(),
}) satisfies z.ZodType<LeadFormConfig>;
