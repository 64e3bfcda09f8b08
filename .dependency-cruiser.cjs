// The arrows of the house (CONTRIBUTING.md): an import only ever points down, and never in a circle.
// Each room lists every room it may import from; anything else is refused.
const rooms = {
  roi: [],
  i18n: ['roi'],
  lead: ['roi'],
  delivery: ['lead'],
  visit: ['lead', 'delivery', 'roi'],
  locales: ['i18n'],
  contract: ['lead', 'roi'],
  elements: ['visit', 'delivery', 'lead', 'roi', 'i18n'],
  preact: ['elements', 'locales', 'visit', 'delivery', 'lead', 'roi', 'i18n'],
};

const arrows = Object.entries(rooms).map(([room, below]) => ({
  name: `arrows-of-${room}`,
  comment: `src/${room}/ may import only from itself${below.length ? ` and ${below.join(', ')}` : ''}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/` },
}));

// The types of the two configurations are read off the tables of options. Types alone: what the elements are made of
// stays out of the contract, and zod out of the script.
const contract = arrows.find(({ name }) => name === 'arrows-of-contract');
contract.to.pathNot = [contract.to.pathNot, '^src/elements/[^/]+/[^/]+-options\\.ts$'];
const typesOnly = {
  name: 'contract-takes-types-of-options-alone',
  comment: 'src/contract/ may import the types of the two configurations, and nothing that runs.',
  severity: 'error',
  from: { path: '^src/contract/' },
  to: { path: '^src/elements/', dependencyTypesNot: ['type-only'] },
};

const homes = { lit: 'elements', preact: 'preact', zod: 'contract' };

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
    ...arrows,
    typesOnly,
    ...packages,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
