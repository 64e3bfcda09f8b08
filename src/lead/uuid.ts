/** A UUID v4: the 4 is its version, the 8 its variant. `crypto.randomUUID` does not exist on plain http, `getRandomValues` does. */
export const uuid = (
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string =>
  '00000000-0000-4000-8000-000000000000'.replace(/[08]/g, (digit) => {
    const [byte] = random(new Uint8Array(1)) as unknown as [number];
    return (digit === '8' ? 8 | (byte & 3) : byte & 15).toString(16);
  });
