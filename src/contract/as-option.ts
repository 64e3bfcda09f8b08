import type { Option, OptionsGiven } from '../options/option.ts';
import { z } from './zod.ts';

type Given<O> = Exclude<OptionsGiven<{ option: O }>['option'], undefined>;

/** What an element takes for an option, in its own words for what it would have. */
export const asOption = <O extends Option>(option: O): z.ZodType<Given<O>> =>
  z.custom<Given<O>>((value) => option.read(value) !== undefined, { error: option.expected });
