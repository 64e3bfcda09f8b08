import type { Answered, Asked, Vendor } from './vendor.ts';

interface Block {
  type: 'header' | 'section';
  text: { type: 'plain_text' | 'mrkdwn'; text: string };
}

export interface Posted {
  text: string;
  blocks: Block[];
}

const longest = { header: 150, section: 3_000 };

/**
 * A channel of Slack, behind an incoming webhook.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks,
 * https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks
 */
export function slackServer({ url }: { url: string }) {
  const posted: Posted[] = [];
  const { host, pathname } = new URL(url);
  const channel = { isArchived: false };

  function answer({ method, path, headers, json }: Asked): Answered {
    if (method !== 'POST' || path !== pathname) return { status: 404, body: 'no_service' };
    if (channel.isArchived) return { status: 410, body: 'channel_is_archived' };
    const message = json as Posted | null;
    const isSound =
      headers['content-type'] === 'application/json' &&
      typeof message?.text === 'string' &&
      message.blocks.every(({ type, text }) => text.text.length > 0 && text.text.length <= longest[type]);
    if (!isSound) return { status: 400, body: 'invalid_payload' };
    posted.push(message);
    return { status: 200, body: 'ok' };
  }

  return { isAt: (asked) => asked === host, answer, posted, channel } satisfies Vendor & {
    posted: Posted[];
    channel: { isArchived: boolean };
  };
}
