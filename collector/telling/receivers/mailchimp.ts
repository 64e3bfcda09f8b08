import { createHash } from 'node:crypto';
import type { Answer } from '../ask-receiver.ts';
import { at, isOk, judged, textAt } from './judged.ts';
import type { Errand, Receiver } from './receiver.ts';
import { secret, text } from './setting.ts';

/** A key ends in the name of its data centre: https://mailchimp.com/developer/marketing/docs/fundamentals/ */
const keyPattern = /^[\x21-\x7e]{8,200}-([a-z]{2,4}\d{1,4})$/;

/** `{ title, status, detail, errors: [{ field, message }] }`: https://mailchimp.com/developer/marketing/docs/errors/ */
function reasonIn({ json }: Answer): string | undefined {
  const errors = at(json, 'errors');
  const fields = (Array.isArray(errors) ? errors : []).map((error) =>
    [textAt(error, 'field'), textAt(error, 'message')].filter(Boolean).join(': '),
  );
  return [textAt(json, 'title'), textAt(json, 'detail'), ...fields].filter(Boolean).join('. ') || undefined;
}

/** Asks for a member of the list: by the MD5 of the address in small letters. */
function askMember({ told, settings, ask }: Errand, method: 'PUT' | 'PATCH', body: object): Promise<Answer> {
  const dataCentre = keyPattern.exec(settings.key!)?.[1];
  const hash = createHash('md5').update(told.person.email.toLowerCase()).digest('hex');
  return ask({
    method,
    url: `https://${dataCentre}.api.mailchimp.com/3.0/lists/${settings.list}/members/${hash}`,
    headers: { Authorization: `Basic ${Buffer.from(`unisono:${settings.key}`).toString('base64')}` },
    body: JSON.stringify(body),
  });
}

const outcome = (errand: Errand, answer: Answer) => {
  const theirId = textAt(answer.json, 'id');
  return isOk(answer) && theirId
    ? ({ result: 'sent', theirId } as const)
    : judged(answer, { now: errand.now, reasonIn });
};

/**
 * Adds a member, or brings them up to date. `subscribed` is whoever confirmed to us. Mailchimp lets nobody be subscribed
 * again who once unsubscribed there, and asks them itself if they are `pending`.
 * https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/
 */
async function keep(errand: Errand) {
  const { told, values } = errand;
  const status = told.person.marketing === 'confirmed' ? 'subscribed' : 'pending';
  const member = { email_address: told.person.email, merge_fields: values };
  const put = (as: 'subscribed' | 'pending') =>
    askMember(errand, 'PUT', { ...member, status: as, status_if_new: as });
  const answer = await put(status);
  const wasUnsubscribed =
    answer.status === 400 && textAt(answer.json, 'title') === 'Member In Compliance State';
  return outcome(errand, wasUnsubscribed && status === 'subscribed' ? await put('pending') : answer);
}

/** Unsubscribes them. Who is not there is not added for it. */
async function takeOff(errand: Errand) {
  const answer = await askMember(errand, 'PATCH', { status: 'unsubscribed' });
  // No such member, or no such list: nobody is written to there.
  return answer.status === 404 ? ({ result: 'sent' } as const) : outcome(errand, answer);
}

/** Members of a list ("audience") of a newsletter, by e-mail address. */
export const mailchimp: Receiver = {
  name: 'mailchimp',
  settings: [secret('key', keyPattern), text('list', /^[\dA-Za-z]{4,20}$/)],
  events: ['lead.received', 'lead.stage', 'lead.marketing'],
  consent: 'marketing',
  keepsPeople: true,
  fields: { firstName: 'FNAME', lastName: 'LNAME' },
  // https://mailchimp.com/help/manage-audience-signup-form-fields/: merge tags have at most ten characters
  fieldName: /^[A-Z][A-Z0-9_]{0,9}$/,
  tell: keep,
  takeOff,
};
