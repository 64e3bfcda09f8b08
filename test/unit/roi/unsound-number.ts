/** The path of the first NaN, infinity or -0 anywhere in an answer, or null. */
export function unsoundNumber(value: unknown, path = 'answer'): string | null {
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? null : `${path} = ${value}`;
  if (typeof value !== 'object' || value === null) return null;
  for (const key in value) {
    const found = unsoundNumber((value as Record<string, unknown>)[key], `${path}.${key}`);
    if (found) return found;
  }
  return null;
}
