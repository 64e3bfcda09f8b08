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
  form: ['markup', 'options', 'i18n', 'lead'],
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

const homes = { lit: 'elements/planner', preact: 'preact', zod: 'contract' };

const packages = Object.entries(homes).map(([dependency, room]) => ({
  name: `${dependency}-lives-in-${room}`,
  comment: `${dependency} is known to src/${room}/ alone, so that no other floor can pull it into the script.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `node_modules/${dependency}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'source-never-imports-demo-or-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(demo|test|bench|scripts)/' },
    },
    ...arrowsIn('src/', rooms),
    ...arrowsIn('src/roi/', roomsOfRoi),
    calculatorAlone,
    ...packages,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
