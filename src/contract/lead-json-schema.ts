import { envelopeSchema } from './envelope-schema.ts';
import { z } from './zod.ts';

/** The contract as JSON Schema (draft 2020-12), for receivers in other languages. Unknown keys are allowed and ignored. */
export const leadJsonSchema = (): z.core.JSONSchema.BaseSchema =>
  z.toJSONSchema(envelopeSchema, { io: 'input' });
