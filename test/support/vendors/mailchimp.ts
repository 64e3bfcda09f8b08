import { createHash } from 'node:crypto';
import type { Answered, Asked, Vendor } from './vendor.ts';

type Status = 'subscribed' | 'unsubscribed' | 'pending' | 'cleaned';

interface Member {
  id: string;
  email_address: string;
  status: Status;
  merge_fields: Record<string, unknown>;
  /** They have unsubscribed themselves, by a link in a mail: nobody but they can take that back. */
  hasLeft?: boolean;
}

/** As RFC 7807 has it: https://mailchimp.com/developer/marketing/docs/errors/ */
const problem = (status: number, title: string, detail: string, errors?: object[]): Answered => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: {
    type: 'https://mailchimp.com/developer/marketing/docs/errors/',
    title,
    status,
    detail,
    instance: '995c5cb0-3280-4a6e-808b-3b096d0bb219',
    ...(errors && { errors }),
  },
});

const hashOf = (email: string) => createHash('md5').update(email.toLowerCase()).digest('hex');

/**
 * Members of one list of Mailchimp.
 * https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/
 */
export function mailchimpServer({ key, list }: { key: string; list: string }) {
  const members: Member[] = [];
  const tags = ['FNAME', 'LNAME', 'COMPANY'];

  function put(hash: string, json: Partial<Member> & { status_if_new?: Status }): Answered {
    const { email_address = '', status, status_if_new, merge_fields = {} } = json;
    const member = members.find(({ id }) => id === hash);
    if (hashOf(email_address) !== hash)
      return problem(400, 'Invalid Resource', 'The email address does not match the subscriber hash.');
    if (email_address.endsWith('@refused.example'))
      return problem(
        400,
        'Invalid Resource',
        `${email_address} looks fake or invalid, please enter a real email address.`,
      );
    const strange = Object.keys(merge_fields).filter((name) => !tags.includes(name));
    if (strange.length > 0)
      return problem(
        400,
        'Invalid Resource',
        "The resource submitted could not be validated. For field-specific details, see the 'errors' array.",
        strange.map((field) => ({ field, message: 'This merge field does not exist' })),
      );
    if (!member) {
      if (!status_if_new) return problem(400, 'Invalid Resource', 'status_if_new is required.');
      members.push({ id: hash, email_address, status: status_if_new, merge_fields });
      return { status: 200, body: members.at(-1)! };
    }
    if (status === 'subscribed' && member.hasLeft)
      return problem(
        400,
        'Member In Compliance State',
        `${email_address} is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed.`,
      );
    Object.assign(member.merge_fields, merge_fields);
    member.status = status ?? member.status;
    return { status: 200, body: member };
  }

  function answer({ method, path, headers, json }: Asked): Answered {
    const [, given] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
    if (
      Buffer.from(given ?? '', 'base64')
        .toString()
        .split(':')[1] !== key
    )
      return problem(
        401,
        'API Key Invalid',
        "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
      );
    const [, asked, hash] = /^\/3\.0\/lists\/(\w+)\/members\/([0-9a-f]{32})$/.exec(path) ?? [];
    const member = members.find(({ id }) => id === hash);
    const isThere = asked === list && (method === 'PUT' || (method === 'PATCH' && member));
    if (!isThere) return problem(404, 'Resource Not Found', 'The requested resource could not be found.');
    if (method === 'PUT') return put(hash!, json as Partial<Member>);
    Object.assign(member!, json);
    return { status: 200, body: member! };
  }

  const host = `${key.split('-').at(-1)}.api.mailchimp.com`;
  return { isAt: (asked) => asked === host, answer, members } satisfies Vendor & { members: Member[] };
}
