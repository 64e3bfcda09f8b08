import type { Stage } from '../../store/tables.ts';
import type { Answer } from '../ask-receiver.ts';
import { isOk, judged, textAt } from './judged.ts';
import type { Errand, Receiver } from './receiver.ts';
import { secret } from './setting.ts';

const contacts = 'https://api.hubapi.com/crm/v3/objects/contacts';

/** `{ status: 'error', message, category, errors }`: https://developers.hubspot.com/docs/api-reference/error-handling */
const reasonIn = ({ json }: Answer) => textAt(json, 'message') ?? textAt(json, 'category');

/**
 * What goes over by itself: 409, somebody else has added them between our two questions, and the next try finds them;
 * 423, too much was written at once; 477, the account moves to another place, and `Retry-After` says for how long.
 * https://developers.hubspot.com/docs/api-reference/error-handling
 */
const alsoPassing = [409, 423, 477];

/**
 * What our stages are called there. Whoever was lost stays what they were: it knows no such stage. HubSpot moves nobody
 * back to an earlier one.
 * https://developers.hubspot.com/docs/api-reference/legacy/crm/objects/contacts/v1/post-contacts-v1-contact-email-email-profile
 */
const lifecycle: Partial<Record<Stage, string>> = {
  lead: 'lead',
  mql: 'marketingqualifiedlead',
  sql: 'salesqualifiedlead',
  opportunity: 'opportunity',
  customer: 'customer',
};

function propertiesOf({ told, values }: Errand): Record<string, string> {
  const { lifecyclestage, ...others } = values;
  const stage = lifecyclestage && lifecycle[told.person.stage];
  const properties = { email: told.person.email, ...others, ...(stage && { lifecyclestage: stage }) };
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)]));
}

/**
 * Brings a contact up to date, by its address, or adds it.
 * https://developers.hubspot.com/docs/api-reference/2026-03/crm/objects/contacts/update-contact
 */
async function tell(errand: Errand) {
  const { told, settings, ask, now } = errand;
  const asking = {
    headers: { Authorization: `Bearer ${settings.token}` },
    body: JSON.stringify({ properties: propertiesOf(errand) }),
  };
  const known = `${contacts}/${encodeURIComponent(told.person.email)}?idProperty=email`;
  const updated = await ask({ method: 'PATCH', url: known, ...asking });
  const answer = updated.status === 404 ? await ask({ method: 'POST', url: contacts, ...asking }) : updated;
  const theirId = textAt(answer.json, 'id');
  if (isOk(answer) && theirId) return { result: 'sent', theirId } as const;
  return judged(answer, { now, reasonIn, alsoPassing });
}

/** Contacts of a CRM, by e-mail address. */
export const hubspot: Receiver = {
  name: 'hubspot',
  settings: [secret('token')],
  events: ['lead.received', 'lead.stage'],
  consent: 'none',
  keepsPeople: true,
  fields: {
    firstName: 'firstname',
    lastName: 'lastname',
    company: 'company',
    phone: 'phone',
    stage: 'lifecyclestage',
  },
  fieldName: /^[a-z][a-z0-9_]{0,99}$/,
  tell,
};
