import { count } from '../count.ts';
/** What people who asked have a right to: mail only if they want it, and a say over what is kept of them. */
export const rights = {
  optInMail: {
    subject: (name: string): string => `Please confirm: may ${name} send you news?`,
    text: ({ name, confirm, stop }: { name: string; confirm: string; stop: string }): string => `Hello,

this address was left on the site of ${name}, and a box was ticked: ${name} may send news to it.
If that was you, please confirm it. The link opens a page with a button, and works for 30 days:

${confirm}

If it was not you, do nothing: without your confirmation you get no news.

No more mail of this kind:
${stop}
`,
  },
  links: {
    'opt-in': {
      title: 'May we send you news by e-mail?',
      text: (name: string) =>
        `Press the button to confirm that ${name} may. You can change your mind whenever you like: every mail has a link for that.`,
      button: 'Yes, send me news',
      doneTitle: 'Confirmed',
      doneText: (name: string) =>
        `Thank you. ${name} may now send you news by e-mail. Every mail has a link with which you stop it.`,
    },
    'way-out': {
      title: 'No more news by e-mail?',
      text: (name: string) =>
        `Press the button, and ${name} sends you no more news. What you asked is answered all the same.`,
      button: 'No more mail',
      doneTitle: 'No more mail',
      doneText: (name: string) =>
        `Done: ${name} sends you no more news. What you asked is answered all the same.`,
    },
  },
  deadLink: {
    title: 'This link does not work any more',
    text: 'It may have ended, or not be complete. If you copied it, copy all of it. If it was to confirm that you want news, you can tick the box of our form again.',
  },

  title: 'Rights of the person',
  done: {
    erased: 'Erased. What was known under this address is gone.',
    anonymised: 'Made anonymous. The figures stay, and name nobody.',
    unscored: 'Put down. Their requests have no scores any more, and get none.',
    retention: 'Saved. The rules are applied within an hour.',
  },
  find: {
    title: 'Somebody asks what you know of them',
    text: 'Find them by their address, to hand out, erase or make anonymous what is known of them.',
    email: 'E-mail address',
    button: 'Find',
    error: 'Not an e-mail address. Write it in full, such as ada@shop.example.',
    nobody: 'Nothing is known under this address.',
    forgotten: 'Nothing is known under this address: what was known of it was erased.',
  },
  known: {
    title: 'What is known',
    address: 'Address',
    person: 'Person',
    testPerson: 'Tried the form out',
    name: 'Name',
    company: 'Company',
    phone: 'Phone',
    asked: 'Asked',
    times: (number: number, first: string, last: string): string =>
      number === 1 ? `once, on ${last}` : `${number} times, first on ${first}, last on ${last}`,
    scoring: 'Scoring',
    scored: 'as the rules say',
    unscored: 'not scored: they objected',
    unscoreText: 'If the person objects to being scored.',
    unscore: 'Do not score them',
    marketing: 'News by e-mail',
    marketingWords: {
      none: 'not asked for',
      asked: 'asked for, not confirmed',
      confirmed: 'confirmed',
      withdrawn: 'taken back',
    },
    nothing: 'not known',
    stored: 'What is stored',
    tables: {
      persons: (number: number) => count(number, 'person', 'persons'),
      requests: (number: number) => count(number, 'request', 'requests'),
      search_words: (number: number) => count(number, 'word to find them by', 'words to find them by'),
      journal: (number: number) => count(number, 'entry of what was done', 'entries of what was done'),
      unread_leads: (number: number) =>
        count(number, 'old request that cannot be read', 'old requests that cannot be read'),
      messages: (number: number) =>
        count(number, 'message about them, waiting or sent', 'messages about them, waiting or sent'),
      receipts: (number: number) =>
        count(
          number,
          'receipt of a program that was told of them',
          'receipts of programs that were told of them',
        ),
      consents: (number: number) => count(number, 'kept proof of consent', 'kept proofs of consent'),
    },
    exportText: 'Everything in one file (JSON), to hand out to the person.',
    export: 'Download everything',
    other: 'Another address',
  },
  remove: {
    erase: {
      text: 'If the person asks to be erased.',
      button: 'Erase…',
      title: 'Erase for good?',
      goes: 'This goes, and cannot be brought back:',
      stays:
        'A keyed hash stays, from which nobody reads the address: it keeps an import or a late delivery from bringing them back. Messages that have left cannot be called back, and copies in backups go when those are replaced.',
      sure: 'Erase for good',
    },
    anonymise: {
      text: 'If the person is no longer needed, and the figures are.',
      button: 'Make anonymous…',
      title: 'Make anonymous for good?',
      goes: 'Name, address, company, phone, what they wrote and what was noted go, and cannot be brought back. It is taken from:',
      stays:
        'Stage, dates, revenue, temperature, form, campaign and source stay as figures that name nobody. Proof of consent is kept apart for as long as the rule says. Who only tried a form out is deleted.',
      sure: 'Make anonymous for good',
    },
    keep: 'Do nothing',
  },
  retention: {
    title: 'How long what is kept',
    text: 'What is older goes by itself, every hour, and cannot be brought back. Leave a field empty to keep it until somebody asks.',
    rules: {
      leads: { label: 'Leads that were not won', hint: 'Made anonymous after their last request or change.' },
      customers: { label: 'Customers', hint: 'Made anonymous after their last request or change.' },
      aside: {
        label: 'Tests and requests that are set aside',
        hint: 'Deleted after they arrived, with who sent nothing else.',
      },
      proof: { label: 'Proof of consent', hint: 'Deleted after the person was made anonymous.' },
      messages: {
        label: 'Text of messages',
        hint: 'Emptied after they were sent or given up. That they were sent stays.',
      },
    },
    units: { months: 'months', days: 'days' },
    optional: 'empty: never',
    error: (most: number): string => `Not a whole number from 1 to ${most}. Write one, or leave it empty.`,
    button: 'Save the rules',
    shorter: (rules: string[]): string =>
      `Not saved yet. This is shorter than before: ${rules.join(', ')}. What is older goes within the hour, for good.`,
    sure: 'Save it all the same',
  },
};
