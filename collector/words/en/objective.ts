import { count } from '../count.ts';

/** What marketing and sales agreed on, and how it stands. */
export const objective = {
  title: 'Objective',
  none: 'Nothing is agreed yet.',
  noneHint:
    'Plan a campaign in the planner, with a goal if you have one, and bring its link here. Once marketing and sales have both agreed, this page says every day where you stand and what comes next.',
  adopt: 'Propose an objective',
  waiting: 'Proposed, waiting for an answer',
  earlier: 'Earlier objectives',
  states: {
    proposed: 'proposed',
    'in-force': 'in force',
    superseded: 'superseded',
    withdrawn: 'withdrawn',
  },
  lookAt: 'Look at it and answer',

  agreed: 'What was agreed',
  /** A goal: so much of a figure by the end of a month. */
  goal: (metric: string, target: string, by: string) => `${metric}: ${target} by the end of ${by}.`,
  plan: (customers: string, profit: string, by: string) =>
    `The plan itself: ${count(customers, 'customer', 'customers')} and a profit of ${profit} by the end of ${by}.`,
  /** Names of figures that nobody has entered. */
  guessed: (names: string) =>
    `Nobody has entered these figures of the plan, they are the planner’s examples: ${names}. Enter your own before you agree on them.`,
  limits: {
    budget: (money: string) => `Budget: at most ${money}.`,
    capacity: (count: string) => `Sales can work ${count} a month.`,
  },
  span: (from: string, until: string) => `${from} to ${until}`,
  dates: 'Campaign',
  campaigns: 'Leads of',
  allCampaigns: 'all campaigns',
  definition: 'ROI means',
  agreedBy: { marketing: 'Agreed for marketing', sales: 'Agreed for sales' },
  notYet: 'not yet',
  byWhom: (name: string, at: string) => `${name}, ${at}`,
  proposedBy: 'Proposed by',
  endedAt: 'Ended',
  somebody: 'somebody who has left',
  openPlan: 'The plan, to open in the planner again',
  openInPlanner: 'Open it in the planner',
  openPlanHint: 'Put this behind the address of the page with your planner.',

  deliveries: 'What each of you delivers, month by month',
  delivered: 'Who brings what',
  owner: 'Owner',
  spend: 'Spend',
  total: 'In all',

  today: 'Where it stands today',
  asOf: (day: string, month: number, months: number) => `${day}: month ${month} of ${months}.`,
  over: 'The time is over. This is how it ended.',
  notBegun: (day: string) => `It begins on ${day}. Until then there is nothing to compare.`,
  nothingYet: 'Nobody has asked since it began. What is due is due all the same.',
  notCompared:
    'The figures cannot be compared with the plan: far more came to one stage than to the stage before it. Look at your spend and visits, and at the campaigns whose leads count.',
  stage: 'Stage',
  byStage: 'Stage by stage',
  whatFor: 'What for',
  money: 'Money',
  columns: {
    agreed: 'Agreed in all',
    due: 'Due by today',
    happened: 'Happened',
    forecast: 'Forecast at the end',
    difference: 'Forecast less agreed',
  },
  notMeasured: 'not measured',
  revenue: 'Revenue won',
  profit: (agreed: string, forecast: string, by: string) =>
    `Profit by the end of ${by}: ${agreed} in the plan, ${forecast} as it now looks.`,
  roi: (definition: string, agreed: string, forecast: string) =>
    `${definition}: ${agreed} agreed, ${forecast} forecast.`,
  onTheWay:
    'Whoever is on the way counts at what the plan says of them: a deal that is not due yet is nobody’s fault.',
  byMonth:
    'What is known by the month alone counts day by day. A stage or cost that nobody measured counts as planned.',
  picture: (stage: string, agreed: string, happened: string) =>
    `${stage}, added up month by month: ${agreed} were due by today, ${happened} have come.`,
  course: (stage: string) => `${stage}, added up`,
  month: 'By the end of',
  lines: { agreed: 'agreed', happened: 'happened' },

  figures: 'The same in figures',

  why: 'Why',
  asPlanned: 'So far nothing differs from what was agreed.',
  gap: (gap: string) => `The difference of ${gap} in profit comes from:`,
  groups: {
    marketing: 'Marketing’s levers',
    sales: 'Sales’ levers',
    shared: 'Levers of both',
    chance: 'May be chance',
  },
  part: (what: string, actual: string, planned: string) => `${what}: ${actual} instead of ${planned}.`,
  lifts: (money: string) => `That lifts the result by ${money}.`,
  lowers: (money: string) => `That lowers the result by ${money}.`,
  unmeasured: (how: string) => `(${how})`,
  rates:
    'A rate counts what comes within the plan’s months, for the plan as for what happened: deals that would be won later are in neither.',
  byCampaign: 'Which campaigns and sources did it: see the results.',
  smaller: 'The rest is smaller: see the table.',
  allParts: 'Every part of the difference',
  where: 'Where',
  movement: 'Agreed → as it now looks',
  effect: 'Effect on profit',
  together: 'Together',

  next: 'What to do next month',
  nextLast: 'What is left until the end',
  brings: (owner: string, count: string, what: string) => `${owner} brings ${count} ${what}`,
  asAgreed: (count: string) => `${count} as agreed`,
  catchUp: (agreed: string, behind: string) => `${agreed} as agreed and ${behind} to catch up`,
  both: 'You both',
  nothingDue: 'Nothing more is due.',
  lever: (lever: string, owner: string, metric: string, low: string, high: string) =>
    `What moves “${metric}” most is “${lever}” (${owner}): within reach it may be anything from ${low} to ${high}.`,
  range: (low: string, high: string) =>
    `That is with the lever between ${low} and ${high}, all else as it now looks. Here it is the whole rate, with deals that are won after the plan’s months.`,

  newTitle: 'Propose an objective',
  fields: {
    plan: 'The plan',
    name: 'Name',
    start: 'First month',
    campaigns: 'Campaigns whose leads count (optional)',
  },
  hints: {
    plan: 'The planner’s link, or what its JSON download holds. If your page sets values of its own in the calculator, take the download: it holds them all.',
    name: 'Such as: Autumn 2026.',
    start: 'Year and month, such as 2026-12. The plan’s first month.',
    campaigns: 'One a line. Leave it empty to count every lead.',
    known: (names: string) => `Known so far: ${names}.`,
  },
  preview: 'See what will be agreed',
  previewTitle: 'This would be agreed',
  propose: 'Propose',
  proposeAgree: {
    marketing: 'Propose, and agree for marketing',
    sales: 'Propose, and agree for sales',
  },
  change: 'Change something',
  notProposed: 'Nothing was proposed yet. Look at what is marked.',
  problems: {
    name: 'Give it a name of at most 200 characters.',
    start: 'Enter year and month, such as 2026-12.',
    campaigns: 'Enter at most 50 campaigns, each of at most 200 characters.',
    plan: {
      missing: 'Paste the planner’s link or its JSON.',
      'no-plan':
        'This is neither a link of the planner nor its JSON. Copy it as a whole, from “unisono=1” on.',
      'not-all-read':
        'Not all of this link could be read. Copy it again as a whole, or take the JSON download.',
      'other-currency': 'This plan is in another currency than your team’s.',
      'no-months': 'This plan has no months. Say in the planner how long it runs.',
      'too-long': 'This plan is longer than 120 months.',
      'no-customers': 'This plan ends before customers. The last stage has to be customers.',
      broken:
        'Something in this plan is outside what the model can compute. Open it in the planner and mend it.',
    },
    unreachable: 'The goal is out of reach by the lever that the plan moves, so it cannot be agreed on.',
    wouldDo: (levers: string) => `Each of these would do it alone: ${levers}. Choose one in the planner.`,
    noneWouldDo: 'No other lever would do it alone: aim lower, or take more time.',
  },

  answer: 'Your answer',
  agreeFor: { marketing: 'Agree for marketing', sales: 'Agree for sales' },
  withdraw: 'Withdraw the proposal',
  replaces: 'Once both have agreed, it takes the place of the objective that is in force now.',
  twoPeople: 'It takes two people: one for marketing, one for sales.',
  done: {
    proposed: 'Proposed. Now marketing and sales agree, each for themselves.',
    agreed: 'Agreed. The other team has yet to.',
    'in-force': 'Both have agreed. The objective is in force.',
    withdrawn: 'The proposal is withdrawn.',
  },
  refused: {
    gone: 'There is no such objective.',
    'not-open': 'This proposal is not open any more.',
    'agreed-already': 'Somebody has agreed for this team already.',
    'same-person': 'You have agreed for the other team. It takes two people.',
    'not-yours': 'That is for the other team to press, or for an admin.',
    unknown: 'The page asked for something that there is not.',
  },
};
