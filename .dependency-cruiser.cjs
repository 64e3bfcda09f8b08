// The arrows of the house (CONTRIBUTING.md): an import only ever points down, and never in a circle.
// Each room lists every room it may import from; anything else is refused.
const rooms = {
  roi: [],
  options: [],
  markup: [],
  // Both for names alone: a figure and a part of a profile are named once, and the languages have a word for each.
  i18n: ['roi', 'lead'],
  lead: ['roi'],
  delivery: ['lead'],
  visit: ['lead', 'delivery', 'roi'],
  locales: ['i18n'],
  calculator: ['options', 'i18n', 'lead', 'roi'],
  // For what may be said of a receiver: the names of the kinds, and their parts.
  form: ['markup', 'options', 'i18n', 'delivery', 'lead'],
  contract: ['form', 'calculator', 'options', 'i18n', 'lead', 'roi'],
  elements: ['form', 'calculator', 'markup', 'options', 'visit', 'delivery', 'lead', 'roi', 'i18n'],
  preact: [
    'elements',
    'markup',
    'form',
    'calculator',
    'options',
    'locales',
    'visit',
    'delivery',
    'lead',
    'roi',
    'i18n',
  ],
};

// The rooms of the model, likewise. Above them stands `roi/index.ts` alone.
const roomsOfRoi = {
  campaign: [],
  finance: ['campaign'],
  metrics: ['campaign', 'finance'],
  chance: ['campaign', 'metrics'],
  goal: ['campaign', 'finance', 'metrics', 'chance'],
  variance: ['campaign', 'metrics', 'chance', 'goal'],
};

const arrowsIn = (floor, rooms) =>
  Object.entries(rooms).map(([room, below]) => ({
    name: `arrows-of-${floor}${room}`,
    comment: `${floor}${room}/ may import only from itself${below.length ? ` and ${below.join(', ')}` : ''}.`,
    severity: 'error',
    from: { path: `^${floor}${room}/` },
    to: { path: `^${floor}`, pathNot: `^${floor}(${[room, ...below].join('|')})/` },
  }));

const calculatorAlone = {
  name: 'the-calculator-knows-no-planner',
  comment:
    'src/elements/roi-calculator/ never imports src/elements/planner/, which most visitors do not load.',
  severity: 'error',
  from: { path: '^src/elements/(roi-calculator|lead-form|shared)/' },
  to: { path: '^src/elements/planner/' },
};

const homes = { preact: 'preact', zod: 'contract' };

const packages = Object.entries(homes).map(([dependency, room]) => ({
  name: `${dependency}-lives-in-${room}`,
  comment: `${dependency} is known to src/${room}/ alone, so that no other floor can pull it into the script.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `node_modules/${dependency}/` },
}));

// What the collector stands on, who speaks to whom outside it, and what puts it together.
const top = '(collector|serve|settings-of|bin)\\.ts$';
const homesInCollector = {
  libsql: 'store/libsql',
  pg: 'store/postgres',
  nodemailer: 'telling',
  standardwebhooks: 'telling',
  'preact-render-to-string': 'pages',
  '@observablehq/plot': 'pages/parts',
  linkedom: 'pages/parts',
  'csv-parse': 'importing',
};

const collector = [
  {
    name: 'src-never-imports-the-collector',
    comment: 'What goes into pages knows no receiver.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^collector/' },
  },
  {
    name: 'the-collector-knows-the-package-by-its-name',
    comment: 'collector/ imports what unisono offers anybody.',
    severity: 'error',
    from: { path: '^collector/' },
    to: { path: '^src/', pathNot: '^src/(schema|words|roi/index|calculator/index)\\.ts$' },
  },
  {
    name: 'store-and-words-stand-alone',
    comment: 'collector/store/ and collector/words/ know nothing of what is built on them.',
    severity: 'error',
    from: { path: '^collector/(store|words)/' },
    to: { path: '^collector/', pathNot: '^collector/$1/' },
  },
  {
    name: 'one-store-whatever-the-database',
    comment: 'collector/store/open-store.ts alone knows which databases there are.',
    severity: 'error',
    from: { path: '^collector/', pathNot: '^collector/store/(open-store\\.ts$|libsql/|postgres/)' },
    to: { path: '^collector/store/(libsql|postgres)/' },
  },
  {
    name: 'rooms-know-no-pages',
    comment: 'Receiving, working, telling, team and rights can do what they do without a page.',
    severity: 'error',
    from: { path: '^collector/[^/]+/', pathNot: '^collector/pages/' },
    to: { path: '^collector/pages/' },
  },
  {
    name: 'nothing-imports-what-puts-it-together',
    comment: 'collector.ts, serve.ts, settings-of.ts and bin.ts stand above all rooms.',
    severity: 'error',
    from: { path: '^collector/[^/]+/' },
    to: { path: `^collector/${top}` },
  },
  ...Object.entries(homesInCollector).map(([dependency, room]) => ({
    name: `${dependency}-lives-in-${room.replace('/', '-')}`,
    comment: `${dependency} is known to collector/${room}/ alone.`,
    severity: 'error',
    from: { path: '^collector/', pathNot: `^collector/${room}/` },
    to: { path: `node_modules/${dependency}/` },
  })),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'source-never-imports-demo-or-tests',
      severity: 'error',
      from: { path: '^(src|collector)/' },
      to: { path: '^(demo|test|bench|scripts)/' },
    },
    ...arrowsIn('src/', rooms),
    ...arrowsIn('src/roi/', roomsOfRoi),
    calculatorAlone,
    ...packages,
    ...collector,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The command is linked before what it starts is built.
    exclude: { path: '^collector/(dist/|unisono-collector\\.js$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
