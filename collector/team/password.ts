import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * In UTF-16 units, as a browser's `minlength` counts them. Length is all that is asked for: rules about capitals and
 * digits make people choose worse ones (NIST SP 800-63B, 3.1.1.2).
 */
export const passwordLength = { least: 12, most: 200 };

/** What a guess costs, in scrypt's terms. It stands in every hash. */
export interface PasswordCost {
  /** `2 ** power` is scrypt's N. */
  power: number;
  block: number;
  lanes: number;
}

/**
 * 32 MiB and about a quarter of a second, as OWASP advises for scrypt. It can be raised: who signs in with an older
 * hash gets a new one.
 */
export const passwordCost: PasswordCost = { power: 15, block: 8, lanes: 3 };

const keyLength = 32;
const written = ({ power, block, lanes }: PasswordCost): string => `scrypt$${power}$${block}$${lanes}$`;

function derived(password: string, salt: Buffer, { power, block, lanes }: PasswordCost): Promise<Buffer> {
  const N = 2 ** power;
  const options: ScryptOptions = { N, r: block, p: lanes, maxmem: 128 * block * (N + lanes + 2) };
  return new Promise((resolve, reject) =>
    // The same letters may be typed as different code points, by keyboard and by system.
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** What is kept of a password: `scrypt$power$block$lanes$salt$key`. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derived(password, salt, cost);
  return `${written(cost)}${salt.toString('base64url')}$${key.toString('base64url')}`;
}

function readHash(hash: string): { salt: Buffer; key: Buffer; cost: PasswordCost } | null {
  const found = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(hash);
  if (!found) return null;
  const [power, block, lanes] = found.slice(1, 4).map(Number) as [number, number, number];
  const [salt, key] = found.slice(4).map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer];
  return { salt, key, cost: { power, block, lanes } };
}

/**
 * Whether a password is the one that was hashed. Where there is no hash it costs the same time, so that nobody learns
 * by a watch which addresses exist.
 */
export async function isPassword(
  password: string,
  hash: string | null,
  cost: PasswordCost,
): Promise<boolean> {
  const kept = hash === null ? null : readHash(hash);
  // What is longer is nobody's, and would take its time.
  const key = await derived(
    password.slice(0, passwordLength.most + 1),
    kept?.salt ?? randomBytes(16),
    kept?.cost ?? cost,
  );
  return kept !== null && kept.key.length === key.length && timingSafeEqual(kept.key, key);
}

/** Whether a hash was made when a guess cost something else. */
export const isOutdated = (hash: string, cost: PasswordCost): boolean => !hash.startsWith(written(cost));
