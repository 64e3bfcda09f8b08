import type { Settings } from './desk.ts';

/** A setting that is not what it should be. Its message is for whoever starts the collector. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

const wrong = (name: string, expected: string, given: string) =>
  new SettingError(`${name} is ${expected}, not ${given}.`);

function count(name: string, given: string | undefined, otherwise: number, most: number): number {
  if (!given) return otherwise;
  if (!/^\d{1,9}$/.test(given) || Number(given) > most)
    throw wrong(name, `a number from 0 to ${most}`, given);
  return Number(given);
}

/** What was given is not repeated: it may have a password in it. */
function address(name: string, given: string, protocols: readonly string[]): string {
  if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given.replace(/\/+$/, '');
  const examples = protocols.map((protocol) => `${protocol}//…`).join(' or ');
  throw new SettingError(`${name} is an address such as ${examples}.`);
}

/** The collector's own address: it is reached at the root of a host. */
function ownUrl(given: string): string {
  const url = address('UNISONO_URL', given, ['https:', 'http:']);
  if (new URL(url).origin !== url)
    throw new SettingError('UNISONO_URL is the address of a host alone, such as https://leads.shop.example.');
  return url;
}

/** A page somewhere, without what stands behind its `#`. */
const page = (name: string, given: string): string =>
  address(name, given, ['https:', 'http:']).replace(/#.*$/, '');

/** Where the collector listens, and what it works with. */
export interface Setup {
  port: number;
  host: string;
  folder: string;
  databaseUrl: string | undefined;
  settings: Omit<Settings, 'url'> & { url: string | null };
}

/**
 * Reads how a collector is set up.
 * @param env environment variables
 * @param folder where leads are kept unless it is said otherwise
 * @throws SettingError that names the variable and what was expected
 */
export function settingsOf(env: NodeJS.ProcessEnv, folder: string): Setup {
  const { UNISONO_URL, UNISONO_SMTP, UNISONO_ORIGINS, UNISONO_PLANNER, DATABASE_URL } = env;
  const currency = env.UNISONO_CURRENCY || 'EUR';
  if (!/^[A-Z]{3}$/.test(currency))
    throw wrong('UNISONO_CURRENCY', 'a code of ISO 4217 such as EUR', currency);
  const origins = (UNISONO_ORIGINS || '*').split(/[\s,]+/).filter(Boolean);
  for (const origin of origins)
    if (origin !== '*' && (!URL.canParse(origin) || new URL(origin).origin !== origin))
      throw wrong('UNISONO_ORIGINS', 'a list of sites such as https://shop.example, or *', origin);
  if (UNISONO_SMTP && !UNISONO_URL)
    throw new SettingError(
      'UNISONO_SMTP needs UNISONO_URL: the address to which the links in its mails lead.',
    );
  const host = env.HOST || '127.0.0.1';
  return {
    port: count('PORT', env.PORT, 4173, 65_535),
    host,
    folder: env.UNISONO_DATA || folder,
    databaseUrl: DATABASE_URL && address('DATABASE_URL', DATABASE_URL, ['postgres:', 'postgresql:']),
    settings: {
      url: UNISONO_URL ? ownUrl(UNISONO_URL) : null,
      origins: origins.includes('*') ? '*' : origins,
      hosts: [host],
      smtp: UNISONO_SMTP ? address('UNISONO_SMTP', UNISONO_SMTP, ['smtp:', 'smtps:']) : null,
      mailFrom: env.UNISONO_MAIL_FROM || 'Unisono <leads@localhost>',
      token: env.UNISONO_TOKEN || null,
      leadsPerMinute: count('UNISONO_LIMIT', env.UNISONO_LIMIT, 120, 1_000_000),
      isBehindProxy: env.UNISONO_PROXY === '1',
      currency,
      planner: UNISONO_PLANNER ? page('UNISONO_PLANNER', UNISONO_PLANNER) : null,
      demo: null,
    },
  };
}
