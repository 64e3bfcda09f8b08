import type { Answered, Asked, Vendor } from './vendor.ts';

interface Contact {
  id: number;
  email: string;
  attributes: Record<string, unknown>;
  emailBlacklisted: boolean;
  listIds: number[];
}

const refused = (status: number, code: string, message: string): Answered => ({
  status,
  body: { code, message },
});

/**
 * Brevo's contacts. https://developers.brevo.com/reference/create-contact,
 * https://developers.brevo.com/reference/update-contact
 */
export function brevoServer({ key, lists = [3, 7] }: { key: string; lists?: number[] }) {
  const contacts: Contact[] = [];
  const known = (email: unknown) => contacts.find((contact) => contact.email === email);

  function create(json: Partial<Contact> & { updateEnabled?: boolean }): Answered {
    const { email, attributes = {}, emailBlacklisted = false, listIds = [], updateEnabled } = json;
    if (typeof email !== 'string') return refused(400, 'missing_parameter', 'email is missing');
    if (email.endsWith('@refused.example'))
      return refused(400, 'invalid_parameter', `Invalid email address ${email}`);
    if (listIds.some((id) => !lists.includes(id)))
      return refused(400, 'invalid_parameter', 'List id does not exist');
    const contact = known(email);
    if (contact && !updateEnabled) return refused(400, 'duplicate_parameter', 'Contact already exist');
    if (contact) {
      Object.assign(contact.attributes, attributes);
      contact.emailBlacklisted = emailBlacklisted;
      contact.listIds = [...new Set([...contact.listIds, ...listIds])];
      return { status: 204 };
    }
    const id = 40 + contacts.length;
    contacts.push({ id, email, attributes, emailBlacklisted, listIds });
    return { status: 201, body: { id } };
  }

  function answer({ method, path, headers, query, json }: Asked): Answered {
    if (headers['api-key'] !== key)
      return refused(401, 'unauthorized', `Key not found: ${headers['api-key']}`);
    if (method === 'POST' && path === '/v3/contacts') return create(json as Partial<Contact>);
    const email = /^\/v3\/contacts\/([^/]+)$/.exec(path)?.[1];
    if (method !== 'PUT' || !email || query.get('identifierType') !== 'email_id')
      return refused(404, 'not_found', 'Route not found');
    const contact = known(decodeURIComponent(email));
    if (!contact) return refused(404, 'document_not_found', 'Contact does not exist');
    Object.assign(contact, json);
    return { status: 204 };
  }

  return { isAt: (host) => host === 'api.brevo.com', answer, contacts } satisfies Vendor & {
    contacts: Contact[];
  };
}
