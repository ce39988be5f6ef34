/** Who may import whom: one direction, checked on every test run. */
const DOMAINS = '^subgraphs/(colombia|panama|usa|joint)/';
const STEPS = '^gateway/(http|authenticate|parse|authorize|plan|execute|evidence|respond)/';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'schema-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(subgraphs|gateway|scripts|test)/' },
    },
    {
      name: 'store-and-serve-import-schema-alone',
      severity: 'error',
      comment: 'serve/testing opens a store for the tests beside the domains',
      from: { path: '^subgraphs/(store|serve)/', pathNot: '^subgraphs/serve/testing/' },
      to: { path: '^(gateway|scripts|test|subgraphs/(colombia|panama|usa|joint|governance))/' },
    },
    {
      name: 'serve-does-not-know-the-store',
      severity: 'error',
      from: { path: '^subgraphs/serve/', pathNot: '(^subgraphs/serve/testing/|\\.test\\.ts$)' },
      to: { path: '^subgraphs/store/' },
    },
    {
      name: 'a-domain-imports-serve-store-schema',
      severity: 'error',
      from: { path: DOMAINS },
      to: { path: '^(gateway|scripts|test)/' },
    },
    {
      name: 'a-domain-never-imports-another',
      severity: 'error',
      from: { path: '^subgraphs/(colombia|panama|usa|joint)/([^/]+)/' },
      to: { path: DOMAINS, pathNot: '^subgraphs/$1/$2/' },
    },
    {
      name: 'the-gateway-imports-schema-alone',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(subgraphs|scripts|test)/' },
    },
    {
      name: 'a-step-never-imports-a-sibling',
      severity: 'error',
      comment: 'types of a step are passed by request-state',
      from: {
        path: '^gateway/(http|authenticate|parse|authorize|plan|execute|evidence|respond)/',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: STEPS, pathNot: '^gateway/$1/' },
    },
    {
      name: 'a-step-knows-no-settings',
      severity: 'error',
      from: { path: STEPS },
      to: { path: '^gateway/(config|server|request-path)\\.ts$' },
    },
    {
      name: 'the-console-talks-http-only',
      severity: 'error',
      from: { path: '^gateway/console/' },
      to: { path: '^(schema|subgraphs|scripts|test|gateway/(?!console/))' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-scripts',
      severity: 'error',
      from: { pathNot: '^(scripts|test)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'only-tests-import-testing',
      severity: 'error',
      from: { pathNot: '(\\.test\\.ts$|/testing/|^test/)' },
      to: { path: '/testing/' },
    },
    {
      name: 'nothing-imports-peers',
      severity: 'error',
      from: { pathNot: '^scripts/bench/peers/' },
      to: { path: '^scripts/bench/peers/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      // The gateways that ours is compared with are installed when they are measured, and not before.
      from: { pathNot: '^(gateway/console|scripts/bench/peers)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|\\.d\\.ts$|node_modules)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['pasarela-source', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};
