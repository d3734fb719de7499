// What is typed wrongly is said before a database is looked for: here without a process of its own for each case.
// test/startup/staff-command.test.ts runs the commands as people do.
import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
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
