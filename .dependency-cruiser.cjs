// Who may import whom: the table in ARCHITECTURE.md as a program. A rule that is not listed here does not exist.
// `scripts/check-layers.ts` runs it and proves that it was read; `scripts/check-layers.test.ts` plants one forbidden
// import per rule and sees it reported. Comments are what the person who broke the rule reads: they say what to do instead.

const TESTS = '(\\.test\\.tsx?$|^(packages|apps)/[^/]+/test/|^apps/e2e/)';
const CONFIG = '\\.config\\.(ts|mts|cts)$';
const MODULES = '^apps/server/src/modules/';
/** One file or folder of the closed vocabulary in any server module: `routes.ts`, `queries.ts` or `queries/…`. */
const inModule = (...names) => `^apps/server/src/modules/[^/]+/(${names.join('|')})(\\.ts$|/)`;
/** npm packages by name, whatever folder they are hoisted to. */
const npm = (...names) => `node_modules/(${names.join('|')})/`;
const workspaces = (...names) => `^(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment: 'packages/domain is pure: it imports only itself. Pass what you need as an argument (facts, now, ids) and do the I/O in a server command.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TESTS },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'contract-imports-domain-and-zod',
      comment: 'packages/contract is what goes over the wire: zod and domain only. Server code belongs in apps/server, React in ordering or an app.',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/(contract|domain)/', npm('zod')] },
    },
    {
      name: 'ui-knows-no-noun',
      comment:
        'packages/ui holds primitives and formatters: React, domain/money and units of weight only, no Mantine. A component that knows an order belongs in packages/ordering.',
      severity: 'error',
      from: { path: '^packages/ui/src/', pathNot: TESTS },
      to: {
        path: ['^packages/(?!ui/|domain/src/money/|domain/src/core/weight-units)', workspaces('apps', 'scripts'), npm('@mantine/[^/]+', '@tanstack/[^/]+')],
      },
    },
    {
      name: 'ordering-is-shared',
      comment: 'packages/ordering is shared by desk and site: it imports ui, contract, domain and Mantine. What only one of them needs stays in that app.',
      severity: 'error',
      from: { path: '^packages/ordering/src/', pathNot: TESTS },
      to: { path: [workspaces('apps', 'scripts'), '^packages/documents/'] },
    },
    {
      name: 'documents-stand-alone',
      comment: 'packages/documents turns plain data into mail and PDF: domain and contract types only. Let the server gather the data and pass it in.',
      severity: 'error',
      from: { path: '^packages/documents/src/', pathNot: TESTS },
      to: { path: [workspaces('apps', 'scripts'), '^packages/(ui|ordering)/', npm('kysely', 'pg', 'hono')] },
    },
    {
      name: 'adapters-know-only-their-port',
      comment: 'An adapter knows its port and its library, not the database, HTTP or a module. Pass it what it needs from the command or job.',
      severity: 'error',
      from: { path: '^apps/server/src/adapters/', pathNot: TESTS },
      to: { path: ['^apps/server/src/(db|http|modules)/', npm('kysely', 'pg', 'hono')] },
    },
    {
      name: 'estimate-page-stays-light',
      comment: 'The estimate page imports ui, contract and domain, also through others: no ordering, no Mantine. Put the shared piece into packages/ui.',
      severity: 'error',
      from: { path: '^apps/site/src/estimate/', pathNot: TESTS },
      to: { path: ['^packages/ordering/', npm('@mantine/[^/]+')], reachable: true },
    },
    {
      name: 'routes-are-thin',
      comment: 'A route parses, calls one command or query of its own module and presents. Move SQL to store.ts or queries.ts, decisions to a command.',
      severity: 'error',
      from: { path: inModule('routes'), pathNot: TESTS },
      to: { path: ['^apps/server/src/(db|adapters)/', inModule('store'), npm('kysely', 'pg')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-use-their-own-module',
      comment: 'A route uses the commands, queries and presenter of its own module. Call the other module from your command.',
      severity: 'error',
      from: { path: '^apps/server/src/modules/([^/]+)/routes(\\.ts$|/)' },
      to: { path: MODULES, pathNot: `${MODULES}$1/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-decide-nothing',
      comment:
        'Business decisions (packages/domain/src/order and pricing) are taken in a command, inside its transaction. A route may use types and code lists.',
      severity: 'error',
      from: { path: inModule('routes'), pathNot: TESTS },
      to: { path: '^packages/domain/src/(order|pricing)/', pathNot: '/types\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-know-no-http',
      comment: 'A command does not know HTTP: no http/, routes, presenter or Hono in it. Return what happened and let the route present it.',
      severity: 'error',
      from: { path: inModule('commands'), pathNot: TESTS },
      to: { path: ['^apps/server/src/http/', inModule('routes', 'presenter'), npm('hono', '@hono/[^/]+')] },
    },
    {
      name: 'commands-use-their-own-store',
      comment: "A command writes through its own module's store. Ask the other module by its queries or commands, so that its rules hold.",
      severity: 'error',
      from: { path: '^apps/server/src/modules/([^/]+)/commands/' },
      to: { path: `${MODULES}[^/]+/(store|policy)(\\.ts$|/)`, pathNot: `${MODULES}$1/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'policy-is-pure',
      comment: 'A policy is a pure function of actor and object. Load the facts in the command and pass them in.',
      severity: 'error',
      from: { path: inModule('policy'), pathNot: TESTS },
      to: { path: ['^apps/server/src/(db|http|adapters)/', inModule('store', 'queries', 'commands', 'routes'), npm('kysely', 'pg', 'hono')] },
    },
    {
      name: 'sql-asks-nobody',
      comment:
        'store.ts and queries.ts are SQL and nothing else: no policy, no http, no commands. Check rights in the command and take the account scope as an argument.',
      severity: 'error',
      from: { path: inModule('store', 'queries'), pathNot: TESTS },
      to: {
        path: ['^apps/server/src/http/', inModule('policy', 'routes', 'commands', 'presenter'), npm('hono', '@hono/[^/]+')],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'presenter-only-shapes',
      comment: 'A presenter shapes what it is given. Read in queries.ts and pass the result in.',
      severity: 'error',
      from: { path: inModule('presenter'), pathNot: TESTS },
      to: { path: ['^apps/server/src/(db|adapters)/', inModule('store', 'commands', 'routes'), npm('kysely', 'pg')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-do-not-import-features',
      comment:
        'A feature of the desk or the site does not import another feature. Lift the shared piece to components/ or lib/ of the app, or to packages/ordering.',
      severity: 'error',
      from: { path: '^apps/(admin|site)/src/features/([^/]+)/' },
      to: { path: '^apps/(admin|site)/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'screens-do-not-import-the-server',
      comment: 'Desk, site and packages reach the server only over the API: use the typed client of packages/contract.',
      severity: 'error',
      // How they are built is no part of them.
      from: { path: '^(apps/(admin|site)|packages)/', pathNot: [CONFIG] },
      to: { path: ['^apps/server/', '^scripts/'] },
    },
    {
      name: 'apps-do-not-import-apps',
      comment: 'Desk and site do not import each other. Share through packages/ordering or packages/ui.',
      severity: 'error',
      from: { path: '^apps/(admin|site|server)/' },
      to: { path: '^apps/(admin|site)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'tests-use-the-public-surface',
      comment: 'Scenarios act and assert through the API, never through a store: what a store hides may change.',
      severity: 'error',
      from: { path: '^apps/server/test/(scenarios|contract)/' },
      to: { path: inModule('store') },
    },
    {
      name: 'no-undeclared-imports',
      comment: 'npm hoists, so this runs by luck. Declare it: npm i -E -w <this member> <package>@<major>.',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: [TESTS, CONFIG] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'no-unresolvable-imports',
      comment: 'This import leads nowhere. Imports name the file with its extension: @backdesk/domain/money/money.ts.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^@backdesk/documents/dist/', '^virtual:', '\\.css', '\\?raw$', '\\?url$'] },
    },
    {
      name: 'no-cycles',
      comment: 'These files need each other. Move what both need into a third file, or pass it as an argument.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Product code does not import tests or their support.',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: TESTS },
      to: { path: TESTS },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.backdesk)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
