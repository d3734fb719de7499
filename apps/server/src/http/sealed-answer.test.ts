import { expect, test } from 'vitest';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

const secret = 'a secret of the tests, at least 32 characters';
const body = '{"url":"https://shop.example/e/abc","name":"Zoë 🧵"}';

test('a sealed answer shows nothing and opens to what it was', () => {
  const sealed = sealAnswer(secret, body);
  expect(sealed).not.toContain('shop.example');
  expect(sealAnswer(secret, body)).not.toBe(sealed);
  expect(openAnswer(secret, sealed)).toBe(body);
});

test('it opens under no other secret and not with a byte changed; a plain one stays as it is', () => {
  const sealed = sealAnswer(secret, body);
  expect(() => openAnswer(`${secret}!`, sealed)).toThrow();
  expect(() => openAnswer(secret, `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'BB' : 'AA'}`)).toThrow();
  expect(openAnswer(secret, body)).toBe(body);
});
