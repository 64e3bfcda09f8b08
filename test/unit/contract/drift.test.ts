import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { attributionSchema } from '../../../src/contract/attribution-schema.ts';
import type { calculationSchema } from '../../../src/contract/calculation-schema.ts';
import type { consentSchema } from '../../../src/contract/consent-schema.ts';
import type { engagementSchema } from '../../../src/contract/engagement-schema.ts';
import type { envelopeSchema } from '../../../src/contract/envelope-schema.ts';
import type { profileSchema } from '../../../src/contract/profile-schema.ts';
import type { scoreSchema } from '../../../src/contract/score-schema.ts';
import type { sourceSchema } from '../../../src/contract/source-schema.ts';
import type { spamSchema } from '../../../src/contract/spam-schema.ts';
import type { touchSchema } from '../../../src/contract/touch-schema.ts';
import type { Attribution } from '../../../src/lead/attribution.ts';
import type { Calculation } from '../../../src/lead/calculation.ts';
import type { Consent } from '../../../src/lead/consent.ts';
import type { Engagement } from '../../../src/lead/engagement.ts';
import type { Envelope } from '../../../src/lead/envelope.ts';
import type { Source } from '../../../src/lead/lead.ts';
import type { Profile } from '../../../src/lead/profile.ts';
import type { Score } from '../../../src/lead/score.ts';
import type { Spam } from '../../../src/lead/spam.ts';
import type { Touch } from '../../../src/lead/touch.ts';

// `satisfies` beside each schema sees to it that what a schema lets through is what its interface says. It does not
// see an optional key that a schema forgot, or a word that it does not know: these do, when types are checked.
test('each schema says what its interface says, no less and no more', () => {
  expectTypeOf<z.output<typeof attributionSchema>>().toEqualTypeOf<Attribution>();
  expectTypeOf<z.output<typeof calculationSchema>>().toEqualTypeOf<Calculation>();
  expectTypeOf<z.output<typeof consentSchema>>().toEqualTypeOf<Consent>();
  expectTypeOf<z.output<typeof engagementSchema>>().toEqualTypeOf<Engagement>();
  expectTypeOf<z.output<typeof envelopeSchema>>().toEqualTypeOf<Envelope>();
  expectTypeOf<z.output<typeof profileSchema>>().toEqualTypeOf<Profile>();
  expectTypeOf<z.output<typeof scoreSchema>>().toEqualTypeOf<Score>();
  expectTypeOf<z.output<typeof sourceSchema>>().toEqualTypeOf<Source>();
  expectTypeOf<z.output<typeof spamSchema>>().toEqualTypeOf<Spam>();
  expectTypeOf<z.output<typeof touchSchema>>().toEqualTypeOf<Touch>();
});
