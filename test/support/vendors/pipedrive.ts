import { randomUUID } from 'node:crypto';
import type { Answered, Asked, Vendor } from './vendor.ts';

interface Person {
  id: number;
  name: string;
  emails: { value: string; primary: boolean; label: string }[];
  phones: { value: string; primary: boolean; label: string }[];
  custom_fields: Record<string, unknown>;
}

interface Lead {
  id: string;
  title: string;
  person_id: number;
  origin_id: string | null;
  value: { amount: number; currency: string } | null;
}

/** https://pipedrive.readme.io/docs/core-api-concepts-http-status-codes */
const error = (status: number, text: string): Answered => ({
  status,
  body: {
    success: false,
    error: text,
    error_info: 'Please check developers.pipedrive.com for more information about Pipedrive API.',
  },
});

const data = (status: number, of: unknown): Answered => ({ status, body: { success: true, data: of } });

/**
 * Persons and leads of one company in Pipedrive.
 * https://developers.pipedrive.com/docs/api/v1/Persons, https://developers.pipedrive.com/docs/api/v1/Leads
 */
export function pipedriveServer({ company, token }: { company: string; token: string }) {
  const persons: Person[] = [];
  const leads: Lead[] = [];

  const routes: Record<string, (asked: Asked, id: number) => Answered> = {
    'GET /api/v2/persons/search': ({ query }) => {
      const term = query.get('term')!.toLowerCase();
      const found = persons.filter(({ emails }) => emails.some(({ value }) => value.toLowerCase() === term));
      if (query.get('fields') !== 'email' || query.get('exact_match') !== 'true')
        return error(400, 'Scope and URL mismatch');
      return data(200, {
        items: found.map(({ id, name }) => ({ result_score: 0.29, item: { id, type: 'person', name } })),
      });
    },
    'POST /api/v2/persons': ({ json }) => {
      const { name, emails = [], phones = [], custom_fields = {} } = json as Partial<Person>;
      if (!name) return error(400, 'Missing required field: name');
      const refused = emails.find(({ value }) => value.endsWith('@refused.example'));
      if (refused) return error(400, `Validation failed: emails: ${refused.value} is not an email address`);
      persons.push({ id: 71 + persons.length, name, emails, phones, custom_fields });
      return data(201, persons.at(-1));
    },
    'PATCH /api/v2/persons/:id': ({ json }, id) => {
      const person = persons.find((each) => each.id === id);
      if (!person) return error(404, 'Person not found');
      Object.assign(person.custom_fields, (json as Partial<Person>).custom_fields);
      return data(200, person);
    },
    'GET /api/v1/leads': ({ query }) =>
      data(
        200,
        leads.filter(({ person_id }) => person_id === Number(query.get('person_id'))),
      ),
    'POST /api/v1/leads': ({ json }) => {
      const { title, person_id, origin_id = null, value = null } = json as Partial<Lead>;
      if (!title || !persons.some(({ id }) => id === person_id))
        return error(400, 'A lead must be linked to a person or an organization');
      leads.push({ id: randomUUID(), title, person_id: person_id!, origin_id, value });
      return data(201, leads.at(-1));
    },
  };

  function answer(asked: Asked): Answered {
    if (asked.headers['x-api-token'] !== token) return error(401, 'unauthorized access');
    const [, id] = /^\/api\/v2\/persons\/(\d+)$/.exec(asked.path) ?? [];
    const route = routes[`${asked.method} ${id ? '/api/v2/persons/:id' : asked.path}`];
    return route ? route(asked, Number(id)) : error(404, 'Unknown method .');
  }

  const host = `${company}.pipedrive.com`;
  return { isAt: (asked) => asked === host, answer, persons, leads } satisfies Vendor & {
    persons: Person[];
    leads: Lead[];
  };
}
