import type { Answer } from '../ask-receiver.ts';
import { isOk, judged, textAt } from './judged.ts';
import type { Errand, Receiver } from './receiver.ts';
import { optional, secret, text } from './setting.ts';

const contacts = 'https://api.brevo.com/v3/contacts';

/** `{ "code": "invalid_parameter", "message": "…" }`: https://developers.brevo.com/docs/how-it-works */
const reasonIn = ({ json }: Answer) => textAt(json, 'message') ?? textAt(json, 'code');

const judging = ({ now }: Errand) => ({
  now,
  reasonIn,
  // Seconds until there is room again: https://developers.brevo.com/docs/limit-headers
  pauseHeader: 'x-sib-ratelimit-reset',
});

/**
 * Adds a contact, or brings the one with this address up to date: 201 with its id, or 204. An attribute has to be there
 * already. A phone number (`SMS`) that is somebody else's is refused: Brevo would make one contact of the two.
 * https://developers.brevo.com/reference/create-contact
 */
async function keep(errand: Errand) {
  const { told, settings, values, ask } = errand;
  const listIds = (settings.lists ?? '').split(/[ ,]+/).filter(Boolean).map(Number);
  const answer = await ask({
    method: 'POST',
    url: contacts,
    headers: { 'api-key': settings.key! },
    body: JSON.stringify({
      email: told.person.email,
      attributes: values,
      // Who took it back and has confirmed anew may be written to again.
      emailBlacklisted: false,
      updateEnabled: true,
      ...(listIds.length > 0 && { listIds }),
    }),
  });
  const id = textAt(answer.json, 'id');
  if (answer.status === 204) return { result: 'sent' } as const;
  return isOk(answer) && id ? ({ result: 'sent', theirId: id } as const) : judged(answer, judging(errand));
}

/** Writes to them no more. Who is not there is not added for it. https://developers.brevo.com/reference/update-contact */
async function takeOff(errand: Errand) {
  const { told, settings, ask } = errand;
  const answer = await ask({
    method: 'PUT',
    url: `${contacts}/${encodeURIComponent(told.person.email)}?identifierType=email_id`,
    headers: { 'api-key': settings.key! },
    body: JSON.stringify({ emailBlacklisted: true }),
  });
  const isNobody = answer.status === 404 && textAt(answer.json, 'code') === 'document_not_found';
  return answer.status === 204 || isNobody ? ({ result: 'sent' } as const) : judged(answer, judging(errand));
}

/** Contacts of a newsletter, by e-mail address. */
export const brevo: Receiver = {
  name: 'brevo',
  settings: [secret('key'), optional(text('lists', /^\d{1,9}([ ,]+\d{1,9})*$/))],
  events: ['lead.received', 'lead.stage', 'lead.marketing'],
  consent: 'marketing',
  keepsPeople: true,
  fields: { firstName: 'FIRSTNAME', lastName: 'LASTNAME' },
  fieldName: /^[A-Z0-9_-]{1,50}$/,
  tell: keep,
  takeOff,
};
