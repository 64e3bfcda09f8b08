import { bare } from '../lead/bare.ts';
import { lastWord } from '../lead/consent.ts';
import type { Envelope } from '../lead/envelope.ts';
import { jsonText } from '../lead/json-text.ts';

export const formEncoded = 'application/x-www-form-urlencoded';

/** What an owner says of their account at a receiver. */
export interface Account {
  /** The account itself: HubSpot's portal, Salesforce's organisation. */
  portal?: string | undefined;
  /** The form there, by the receiver's name or id for it. */
  form?: string | undefined;
  /** HubSpot's number of the mails that the marketing box is for. */
  subscription?: string | undefined;
}

type Fields = Record<string, string>;

/** What one kind of receiver takes from a browser. The facts and their sources stand in docs/destinations.md. */
export interface Adapter {
  /** The host where the owner names no address, and what stands behind any host. Without it the address is the owner's. */
  host?: string;
  path?(account: Account): string;
  /** What the owner has to say of their account, as this receiver writes it: a key, pasted by mistake, looks different. */
  needs?: Partial<Record<'portal' | 'form', RegExp>>;
  /** Whether its address is a secret, which no page can keep. */
  secret?: boolean;
  contentType?: 'application/json' | typeof formEncoded;
  /** Whether it lets pages read its answer; `false` only where it never does. */
  readable?: false;
  /** Whether its answers come from another address that it leads to. */
  follows?: true;
  /** Whether a page of HTML may be its answer. */
  answersWithPage?: true;
  /** Its own way of saying yes. */
  yes?: RegExp;
  /** Which names of a lead it is sent, and what it calls them, as an owner would write it; all where absent. */
  sends?: string;
  /** What it wants of each lead beside that. */
  own?(account: Account): Fields;
  /** What becomes of the fields, where it wants more than fields. */
  write?(fields: Fields, envelope: Envelope, account: Account): object;
}

const json: Adapter = { contentType: 'application/json' };
const fields: Adapter = { contentType: formEncoded };
/** Hooks that say nothing a browser may read. */
const hook: Adapter = { ...fields, readable: false };

const guid = /^[\da-f-]{36}$/i;
const entities: Fields = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Every receiver that a browser can send to. One row a receiver: the place to add the next. */
export const adapters = {
  text: {},
  json,
  form: fields,
  n8n: json,
  zapier: hook,
  make: hook,
  'node-red': hook,
  'apps-script': { ...fields, follows: true },
  slack: {
    ...hook,
    secret: true,
    write: (fields) => ({
      payload: jsonText({
        // A visitor must not be able to call the whole channel.
        text: Object.entries(fields)
          .map(([name, text]) => `${name}: ${text.replace(/[&<>]/g, (sign) => entities[sign]!)}`)
          .join('\n'),
      }),
    }),
  },
  hubspot: {
    ...json,
    host: 'https://api.hsforms.com',
    path: ({ portal, form }) => `/submissions/v3/integration/submit/${portal}/${form}`,
    needs: { portal: /^\d+$/, form: guid },
    yes: /"(inlineMessage|redirectUri)":/,
    sends: 'email name=lastname firstName=firstname lastName=lastname company phone message',
    write: (fields, { source, consents }, { subscription }) => {
      const { granted, text } = lastWord(consents, 'marketing') ?? {};
      return {
        fields: Object.entries(fields).map(([name, value]) => ({ objectTypeId: '0-1', name, value })),
        context: { pageUri: source.page, pageName: source.title },
        legalConsentOptions:
          subscription && granted
            ? {
                consent: {
                  consentToProcess: true,
                  text,
                  communications: [{ value: true, subscriptionTypeId: Number(subscription), text }],
                },
              }
            : undefined,
      };
    },
  },
  salesforce: {
    ...hook,
    host: 'https://webto.salesforce.com',
    path: ({ portal }) => `/servlet/servlet.WebToLead?encoding=UTF-8&orgId=${portal}`,
    needs: { portal: /^00D\w{12,15}$/ },
    sends:
      'email email=last_name name=last_name firstName=first_name lastName=last_name company phone message=description',
    // Both are required there, and a lead need not have a company.
    own: ({ portal }) => ({ oid: portal!, company: '-' }),
  },
  formspree: {
    ...fields,
    host: 'https://formspree.io',
    path: ({ form }) => `/f/${form}`,
    needs: { form: /^\w{6,12}$/ },
  },
  web3forms: {
    ...fields,
    host: 'https://api.web3forms.com',
    path: () => '/submit',
    needs: { form: guid },
    own: ({ form }) => ({ access_key: form! }),
  },
  netlify: {
    ...fields,
    path: () => '/',
    needs: { form: /./ },
    answersWithPage: true,
    own: ({ form }) => ({ 'form-name': form! }),
  },
} satisfies Record<string, Adapter>;

export type AdapterName = keyof typeof adapters;

/** What there is to know of a kind of receiver, nothing if it is none in particular; `null` for an unknown name. */
export function adapterOf(name: string | undefined): Adapter | null {
  if (!name) return bare({});
  return Object.hasOwn(adapters, name) ? bare(adapters[name as AdapterName]) : null;
}
