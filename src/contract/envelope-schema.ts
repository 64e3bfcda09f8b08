import type { Envelope } from '../lead/envelope.ts';
import { attributionSchema } from './attribution-schema.ts';
import { calculationSchema } from './calculation-schema.ts';
import { consentSchema } from './consent-schema.ts';
import { engagementSchema } from './engagement-schema.ts';
import { profileSchema } from './profile-schema.ts';
import { scoreSchema } from './score-schema.ts';
import { sourceSchema } from './source-schema.ts';
import { spamSchema } from './spam-schema.ts';
import { moment } from './texts.ts';
import { z } from './zod.ts';

/**
 * Guards {@link Envelope}: the lead as it arrives, contract version 1.
 *
 * A key that this version does not know is left out of the result and never a reason to refuse: a newer script
 * may send more to an older receiver. What is named here is copied key by key onto a fresh object, so no payload
 * reaches a prototype. Every text, list and object has a limit.
 */
export const envelopeSchema = z
  .object({
    version: z.literal(1),
    id: z.uuid().toLowerCase(),
    createdAt: moment,
    test: z.literal(true).exactOptional(),
    source: sourceSchema,
    profile: profileSchema,
    consents: z.array(consentSchema).max(20),
    attribution: attributionSchema.exactOptional(),
    engagement: engagementSchema.exactOptional(),
    calculation: calculationSchema.exactOptional(),
    score: scoreSchema.exactOptional(),
    spam: spamSchema,
  })
  .meta({
    title: 'Unisono lead',
    description: 'A lead as it travels, contract version 1.',
  }) satisfies z.ZodType<Envelope>;
