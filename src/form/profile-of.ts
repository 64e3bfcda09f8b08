import type { Buying, Profile } from '../lead/profile.ts';
import type { FieldName } from './field-types.ts';

/** The profile that a form's fields add up to. Empty fields leave nothing behind. */
export function profileOf(values: Partial<Record<FieldName, string>>): Profile {
  const said = Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value),
  ) as Partial<Record<FieldName, string>>;
  const { interests, budget, frequency, timeframe, email = '', ...plain } = said;
  const buying = { budget, frequency, timeframe } as Buying;
  return {
    ...plain,
    email,
    ...(interests && { interests: [interests] }),
    ...((budget || frequency || timeframe) && { buying }),
  };
}
