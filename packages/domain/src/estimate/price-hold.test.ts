import { describe, expect, test } from 'vitest';
import { acceptedHoldText, policyInForce, priceHoldText } from './price-hold.ts';

const words = { day: (day: string) => `<${day}>` };
const hold = { until: '2026-12-12', acceptedUntil: '2027-01-11', stated: null } as const;

describe('until when prices hold, and what then', () => {
  test.each([
    ['honour', 'These prices hold until <2026-12-12>. What you accept by then is what you are charged.'],
    [
      'ask',
      'These prices hold until <2026-12-12>, and once you accept until <2027-01-11>. If it is ordered after that at another total, Acme may send it anew and ask you again.',
    ],
    [
      'requote',
      'These prices hold until <2026-12-12>, and once you accept until <2027-01-11>. If it is ordered after that at another total, Acme sends it anew and asks you again.',
    ],
  ] as const)('%s', (policy, text) => {
    expect(priceHoldText({ ...hold, policy }, words, 'Acme')).toBe(text);
  });

  test('an acceptance that holds its prices no longer than the estimate says one day only', () => {
    expect(priceHoldText({ until: '2026-12-12', acceptedUntil: '2026-12-12', policy: 'ask', stated: null }, words, 'Acme')).toMatch(
      /^These prices hold until <2026-12-12>\. If/,
    );
  });

  test.each([
    ['honour', false, 'What you accepted is what you are charged.'],
    ['honour', true, 'What you accepted is what you are charged.'],
    ['ask', false, 'What you accepted holds until <2027-01-11>. If it is ordered after that at another total, Acme may send it anew and ask you again.'],
    ['requote', true, 'Its prices held until <2027-01-11>. If its total is another by now, Acme sends it anew and asks you again before it is ordered.'],
  ] as const)('accepted, %s, over: %s', (policy, isOver, text) => {
    expect(acceptedHoldText({ ...hold, policy }, words, 'Acme', isOver)).toBe(text);
  });
});

describe('kinder since it was issued: what was stated comes first, as on paper', () => {
  const asked = { policy: 'ask', acceptedUntil: '2026-12-26' } as const;
  const requoted = { policy: 'requote', acceptedUntil: '2027-01-11' } as const;
  test.each([
    ['honoured now', 'honour', asked, 'what you accept by then is what you are charged.'],
    ['longer', 'ask', asked, 'once you accept they hold until <2027-01-11>.'],
    [
      'asked now',
      'ask',
      requoted,
      'once you accept they hold until <2027-01-11>, and if it is ordered after that at another total, Acme may send it anew and ask you again.',
    ],
  ] as const)('%s', (_, policy, stated, text) => {
    const onPaper = priceHoldText({ ...hold, ...stated }, words, 'Acme');
    expect(priceHoldText({ ...hold, policy, stated }, words, 'Acme')).toBe(`${onPaper} Acme has become kinder since this was issued: ${text}`);
  });

  test.each([
    ['honour', asked, ' Acme has become kinder since this was issued: what you accepted is what you are charged.'],
    ['ask', requoted, ' Acme has become kinder since this was issued: it may send it anew and ask you again.'],
    // How long it holds was settled with the yes.
    ['ask', asked, ''],
  ] as const)('accepted, %s', (policy, stated, text) => {
    const onPaper = acceptedHoldText({ ...hold, policy: stated.policy }, words, 'Acme', false);
    expect(acceptedHoldText({ ...hold, policy, stated }, words, 'Acme', false)).toBe(`${onPaper}${text}`);
  });
});

test.each([
  [undefined, 'requote', 'requote'],
  ['honour', 'requote', 'honour'],
  ['requote', 'honour', 'honour'],
  ['requote', 'ask', 'ask'],
  ['ask', 'requote', 'ask'],
  ['requote', 'requote', 'requote'],
] as const)('stated %s, the account %s: %s is in force', (stated, account, inForce) => {
  expect(policyInForce(stated, account)).toBe(inForce);
});
