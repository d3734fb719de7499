// Plants forbidden imports in a copy of the house and sees each reported under the rule meant for it.
import { afterAll, describe, expect, it } from 'vitest';
import { plantWorld, removeWorld, runCheck } from './planted-world.ts';

const worlds: string[] = [];
afterAll(() => worlds.forEach(removeWorld));

async function checked(files: Record<string, string>): Promise<{ passed: boolean; output: string }> {
  const world = plantWorld(files);
  worlds.push(world);
  return runCheck('check-layers.ts', world);
}

/** What every world holds: files that break nothing and that the planted imports lead to. */
const sound: Record<string, string> = {
  'packages/domain/src/money/money.ts': 'export const cents = 100;\n',
  'packages/domain/src/order/types.ts': "export const stages = ['draft'];\n",
  'packages/domain/src/order/submit.ts': "import { cents } from '../money/money.ts';\nexport const submit = () => cents;\n",
  'packages/contract/src/problem.ts': "import 'zod';\nimport { stages } from '@backdesk/domain/order/types.ts';\nexport const codes = stages;\n",
  'packages/ui/src/price.tsx': "import 'react';\nimport { cents } from '@backdesk/domain/money/money.ts';\nexport const Price = () => cents;\n",
  'packages/ordering/src/product.tsx': "import '@mantine/core';\nimport { Price } from '@backdesk/ui/price.tsx';\nexport const Product = () => Price();\n",
  'packages/documents/src/mail.tsx': "import { cents } from '@backdesk/domain/money/money.ts';\nexport const mail = cents;\n",
  'apps/server/src/db/pool.ts': "import 'pg';\nexport const pool = 1;\n",
  'apps/server/src/http/context.ts': 'export const context = 1;\n',
  'apps/server/src/adapters/mail/port.ts': 'export const port = 1;\n',
  'apps/server/src/modules/order/store.ts': "import { pool } from '../../db/pool.ts';\nexport const save = () => pool;\n",
  'apps/server/src/modules/order/queries.ts': "import { pool } from '../../db/pool.ts';\nexport const list = () => pool;\n",
  'apps/server/src/modules/order/policy.ts': "import { stages } from '@backdesk/domain/order/types.ts';\nexport const may = () => stages;\n",
  'apps/server/src/modules/order/presenter.ts': 'export const present = () => 1;\n',
  'apps/server/src/modules/order/commands/submit-order.ts':
    "import { submit } from '@backdesk/domain/order/submit.ts';\nimport { save } from '../store.ts';\nimport { may } from '../policy.ts';\nexport const submitOrder = () => [submit(), save(), may()];\n",
  'apps/server/src/modules/order/routes.ts':
    "import { submitOrder } from './commands/submit-order.ts';\nimport { present } from './presenter.ts';\nimport { context } from '../../http/context.ts';\nexport const routes = [submitOrder, present, context];\n",
  'apps/server/src/modules/customer/commands/create-customer.ts': 'export const createCustomer = () => 1;\n',
  'apps/admin/src/features/orders/list.tsx': "import { Product } from '@backdesk/ordering/product.tsx';\nexport const List = () => Product();\n",
  'apps/site/src/estimate/page.tsx': "import { Price } from '@backdesk/ui/price.tsx';\nexport const Page = () => Price();\n",
};

/** One forbidden import per rule: the file that holds it, what it imports, and the rule that must name it. */
const planted: readonly { readonly rule: string; readonly file: string; readonly imports: string }[] = [
  { rule: 'domain-imports-nothing', file: 'packages/domain/src/order/a.ts', imports: 'node:fs' },
  { rule: 'domain-imports-nothing', file: 'packages/domain/src/order/b.ts', imports: '@backdesk/contract/problem.ts' },
  { rule: 'contract-imports-domain-and-zod', file: 'packages/contract/src/a.ts', imports: 'hono' },
  { rule: 'ui-knows-no-noun', file: 'packages/ui/src/a.tsx', imports: '@mantine/core' },
  { rule: 'ui-knows-no-noun', file: 'packages/ui/src/b.tsx', imports: '@backdesk/domain/order/submit.ts' },
  { rule: 'ordering-is-shared', file: 'packages/ordering/src/a.tsx', imports: '../../../apps/admin/src/features/orders/list.tsx' },
  { rule: 'documents-stand-alone', file: 'packages/documents/src/a.tsx', imports: '../../ui/src/price.tsx' },
  { rule: 'adapters-know-only-their-port', file: 'apps/server/src/adapters/mail/smtp.ts', imports: '../../db/pool.ts' },
  { rule: 'estimate-page-stays-light', file: 'apps/site/src/estimate/a.tsx', imports: '@backdesk/ordering/product.tsx' },
  { rule: 'routes-are-thin', file: 'apps/server/src/modules/a/routes.ts', imports: '../../db/pool.ts' },
  { rule: 'routes-use-their-own-module', file: 'apps/server/src/modules/b/routes.ts', imports: '../order/commands/submit-order.ts' },
  { rule: 'routes-decide-nothing', file: 'apps/server/src/modules/c/routes.ts', imports: '@backdesk/domain/order/submit.ts' },
  { rule: 'commands-know-no-http', file: 'apps/server/src/modules/order/commands/a.ts', imports: '../../../http/context.ts' },
  { rule: 'commands-use-their-own-store', file: 'apps/server/src/modules/customer/commands/a.ts', imports: '../../order/store.ts' },
  { rule: 'policy-is-pure', file: 'apps/server/src/modules/d/policy.ts', imports: '../../db/pool.ts' },
  { rule: 'sql-asks-nobody', file: 'apps/server/src/modules/e/queries.ts', imports: '../order/policy.ts' },
  { rule: 'presenter-only-shapes', file: 'apps/server/src/modules/f/presenter.ts', imports: '../../db/pool.ts' },
  { rule: 'features-do-not-import-features', file: 'apps/admin/src/features/customers/a.tsx', imports: '../orders/list.tsx' },
  { rule: 'screens-do-not-import-the-server', file: 'apps/admin/src/app/a.tsx', imports: '../../../server/src/modules/order/queries.ts' },
  { rule: 'apps-do-not-import-apps', file: 'apps/site/src/app/a.tsx', imports: '../../../admin/src/features/orders/list.tsx' },
  { rule: 'tests-use-the-public-surface', file: 'apps/server/test/scenarios/a.test.ts', imports: '../../src/modules/order/store.ts' },
  { rule: 'no-undeclared-imports', file: 'apps/admin/src/app/b.tsx', imports: 'left-pad' },
  { rule: 'no-undeclared-imports', file: 'packages/ui/src/c.tsx', imports: '@backdesk/contract/problem.ts' },
  { rule: 'no-unresolvable-imports', file: 'apps/admin/src/app/c.tsx', imports: './gone.tsx' },
  { rule: 'no-cycles', file: 'apps/admin/src/app/d.tsx', imports: './d.tsx' },
  { rule: 'no-tests-in-the-product', file: 'packages/domain/src/order/c.ts', imports: './d.test.ts' },
];

describe('the layer check', () => {
  it('lets a house without forbidden imports pass', async () => {
    const { passed, output } = await checked(sound);
    expect(output).toContain(`${Object.keys(sound).length} source files read, 0 forbidden imports`);
    expect(passed).toBe(true);
  });

  it('fails and names rule and file for every forbidden import planted', async () => {
    const files = Object.fromEntries(planted.map(({ file, imports }) => [file, `import '${imports}';\n`]));
    const { passed, output } = await checked({ ...sound, ...files, 'packages/domain/src/order/d.test.ts': 'export const t = 1;\n' });
    expect(passed).toBe(false);
    for (const { rule, file } of planted) expect(output).toContain(`${rule}: ${file} → `);
    // Each file breaks its own rule; what the sound files hold stays unreported.
    for (const file of Object.keys(sound)) expect(output).not.toContain(`: ${file} → `);
  });

  it('sees Mantine behind another file of the estimate page', async () => {
    const { output } = await checked({
      ...sound,
      'apps/site/src/components/frame.tsx': "import '@backdesk/ordering/product.tsx';\n",
      'apps/site/src/estimate/page.tsx': "import '../components/frame.tsx';\n",
    });
    expect(output).toContain('estimate-page-stays-light: apps/site/src/estimate/page.tsx');
  });

  it('has a planted import for every rule there is', async () => {
    const { createRequire } = await import('node:module');
    const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(config.forbidden.map(({ name }) => name)));
  });

  it('fails when it read nothing, instead of finding no fault in it', async () => {
    const { passed, output } = await checked({});
    expect(passed).toBe(false);
    expect(output).toContain('nothing is proven');
  });
});
