// What is typed wrongly is said before a database is looked for: here without a process of its own for each case.
// test/startup/staff-command.test.ts runs the commands as people do.
import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { run as importCustomers } from './import-customers.ts';
import { run as importProducts } from './import-products.ts';
import { run as invite } from './staff-invite.ts';
import { run as resetSecondFactor } from './staff-reset-second-factor.ts';

const viewer = ['--role', 'viewer'];

test.each<[string, readonly string[], string]>([
  ['nobody', viewer, 'Whom, and with which role?'],
  ['no role', ['kim@shop.example'], 'Whom, and with which role?'],
  ['two people', ['kim@shop.example', 'lou@shop.example', ...viewer], 'Whom, and with which role?'],
  ['no address', ['kim', ...viewer], 'kim is not an email address'],
  ['an address without a domain', ['kim@shop', ...viewer], 'is not an email address'],
  ['an address with a line break', ['kim@shop.example\nBcc: all@shop.example', ...viewer], 'is not an email address'],
  ['an address with NUL’s like', ['kim\u0001@shop.example', ...viewer], 'is not an email address'],
  ['an endless address', [`${'k'.repeat(400)}@shop.example`, ...viewer], 'is not an email address'],
])('inviting %s is refused', async (_what, args, says) => {
  const refused = await invite(args).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UsageError);
  expect((refused as Error).message).toContain(says);
  expect((refused as Error).message).not.toContain('\n');
});

test.each<[string, readonly string[]]>([
  ['nobody', []],
  ['two people', ['owner@backdesk.example', 'lou@shop.example']],
])('resetting the second factor of %s is refused', async (_what, args) => {
  const refused = await resetSecondFactor(args).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UsageError);
  expect((refused as Error).message).toContain('Whose second factor?');
});

test('an option that is none, or is left open, is named', async () => {
  await expect(invite(['kim@shop.example', ...viewer, '--admin'])).rejects.toThrow('--admin');
  await expect(invite(['kim@shop.example', '--role'])).rejects.toThrow('--role');
  await expect(resetSecondFactor(['owner@backdesk.example', '--all'])).rejects.toThrow('--all');
});

test.each<[string, (args: readonly string[]) => Promise<void>, readonly string[], string]>([
  ['no file', importProducts, ['--dry-run'], 'Name one file: backdesk import products FILE.csv [--dry-run]'],
  ['a mapping without a target', importProducts, ['a.csv', '--map', 'Label'], 'Say --map \'HEADING=TARGET\', not "Label".'],
  ['a mapping without a heading', importProducts, ['a.csv', '--map', '=name'], 'Say --map'],
  [
    'a target that is none',
    importProducts,
    ['a.csv', '--map', 'Label=title of it'],
    '"title of it" is nothing that a column can be taken for: code, name, sku',
  ],
  ['a target of another kind of file', importCustomers, ['a.csv', '--map', 'Label=sku'], '"sku" is nothing that a column can be taken for: number'],
  ['a file that is not there', importProducts, ['nowhere.csv', '--map', 'Price = each=price:24', '--map', 'Notes='], 'There is no file nowhere.csv.'],
])('an import of %s is refused', async (_what, command, args, says) => {
  const refused = await command(args).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UsageError);
  expect((refused as Error).message).toContain(says);
});
