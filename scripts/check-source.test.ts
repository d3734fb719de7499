// Plants what the house rules refuse, and beside it what they must let pass.
import { afterAll, expect, it } from 'vitest';
import { plantWorld, removeWorld, runCheck } from './planted-world.ts';

const worlds: string[] = [];
afterAll(() => worlds.forEach(removeWorld));

async function findings(files: Record<string, string>): Promise<string> {
  const world = plantWorld(files);
  worlds.push(world);
  const { passed, output } = await runCheck('check-source.ts', world);
  expect(passed).toBe(output.includes('source: 0 findings.'));
  return output;
}

it.each([
  ['money-arithmetic', 'packages/domain/src/pricing/a.ts', 'export const f = (line: { total: number }) => line.total * 2;'],
  ['money-arithmetic', 'apps/admin/src/app/a.tsx', 'let shippingAmount = 1; shippingAmount /= 2;'],
  ['money-float', 'packages/domain/src/pricing/a.ts', "export const f = parseFloat('1.5');"],
  ['money-float', 'packages/contract/src/a.ts', 'export const f = (unitPrice: string) => Number(unitPrice);'],
  ['money-float', 'apps/site/src/app/a.tsx', 'export const f = (o: { total: number }) => o.total.toFixed(2);'],
  ['sql-outside-store', 'apps/server/src/modules/order/commands/a.ts', "export const f = (db: any) => db.selectFrom('orders');"],
  ['sql-outside-store', 'apps/server/src/jobs/a.ts', 'declare const sql: any; export const f = sql`select 1`;'],
  ['domain-has-no-clock', 'packages/domain/src/order/a.ts', 'export const f = () => new Date();'],
  ['domain-has-no-clock', 'packages/domain/src/order/a.ts', 'export const f = () => Math.random();'],
  ['type-not-interface', 'packages/contract/src/a.ts', 'export interface Order { id: string }'],
  ['browser-storage', 'apps/site/src/site/a.ts', "export const f = (token: string) => localStorage.setItem('token', token);"],
  ['browser-storage', 'apps/admin/src/lib/a.ts', "export const f = () => window.sessionStorage.getItem('email');"],
  ['browser-storage', 'packages/ordering/src/editing/a.ts', "export const f = () => indexedDB.open('customers');"],
  ['browser-storage', 'apps/admin/src/lib/a.ts', "export const f = () => { document.cookie = 'a=b'; };"],
  ['no-drawers', 'packages/ui/src/utils/a.ts', 'export const f = 1;'],
  ['no-drawers', 'apps/server/src/helpers.ts', 'export const f = 1;'],
])('refuses %s in %s', async (rule, file, text) => {
  const output = await findings({ [file]: `${text}\n` });
  expect(output).toContain(`${file}:1 ${rule}`);
});

it('lets the places made for it do it', async () => {
  const output = await findings({
    'packages/domain/src/money/scale.ts': 'export const f = (amount: number) => amount * 2;\n',
    'apps/admin/src/lib/appearance.ts': "export const f = () => localStorage.getItem('rows');\n",
    'packages/domain/src/order/when.ts': 'export const f = (at: string) => new Date(at);\nexport const g = (lineCount: number) => lineCount * 2;\n',
    'packages/domain/src/order/a.test.ts': 'export const f = (total: number) => total * 2;\n',
    'apps/server/src/modules/order/store.ts': "export const f = (db: any) => db.selectFrom('orders');\n",
    'apps/server/src/adapters/mail/port.ts': 'export interface MailPort { send(): void }\n',
  });
  expect(output).toContain('source: 0 findings.');
});
