import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, isPassword, passwordCost } from '../../../collector/team/password.ts';

/** `scrypt` of "an older password" with N = 2^10, made once with node's own. */
const older = 'scrypt$10$8$1$c2FsdHNhbHRzYWx0c2FsdA$8X4oJ9gKOWI_Cg0AHsK-1jZdz31OhcskAPqZ1gvRmF0';

describe('a password', () => {
  it('is known again, and no other one is', async () => {
    const hash = await hashPassword('correct horse battery', passwordCost);
    expect(await isPassword('correct horse battery', hash, passwordCost)).toBe(true);
    expect(await isPassword('correct horse batterY', hash, passwordCost)).toBe(false);
    expect(await isPassword('', hash, passwordCost)).toBe(false);
  });

  it('is kept differently each time, so that two who chose the same are not seen to', async () => {
    const [a, b] = await Promise.all([
      hashPassword('correct horse battery', passwordCost),
      hashPassword('correct horse battery', passwordCost),
    ]);
    expect(a).not.toBe(b);
    expect(a).toMatch(/^scrypt\$\d+\$\d+\$\d+\$[\w-]{22}\$[\w-]{43}$/);
  });

  it('is the same however a keyboard puts its accents together', async () => {
    expect(
      await isPassword(
        'perche\u0301 no, davvero',
        await hashPassword('perch\u00e9 no, davvero', passwordCost),
        passwordCost,
      ),
    ).toBe(true);
  });

  it('is known by a hash of another cost, which is told to be out of date', async () => {
    expect(await isPassword('an older password', older, passwordCost)).toBe(true);
    expect(await isPassword('another password', older, passwordCost)).toBe(false);
    expect(isOutdated(older, passwordCost)).toBe(true);
    expect(isOutdated(await hashPassword('correct horse battery', passwordCost), passwordCost)).toBe(false);
  });

  it('is nobody’s where there is no hash, or none that can be read', async () => {
    expect(await isPassword('', null, passwordCost)).toBe(false);
    for (const hash of ['', 'scrypt$', 'scrypt$10$8$1$$', 'plain text', `${older}$more`])
      expect(await isPassword('an older password', hash, passwordCost), hash).toBe(false);
  });
});
