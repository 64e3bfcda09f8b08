/** What happens, the messages that go out, and the alert of a hot lead. */
export const telling = {
  events: {
    'lead.received': 'A lead asks',
    'lead.hot': 'A lead is hot',
    'lead.stage': 'A lead changes stage',
    'lead.won': 'A lead becomes a customer',
    'lead.marketing': 'Somebody confirms that they want news, or wants no more',
  },
  /** What else is sent, besides events. */
  otherEvents: { test: 'Test' } as Record<string, string>,
  messages: {
    title: 'Messages',
    intro: 'What goes out: to destinations, and e-mails. What was sent stays here for 30 days.',
    toDestinations: 'Destinations',
    noMail:
      'No mail server is set, so e-mails wait and are not lost. Set UNISONO_URL, and UNISONO_SMTP such as smtp://mail.example:587, and start the collector again.',
    filter: 'Show',
    statuses: {
      all: 'All',
      waiting: 'Waiting',
      failed: 'Failed',
      sent: 'Sent',
    },
    table: 'Messages, newest first',
    columns: {
      what: 'What',
      to: 'To',
      created: 'Since',
      status: 'Status',
      tries: 'Tries',
      next: 'Next try',
      error: 'Last error',
      action: 'Action',
    },
    sending: 'On its way',
    deleted: 'A destination that was deleted',
    paused: 'Waiting: the destination is paused',
    noServer: 'Waiting: no mail server is set',
    about: (person: number) => `Lead ${person}`,
    none: 'There is none.',
    older: 'Older',
    newest: 'Back to the newest',
    again: 'Send again',
    now: 'Send now',
    done: {
      sent: 'It is sent in a moment.',
      'too-late': 'It is on its way, sent, or not there any more. Nothing was changed.',
    },
  },
  troubles: {
    status: (status: string) => `The receiver answered ${status}`,
    'key-refused': (status: string) =>
      `The receiver does not accept the key, or the key does not allow this (${status})`,
    refused: (status: string) => `The receiver refused it for good (${status})`,
    'no-receipt': (_detail: string) =>
      'The answer is not one of this receiver’s: something else may stand in between',
    'too-slow': (_detail: string) => 'No answer in time',
    unreachable: (cause: string) => `Cannot be reached (${cause})`,
    'recipient-refused': (code: string) => `The mail server says that this recipient cannot be (${code})`,
    'mail-refused': (code: string) => `The mail server did not take it (${code})`,
    'own-fault': (_detail: string) => 'The collector could not try: its log says why',
  },
  alert: {
    hot: {
      subject: (who: string) => `Hot lead: ${who}`,
      opening: (who: string, score: string | null) =>
        `${who} has asked, and is hot${score ? ` (score ${score})` : ''}.`,
    },
    /** Not hot by the rules: marketing found them ready. */
    handedOver: {
      subject: (who: string) => `Handed over to sales: ${who}`,
      opening: (who: string, score: string | null) =>
        `Marketing hands ${who} over to you${score ? ` (score ${score})` : ''}.`,
    },
    why: 'What speaks for it:',
    takeOver: 'Take it over:',
    wayOut: 'You get this because alerts of hot leads are on for you. To have no more of them:',
  },
};
