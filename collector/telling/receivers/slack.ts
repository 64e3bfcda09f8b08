import type { Sending } from '../sending.ts';
import { judged } from './judged.ts';
import type { Errand, Receiver } from './receiver.ts';
import { language, secret } from './setting.ts';
import { anyName, headlineOf, linesOf } from './told-text.ts';

/** An incoming webhook. Whoever has the address may write there, so it is a secret. */
const hook = /^https:\/\/hooks\.slack(-gov)?\.com\/services\/[\w/]{10,200}$/;

/**
 * At most 150 characters in a header and 3,000 in a section: https://docs.slack.dev/reference/block-kit/blocks. Half a
 * character at the end is none.
 */
const plainText = (text: string, most: number) => ({
  type: 'plain_text',
  text: text.slice(0, most).replace(/\p{Cs}$/u, ''),
  emoji: false,
});

/**
 * A message for people to read. What somebody typed stands in plain text alone, which knows no links and no mentions;
 * in `text`, which is what a notification shows, Slack's three special characters are written out.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
function messageOf(errand: Errand) {
  const headline = headlineOf(errand);
  const lines = linesOf(errand).map(([name, value]) => `${name}: ${value}`);
  return {
    text: headline.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    blocks: [
      { type: 'header', text: plainText(headline, 150) },
      { type: 'section', text: plainText(lines.join('\n'), 3_000) },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `<${errand.told.link}|${errand.words.destinations.openLead}>` },
      },
    ],
  };
}

/**
 * Writes into a channel. Slack answers `ok`, or a word such as `channel_not_found`; 410 is a channel that was
 * archived. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks,
 * https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks
 */
async function tell(errand: Errand): Promise<Sending> {
  const answer = await errand.ask({
    method: 'POST',
    url: errand.settings.url!,
    body: JSON.stringify(messageOf(errand)),
  });
  if (answer.status === 200 && answer.text.trim() === 'ok') return { result: 'sent' };
  if (answer.status === 410) return { result: 'gone', trouble: 'status 410' };
  return judged(answer, { now: errand.now, reasonIn: ({ text }) => text.slice(0, 200) || undefined });
}

/** A message in a channel. It knows no ids, so a message whose answer was lost stands there twice. */
export const slack: Receiver = {
  name: 'slack',
  settings: [secret('url', hook), language],
  events: ['lead.hot', 'lead.won'],
  consent: 'none',
  keepsPeople: false,
  fields: {
    company: true,
    phone: true,
    message: true,
    budget: true,
    timeframe: true,
    score: true,
    campaign: true,
  },
  fieldName: anyName,
  tell,
};
