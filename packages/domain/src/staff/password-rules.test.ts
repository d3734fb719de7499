import { describe, expect, test } from 'vitest';
import { longestPassword, passwordFault } from './password-rules.ts';

const email = 'dana.whitfield@acme.example';

describe('passwordFault', () => {
  test.each([
    ['seven77', 'too_short'],
    ['', 'too_short'],
    // Eight emoji are eight characters, not sixteen.
    ['🎽🎨🧵🪡🧶🪢👕', 'too_short'],
    ['x'.repeat(longestPassword + 1), 'too_long'],
    ['password', 'too_common'],
    ['PassWord1', 'too_common'],
    ['ｐａｓｓｗｏｒｄ', 'too_common'],
    ['zzzzzzzzzzzz', 'too_common'],
    ['Dana.Whitfield@acme.example', 'is_email'],
    ['dana.whitfield', 'is_email'],
  ])('%j is %s', (password, fault) => expect(passwordFault(password, email)).toBe(fault));

  test.each(['correct horse battery', 'only lower case letters', '🎽🎨🧵🪡🧶🪢👕🧢', `${'ab'.repeat(longestPassword / 2)}`, 'пароль из слов'])(
    '%j will do: no kind of character is asked for',
    (password) => expect(passwordFault(password, email)).toBe(null),
  );
});
