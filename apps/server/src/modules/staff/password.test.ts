import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('a password made today costs what it should, and is known again; another is not', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(hash).toMatch(/^scrypt\$15-8-3\$/);
  expect(await verifyPassword({ hash, password: 'correct horse battery' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'correct horse batterz' })).toBe(false);
});

test('a hash from before the cost stood in it is known still', async () => {
  const hash = (await hashPassword('correct horse battery')).replace('$15-8-3$', '$');
  expect(await verifyPassword({ hash, password: 'correct horse battery' })).toBe(true);
});

test.each(['', 'scrypt', 'scrypt$x$y', 'md5$15-8-3$AAAA$AAAA', 'scrypt$15-8$AAAA$AAAA', 'scrypt$15-8-3-9$AAAA$AAAA'])(
  'what is no hash (%j) opens nothing',
  async (hash) => {
    expect(await verifyPassword({ hash, password: '' })).toBe(false);
  },
);
