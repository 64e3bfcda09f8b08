/** What came of what was spent, as marketing and as sales read it. */
export const results = {
  title: 'Results',
  lenses: { marketing: 'As marketing reads it', sales: 'As sales reads it' },
  lensesLabel: 'The same rows, read as',
  fields: { by: 'By', from: 'First month', until: 'Last month' },
  by: { source: 'Source', campaign: 'Campaign', form: 'Form', month: 'Month' },
  show: 'Show',
  usual: 'The last 12 months',
  span: (from: string, until: string) => `${from} to ${until}`,
  nothingBefore: (month: string) => `Nothing is known from before ${month}.`,
  problems: {
    notice: 'Not all of this could be read. Where something is marked, the usual is shown.',
    by: 'Choose source, campaign, form or month.',
    lens: 'The results can be read as “marketing” or as “sales”.',
    month: (text: string) => `“${text}” is no month. Enter year and month, such as 2026-09.`,
    future: 'Enter this month or an earlier one.',
    order: 'Enter a last month that is not before the first one.',
    most: (months: number) => `Enter a first month at most ${months} months before the end of the last one.`,
  },
  none: 'Nothing happened in these months: no requests, no visits counted, no spend written down.',

  tables: { marketing: 'From visit to lead', sales: 'From hand-over to customer' },
  columns: {
    visits: 'Visits',
    starts: 'Forms started',
    engagement: 'Engagement',
    ctaRate: 'CTA rate',
    leads: 'Leads',
    spend: 'Marketing spend',
    cpl: 'Cost per lead (CPL)',
    hot: 'Handed to sales',
    contact: 'Time to first contact',
    opportunities: 'Opportunities',
    customers: 'Customers',
    revenue: 'Revenue',
    margin: 'Gross margin',
    cost: 'All cost',
    cac: 'Cost per customer (CAC)',
    /** The pinned return: its definition stands below. */
    roi: 'ROI',
  },
  rows: {
    unnamed: 'Not known',
    others: (count: number) => (count === 1 ? '1 other' : `${count} others`),
    unassigned: 'Not assigned',
    total: 'In all',
  },
  missing: {
    notMeasured: 'not measured',
    noVisits: 'no visits',
    noLeads: 'no leads',
    noHot: 'none handed over',
    notYet: 'none yet',
    noCustomers: 'no customers',
    noCost: 'no cost',
    noRow: '—',
  },
  stillOpen: 'still open',
  partly: (priced: string, customers: string) => `known of ${priced} of ${customers}`,
  withoutCosts: (kinds: string) =>
    `Cost per customer and ROI are without this cost: ${kinds}. Nobody wrote it down, so both look better than they are.`,
  uneven: (
    row: string,
    spend: string,
    leads: string,
    customers: string,
    share: string,
    customerShare: string,
  ) =>
    `${row} took ${share} of what was spent and brought ${customerShare} of the customers: ${spend}, ${leads} leads, ${customers === '1' ? '1 customer' : `${customers} customers`}. Chance hardly explains that.`,
  csv: 'This table for a spreadsheet (CSV)',
  /** In what a column of the file is told. */
  csvUnits: (currency: string) => ({
    count: '',
    currency: `(${currency})`,
    fraction: '(fraction)',
    minutes: '(minutes)',
    return: '(fraction)',
  }),

  /** The definition of the return, with what it is computed from. */
  roi: {
    margin: (margin: string) => `(revenue × ${margin} gross margin − cost) ÷ cost`,
    'total-cost': (margin: string) =>
      `(revenue − cost of goods − cost) ÷ (cost of goods + cost), with a gross margin of ${margin}`,
    revenue: () => '(revenue − cost) ÷ cost, whatever the goods cost',
    roas: () => 'revenue ÷ spend on media',
    pinned: (name: string, formula: string) => `${name}: ${formula}, as you agreed on in`,
    none: (name: string, formula: string) =>
      `No objective is agreed on, so no gross margin is known. ROI here is ${name}: ${formula}.`,
  },
  cycle: (days: string) => `From the first request to the customer it typically takes ${days} (median).`,
  cycleUnknown: 'Nobody has become a customer yet, so nobody can say how long that takes.',
  stillOpenMeans:
    'A month that is “still open” has had less time than that: what is missing there may still come.',
  stillOpenElse: 'Whoever asked less long ago than that may still become one.',

  notesTitle: 'How to read this',
  notes: {
    people: (end: string) =>
      `People count in the month of their first request, and where that came from, as far as they had come by ${end}. Money and visits count on their day.`,
    terms: {
      marketing:
        'Visits are views of a page with a form; engagement is forms started ÷ visits; the CTA rate is presses on a call to action ÷ visits; marketing spend is all cost but that of sales.',
      sales:
        'Handed to sales are all whom sales had at some time, hot or handed over by marketing. Time to first contact is the median wait of those who waited for sales to answer. Cost per customer counts marketing and sales.',
    },
    notMeasured: '“Not measured” means that nobody counted it or wrote it down. It is not zero.',
    source:
      'Visits are counted by campaign, without identity. Which source they came from nobody knows, so they stand under “Not assigned”.',
    form: 'Money is spent on campaigns and not on forms, and a call to action belongs to a page. Both stand under “Not assigned”.',
    unnamed:
      'People under “Not known” came directly, or did not agree to profiling: then no origin of theirs is kept. Some of them belong to the other rows, so a lead there costs at most what is shown.',
    unassigned: 'What is not assigned is never divided among the others; it counts in the sum.',
    costs: (known: string) => `Cost is what was written down: ${known}.`,
    costsMissing: (unknown: string) => `Nothing was written down of ${unknown}.`,
    noCosts:
      'Nobody wrote down any cost, so what a lead or a customer cost and what came back is not measured.',
    running: 'Of what is known by the month alone, the running month counts by its days.',
    priced: (priced: string, customers: string) =>
      `Revenue is written down of ${priced} of ${customers} customers. What is missing there is missing in the return, too.`,
    margin: 'Gross margin is not measured, since no objective is agreed on that says what it is.',
  },
  picture: {
    title: 'Leads, and how many of them are customers',
    /** For whoever does not see it. */
    label: (by: string) =>
      `Leads and customers. By: ${by}. The columns of the table below, read by either team, have the same figures.`,
    rows: 'The thick bar is leads, the thin one in it customers.',
    columns: 'The wide column is leads, the narrow one in it customers.',
  },
  cohorts: {
    title: 'Month by month: what became of them',
    hint: 'Each row has those who first asked in that month, until today. A cell says how many of them had come so far within so many months of their own request.',
    captions: { opportunities: 'Opportunities within', customers: 'Customers within' },
    month: 'First request in',
    within: (months: number) => (months === 1 ? '1 month' : `${months} months`),
    tooEarly: 'too early',
    tooEarlyMeans: '“Too early”: not all of them have had that time yet. It says nothing about the month.',
  },
};
