import type { Answer } from '../ask-receiver.ts';
import { at, isOk, judged, textAt } from './judged.ts';
import type { Errand, Receiver } from './receiver.ts';
import { secret, text } from './setting.ts';

/** `{ success: false, error, error_info }`: https://pipedrive.readme.io/docs/core-api-concepts-http-status-codes */
const reasonIn = ({ json }: Answer) => textAt(json, 'error') ?? textAt(json, 'error_info');

/** `x-ratelimit-reset`: seconds until there is room again. https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting */
const pauseHeader = 'x-ratelimit-reset';

/** An answer that was not what was asked for. */
class Unexpected extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('unexpected answer');
    this.answer = answer;
  }
}

/**
 * Asks for something of the company's, and gives what it answers as `data`.
 * https://pipedrive.readme.io/docs/core-api-concepts-authentication
 */
async function dataOf(errand: Errand, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) {
  const { settings, ask } = errand;
  const answer = await ask({
    method,
    url: `https://${settings.company}.pipedrive.com/api/${path}`,
    headers: { 'x-api-token': settings.token! },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!isOk(answer) || at(answer.json, 'success') !== true) throw new Unexpected(answer);
  return at(answer.json, 'data');
}

/** Whoever has the address: https://developers.pipedrive.com/docs/api/v1/Persons#searchPersons */
async function personKnown(errand: Errand): Promise<number | undefined> {
  const query = new URLSearchParams({
    term: errand.told.person.email,
    fields: 'email',
    exact_match: 'true',
    limit: '1',
  });
  const id = at(await dataOf(errand, 'GET', `v2/persons/search?${query}`), 'items', 0, 'item', 'id');
  return typeof id === 'number' ? id : undefined;
}

/** A person as Pipedrive has them; a name of 40 hexadecimal characters is a field of the company's own. */
function personOf({ told: { person }, values }: Errand) {
  const { name, phone, ...others } = values;
  return {
    name: name ?? person.email,
    emails: [{ value: person.email, primary: true, label: 'work' }],
    ...(phone && { phones: [{ value: String(phone), primary: true, label: 'work' }] }),
    ...(Object.keys(others).length > 0 ? { custom_fields: others } : {}),
  };
}

/** Adds a person, or brings them up to date: https://developers.pipedrive.com/docs/api/v1/Persons#addPerson */
async function keepPerson(errand: Errand): Promise<number> {
  const known = await personKnown(errand);
  const person = personOf(errand);
  if (known === undefined) {
    const added = at(await dataOf(errand, 'POST', 'v2/persons', person), 'id');
    if (typeof added !== 'number') throw new Error('a person without an id');
    return added;
  }
  const { custom_fields } = person;
  // What the team has written there itself, such as another name, stays theirs.
  if (custom_fields) await dataOf(errand, 'PATCH', `v2/persons/${known}`, { custom_fields });
  return known;
}

/**
 * Adds a lead for the request, once: Pipedrive keeps our id of it as `origin_id`.
 * https://developers.pipedrive.com/docs/api/v1/Leads#addLead
 */
async function keepLead(errand: Errand, person: number): Promise<void> {
  const { told, currency } = errand;
  const there = await dataOf(errand, 'GET', `v1/leads?person_id=${person}&limit=100&sort=add_time%20DESC`);
  const isKnown = (Array.isArray(there) ? there : []).some(
    (lead) => textAt(lead, 'origin_id') === told.request,
  );
  if (isKnown) return;
  const { name, email, company, revenue } = told.person;
  await dataOf(errand, 'POST', 'v1/leads', {
    title: [name || email, company].filter(Boolean).join(', '),
    person_id: person,
    origin_id: told.request,
    ...(revenue !== null && { value: { amount: revenue, currency } }),
  });
}

async function tell(errand: Errand) {
  const { event, request } = errand.told;
  try {
    const person = await keepPerson(errand);
    const isAsking = event === 'lead.received' || event === 'lead.hot' || event === 'test';
    if (isAsking && request !== null) await keepLead(errand, person);
    return { result: 'sent', theirId: String(person) } as const;
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    return judged(error.answer, { now: errand.now, reasonIn, pauseHeader });
  }
}

/** Persons and leads of a CRM: a person by e-mail address, a lead by the request's id. */
export const pipedrive: Receiver = {
  name: 'pipedrive',
  settings: [text('company', /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/), secret('token')],
  events: ['lead.hot'],
  consent: 'none',
  keepsPeople: true,
  fields: { name: 'name', phone: 'phone' },
  fieldName: /^(name|phone|[0-9a-f]{40})$/,
  tell,
};
