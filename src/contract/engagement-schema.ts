import type { Engagement } from '../lead/engagement.ts';
import { z } from './zod.ts';

const count = z.int().min(0);

/** Guards {@link Engagement}. */
export const engagementSchema = z.object({
  pageViews: count,
  activeSeconds: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
  ctaClicks: count,
  calculations: count,
}) satisfies z.ZodType<Engagement>;
