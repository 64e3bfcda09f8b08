import type { Answered, Asked, Vendor } from './vendor.ts';

interface Contact {
  id: string;
  properties: Record<string, string>;
}

/** https://developers.hubspot.com/docs/api-reference/error-handling */
const error = (status: number, category: string, message: string): Answered => ({
  status,
  body: { status: 'error', message, correlationId: 'a43683b0-5717-4ceb-80b4-104d02915d8c', category },
});

const stages = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
];

/**
 * Contacts of HubSpot's CRM.
 * https://developers.hubspot.com/docs/api-reference/2026-03/crm/objects/contacts/update-contact
 */
export function hubspotServer({ token }: { token: string }) {
  const contacts: Contact[] = [];
  const names = ['email', 'firstname', 'lastname', 'company', 'phone', 'lifecyclestage', 'budget'];
  const known = (email: unknown) => contacts.find(({ properties }) => properties.email === email);

  function problemOf(properties: Record<string, string>): Answered | null {
    const strange = Object.keys(properties).find((name) => !names.includes(name));
    if (strange)
      return error(
        400,
        'VALIDATION_ERROR',
        `Property values were not valid: [{"isValid":false,"message":"Property \\"${strange}\\" does not exist","error":"PROPERTY_DOESNT_EXIST","name":"${strange}"}]`,
      );
    const { email, lifecyclestage: stage } = properties;
    if (email?.endsWith('@refused.example'))
      return error(
        400,
        'VALIDATION_ERROR',
        `Property values were not valid: [{"isValid":false,"message":"Email address ${email} is invalid","error":"INVALID_EMAIL","name":"email"}]`,
      );
    return stage && !stages.includes(stage)
      ? error(400, 'VALIDATION_ERROR', `${stage} was not one of the allowed options`)
      : null;
  }

  function write(contact: Contact, { lifecyclestage, ...others }: Record<string, string>): void {
    Object.assign(contact.properties, others);
    const rank = (stage = '') => stages.indexOf(stage);
    if (rank(lifecyclestage) > rank(contact.properties.lifecyclestage))
      contact.properties.lifecyclestage = lifecyclestage!;
  }

  function answer({ method, path, headers, query, json }: Asked): Answered {
    if (headers.authorization !== `Bearer ${token}`)
      return error(
        401,
        'INVALID_AUTHENTICATION',
        'Authentication credentials not found. This API supports OAuth 2.0 authentication.',
      );
    const { properties = {} } = (json ?? {}) as { properties?: Record<string, string> };
    const [, email] = /^\/crm\/v3\/objects\/contacts\/([^/]+)$/.exec(path) ?? [];
    if (method === 'PATCH' && email && query.get('idProperty') === 'email') {
      const contact = known(decodeURIComponent(email));
      if (!contact) return error(404, 'OBJECT_NOT_FOUND', 'Object not found. objectId are usually numeric.');
      const problem = problemOf(properties);
      if (problem) return problem;
      write(contact, properties);
      return { status: 200, body: contact };
    }
    if (method !== 'POST' || path !== '/crm/v3/objects/contacts') return { status: 404, body: '' };
    const problem = problemOf(properties);
    if (problem) return problem;
    const there = known(properties.email);
    if (there) return error(409, 'CONFLICT', `Contact already exists. Existing ID: ${there.id}`);
    const contact: Contact = { id: String(501 + contacts.length), properties: {} };
    write(contact, properties);
    contacts.push(contact);
    return { status: 201, body: contact };
  }

  return { isAt: (host) => host === 'api.hubapi.com', answer, contacts } satisfies Vendor & {
    contacts: Contact[];
  };
}
