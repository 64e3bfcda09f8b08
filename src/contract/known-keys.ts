import { z } from './zod.ts';

/**
 * An object that an owner writes: a key that is not known is refused by name, with those that are. A payload is read the other way round (`envelopeSchema`): there, what is not known is left out.
 */
export const knownKeys = <Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `not known here: ${(keys as string[]).join(', ')}; expected some of ${Object.keys(shape).join(', ')}`
        : undefined,
  });
