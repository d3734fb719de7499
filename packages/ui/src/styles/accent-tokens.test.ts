import { expect, test } from 'vitest';
import { accentTokens, contrast } from './accent-tokens.ts';

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
const pair = (value = '') => /light-dark\((#\w{6}), (#\w{6})\)/.exec(value)?.slice(1).map(rgb) ?? [];
const white: [number, number, number] = [255, 255, 255];
const darkSheet: [number, number, number] = [27, 25, 23];

test.each(['#ffff00', '#ff0000', '#00ff00', '#0000ff', '#ffffff', '#000000', '#7f7f7f', '#c0a060', '#301040'])(
  '%s can be read as text on both sheets, and under the text of a button',
  (accent) => {
    const tokens = accentTokens(accent);
    const [light = white, dark = darkSheet] = pair(tokens['--accent']);
    const [onLight = white, onDark = darkSheet] = pair(tokens['--on-accent']);
    // A step of rounding to eight bits.
    for (const [one, other] of [
      [light, white],
      [dark, darkSheet],
      [onLight, light],
      [onDark, dark],
    ] as const)
      expect(contrast(one, other)).toBeGreaterThanOrEqual(4.45);
  },
);

test('a colour that can be read stays as it was chosen; the house’s own, and what is none, set nothing', () => {
  expect(accentTokens('#1d4ed8')['--accent']).toMatch(/^light-dark\(#1d4ed8,/);
  expect([accentTokens('#0D5C68'), accentTokens('red'), accentTokens('#12345')]).toEqual([{}, {}, {}]);
});
