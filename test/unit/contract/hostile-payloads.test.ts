import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEnvelope } from '../../../src/schema.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

const key = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'version', 'email', 'inputs'),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, 0, -1, 1e308, '', '__proto__', {}, []),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 4 }),
    // As `JSON.parse` does it: `__proto__` becomes a key of its own.
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries) as Json),
  ),
}));

/** The lead with one of its parts, chosen by the numbers, in somebody else's hands. */
function tampered(part: Json, [at = 0, ...deeper]: number[], name: string, evil: Json): Json {
  if (typeof part !== 'object' || part === null) return evil;
  const names = Object.keys(part);
  const chosen = names[at % (names.length + 1)];
  const copy = structuredClone(part) as { [key: string]: Json };
  // JSON gives a list more elements, but no names: `length` is its own.
  const more = Array.isArray(part) ? String(names.length) : name;
  const [target, content] =
    chosen === undefined
      ? [more, evil]
      : [chosen, deeper.length > 0 ? tampered(copy[chosen]!, deeper, name, evil) : evil];
  // Nobody can redefine the length of a list: there it stays as it was.
  Reflect.defineProperty(copy, target, {
    value: content,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const state = (): unknown => prototypes.map((prototype) => Reflect.ownKeys(prototype));
const before = state();

const knownKeys = new Set(Object.keys({ ...buildEnvelope(), test: true }));

test('whatever arrives has an answer, changes no prototype and brings no key of its own', () => {
  const lead = JSON.parse(JSON.stringify(buildEnvelope())) as Json;
  const path = fc.array(fc.nat(30), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.oneof(
        value,
        fc.tuple(path, key, value).map(([at, name, evil]) => tampered(lead, at, name, evil)),
      ),
      (json) => {
        const parsed = parseEnvelope(json);
        if (!parsed.ok)
          return parsed.problems.length > 0 && parsed.problems.every(({ expected }) => expected.length > 0);
        expect(Object.getPrototypeOf(parsed.envelope)).toBe(Object.prototype);
        return Object.keys(parsed.envelope).every((name) => knownKeys.has(name));
      },
    ),
    { numRuns: 5_000 },
  );
  expect(state()).toEqual(before);
});
