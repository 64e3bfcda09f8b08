import { buildEnvelope } from '../../test/support/envelope-builder.ts';

const questions = ['Which service?', 'What have you tried?', 'What should be different in a year?'];

/** A lead of about 2.5 kB, as somebody sends it who has read, calculated and written. */
const lead = buildEnvelope({
  profile: {
    email: 'ada.rossi@shop.example',
    name: 'Ada Rossi',
    company: 'Rossi & figli',
    phone: '+39 02 1234567',
    interests: ['seo', 'quote'],
    message:
      'We sell furniture in three shops and on our own site. Last year we spent about 60,000 € on search and did not ' +
      'find out what came of it. We would like to know what a customer costs us, and what half of that would take.',
    buying: { frequency: 'quarterly', budget: '5k-20k', timeframe: 'this-quarter' },
    answers: questions.map((label, i) => ({
      name: `question-${i}`,
      label,
      value: 'A campaign in spring, with somebody who tells us in time what works.',
    })),
  },
});

/** Each lead is another person's, under an id of its own: as long as the one it stands for. */
export function payloads(): () => string {
  const [before, between, after] = JSON.stringify(lead).split(
    new RegExp(`${lead.id}|${lead.profile.email}`),
  ) as [string, string, string];
  const run = Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  let count = 0;
  return () => {
    count += 1;
    return `${before}${crypto.randomUUID()}${between}${run}.${count}@shop.example${after}`;
  };
}
