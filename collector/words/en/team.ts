const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** People: how they come in, who they are, what they may. */
export const team = {
  notSaved: 'Not saved. What to change stands at the field.',
  backHome: 'To your list',
  roles: { marketing: 'Marketing', sales: 'Sales', admin: 'Admin' },
  fields: {
    email: 'E-mail address',
    name: 'Name',
    role: 'Role',
    password: 'Password',
    newPassword: 'New password',
    oldPassword: 'Password until now',
    language: 'Language',
    alerts: 'Send me an e-mail when a lead is hot',
  },
  hints: {
    password: (least: number) =>
      `At least ${least} characters. A few words in a row are easy to keep in mind and hard to guess.`,
  },
  problems: {
    email: 'Write an e-mail address, such as ada@shop.example.',
    name: (most: number) => `Write a name of at most ${most} characters.`,
    role: 'Choose marketing, sales or admin.',
    language: 'Choose one of the languages in the list.',
    tooShort: (least: number, count: number) =>
      `A password has at least ${least} characters; this one has ${count}.`,
    tooLong: (most: number) => `A password has at most ${most} characters.`,
    oldPassword: 'This is not your password.',
    taken: 'Somebody of the team has this address already.',
  },
  signIn: {
    title: 'Sign in',
    press: 'Sign in',
    wrong: 'E-mail address and password do not go together. Check both, and mind capital letters.',
    forgotten: 'Forgotten your password? An admin of your team gives you a new link.',
    demo: 'This is a demonstration with made-up people: the form is filled in already.',
    limited: (minutes: number) =>
      `Too many wrong passwords. Signing in is closed for ${many(minutes, 'minute', 'minutes')}, for a right password too.`,
  },
  welcome: {
    first: 'Welcome. You are the first admin',
    firstAbout: 'This link works once. Afterwards you invite the others.',
    title: 'Choose your password',
    about: (name: string, email: string) => `For ${name}, ${email}. This link works once.`,
    press: 'Keep it and sign in',
    voidTitle: 'This link has been used or is too old',
    voidAbout:
      'An admin of your team gives you a new one. For the first admin, starting the collector again prints one.',
  },
  account: {
    title: 'Your account',
    details: 'You',
    saveDetails: 'Save',
    password: 'Password',
    changePassword: 'Change the password',
    passwordAbout: 'You stay signed in here, and are signed out everywhere else.',
    sessions: 'Where you are signed in',
    sessionColumns: { begun: 'Since', used: 'Last used' },
    thisOne: 'here',
    everywhere: 'Sign out everywhere',
    done: {
      details: 'Saved.',
      password: 'Your password is changed. You are signed out everywhere else.',
    },
  },
  settings: {
    title: 'Settings',
    pages: {
      account: { name: 'Your account', about: 'Name, language, password, alerts' },
      team: { name: 'Team', about: 'Who may come in, and as what' },
      scoring: { name: 'Scoring', about: 'What makes a lead warm or hot' },
      destinations: {
        name: 'Destinations',
        about: 'Which other tools are told: newsletter, CRM, Slack, mail, webhooks',
      },
      messages: { name: 'Messages', about: 'What was told to others, and what is still to go out' },
      rights: { name: 'Rights of people', about: 'Export, erase, and how long things are kept' },
    },
  },
  people: {
    title: 'Team',
    who: 'Who may come in',
    states: { active: 'Active', invited: 'Has no password yet', disabled: 'Shut out' },
    you: 'you',
    roleOf: (name: string) => `Role of ${name}`,
    changeRole: 'Change the role',
    disable: 'Shut out',
    enable: 'Let in again',
    link: 'New link',
    forWhom: (what: string, name: string) => `${what}: ${name}`,
    invite: 'Invite somebody',
    inviteAbout: (days: number) =>
      `They get a link with which they choose a password. It works once, for ${days} days.`,
    pressInvite: 'Invite',
    handOver: (name: string) => `Link for ${name}`,
    handOverAbout: (days: number) =>
      `It is shown only now, and works once, for ${days} days. Hand it over in a way that only they can read.`,
    isMailed: (email: string) => `It is also on its way to ${email}.`,
    theLink: 'Link',
    done: {
      role: 'The role is changed.',
      disable: 'Shut out, and signed out everywhere.',
      enable: 'May come in again.',
    },
    refused: {
      'last-admin':
        'Not done: nobody would be left who can let others in. Make somebody else an admin first, who has signed in once.',
      gone: 'Not done: this person is no longer in the team.',
      disabled: 'Not done: this person is shut out. Let them in again first.',
      unknown: 'Not done: choose one of the buttons of this page.',
    },
  },
  mail: {
    subject: 'Your link to Unisono',
    text: (name: string, link: string, days: number) =>
      `Hello ${name},\n\nwith this link you choose a password for Unisono, where your team works its leads:\n\n${link}\n\nIt works once, for ${days} days. If you did not expect it, ask an admin of your team.\n`,
  },
  /** What is said where something was refused, by the name of the refusal. */
  refusals: {
    'not-signed-in': {
      title: 'You are not signed in',
      text: 'Your session has ended, so nothing was changed. Sign in, and do it once more.',
    },
    'foreign-form': {
      title: 'Not done',
      text: 'This was not sent from one of our own pages, so nothing was changed. Open the page here, and do it once more.',
    },
    'host-not-allowed': {
      title: 'Not under this name',
      text: 'Leads are personal data: they are shown under this collector’s own address only.',
    },
    'body-too-large': {
      title: 'Too long',
      text: 'What was sent is larger than 1 MB, or than 5 MB with a file in it. Nothing was changed.',
    },
    'too-many': { title: 'Too many at once', text: 'Nothing was changed. Try again in a moment.' },
    'bad-query': { title: 'Not understood', text: 'Something in this address is not what was expected.' },
    'not-found': { title: 'Nothing here' },
    'not-allowed': { title: 'Not for your role' },
    'collector-failed': { title: 'Something went wrong' },
    'store-unavailable': {
      title: 'The database is away',
      pressed: 'It may not have been done. Look in a moment, and do it once more if it was not.',
    },
  },
  signInLink: 'Sign in',
};
