import { isEmailAddress } from 'unisono/schema';
import type { Errand, Receiver } from './receiver.ts';
import { language } from './setting.ts';
import { anyName, headlineOf, line, linesOf } from './told-text.ts';

/** As plain text: what somebody typed stays what they typed. A message of several lines is set off. */
function textOf(errand: Errand): string {
  const lines = linesOf(errand).map(([name, value]) =>
    value.includes('\n') ? `${name}:\n  ${value.replace(/\r?\n/g, '\n  ')}` : `${name}: ${value}`,
  );
  return `${headlineOf(errand)}\n\n${lines.join('\n')}\n\n${errand.words.destinations.openLead}\n${errand.told.link}\n`;
}

/**
 * An e-mail to somebody who is not in the team, by the team's mail server. All tries have one `Message-ID`, by which a
 * mailbox that got it twice can tell.
 */
export const mail: Receiver = {
  name: 'mail',
  needsMail: true,
  settings: [
    { name: 'to', kind: 'text', problem: (typed) => (isEmailAddress(typed) ? null : 'malformed') },
    language,
  ],
  events: ['lead.hot'],
  consent: 'none',
  keepsPeople: false,
  fields: {
    name: true,
    company: true,
    phone: true,
    message: true,
    interests: true,
    budget: true,
    timeframe: true,
    campaign: true,
  },
  fieldName: anyName,
  tell: (errand) =>
    errand.mail({
      recipient: errand.settings.to!,
      subject: line(headlineOf(errand)),
      text: textOf(errand),
      headers: { 'Auto-Submitted': 'auto-generated' },
    }),
};
