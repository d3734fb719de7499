import { describe, expect, test } from 'vitest';
import { guessesFor, longestPassword, passwordFault } from './password-rules.ts';

const email = 'dana.whitfield@acme.example';

describe('passwordFault', () => {
  test.each([
    ['eleven11111', 'too_short'],
    ['', 'too_short'],
    // Eleven emoji are eleven characters, not twenty-two.
    ['🎽🎨🧵🪡🧶🪢👕🎽🎨🧵🪡', 'too_short'],
    ['x'.repeat(longestPassword + 1), 'too_long'],
    ['zzzzzzzzzzzz', 'too_common'],
    ['Dana.Whitfield@acme.example', 'is_email'],
    ['dana.whitfield', 'is_email'],
    ['ＤＡＮＡ.ｗｈｉｔｆｉｅｌｄ', 'is_email'],
  ])('%j is %s', (password, fault) => expect(passwordFault(password, email)).toBe(fault));

  test.each(['correct horse battery', 'only lower case letters', '🎽🎨🧵🪡🧶🪢👕🧢🎽🎨🧵🪡', `${'ab'.repeat(longestPassword / 2)}`, 'пароль из слов'])(
    '%j will do: no kind of character is asked for',
    (password) => expect(passwordFault(password, email)).toBe(null),
  );

  test.each([
    [0, 'too_common'],
    [2, 'too_common'],
    [3, null],
    [4, null],
  ] as const)('one rated %i: %s', (score, fault) => expect(passwordFault('correct horse battery', email, () => score)).toBe(fault));

  test('the rating is not asked for what is refused anyway, and sees the text after NFKC', () => {
    const asked: string[] = [];
    const rate = (password: string) => {
      asked.push(password);
      return 4 as const;
    };
    passwordFault('short', email, rate);
    passwordFault('ｃorrect horse', email, rate);
    expect(asked).toEqual(['correct horse']);
  });
});

test('a guesser tries the parts of the address', () => expect(guessesFor('Dana.Whitfield@ab.example')).toEqual(['backdesk', 'dana', 'whitfield', 'example']));
