// Names as the world writes them, and the ways in which people type one: what a search has to hold against.

/** Where the letters of a script stand. Those with cases first. */
const scripts: readonly (readonly [string, number, number])[] = [
  ['Latin', 0x61, 0x24f],
  ['Latin, Vietnamese and more', 0x1e00, 0x1eff],
  ['Greek', 0x370, 0x3ff],
  ['Cyrillic', 0x400, 0x52f],
  ['Armenian', 0x531, 0x587],
  ['Georgian', 0x10a0, 0x10ff],
  ['Cherokee', 0x13a0, 0x13f5],
  ['Deseret', 0x10400, 0x1044f],
  ['Adlam', 0x1e900, 0x1e943],
  ['Hebrew', 0x5d0, 0x5ea],
  ['Arabic', 0x620, 0x6d3],
  ['Arabic, presentation forms', 0xfe80, 0xfefc],
  ['Syriac', 0x710, 0x72f],
  ['Thaana', 0x780, 0x7a5],
  ['N’Ko', 0x7ca, 0x7ea],
  ['Devanagari', 0x904, 0x939],
  ['Bengali', 0x985, 0x9b9],
  ['Gurmukhi', 0xa05, 0xa39],
  ['Gujarati', 0xa85, 0xab9],
  ['Odia', 0xb05, 0xb39],
  ['Tamil', 0xb83, 0xbb9],
  ['Telugu', 0xc05, 0xc39],
  ['Kannada', 0xc85, 0xcb9],
  ['Malayalam', 0xd05, 0xd3a],
  ['Sinhala', 0xd85, 0xdc6],
  ['Thai', 0xe01, 0xe30],
  ['Lao', 0xe81, 0xeb0],
  ['Tibetan', 0xf40, 0xf6c],
  ['Myanmar', 0x1000, 0x102a],
  ['Ethiopic', 0x1200, 0x135a],
  ['Canadian syllabics', 0x1401, 0x166c],
  ['Khmer', 0x1780, 0x17b3],
  ['Mongolian', 0x1820, 0x1878],
  ['Hiragana', 0x3041, 0x3096],
  ['Katakana', 0x30a1, 0x30fa],
  ['Katakana, half width', 0xff66, 0xff9d],
  ['Bopomofo', 0x3105, 0x312f],
  ['Hangul', 0xac00, 0xd7a3],
  ['Han', 0x4e00, 0x9fff],
  ['Han, the rare', 0x20000, 0x20400],
  ['Yi', 0xa000, 0xa48c],
  ['Full width', 0xff21, 0xff5a],
  ['Roman numerals and circled', 0x2160, 0x216b],
  ['Emoji', 0x1f300, 0x1f5ff],
];

const letters = scripts.map(([, from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).filter((sign) => /[\p{L}\p{Nl}\p{So}]/u.test(sign)),
);
// Accents, a cedilla, vowels of Hebrew, Arabic and Devanagari, a joiner, a soft hyphen, marks of direction: within a word, whatever script.
const within = ['\u0301', '\u0308', '\u0327', '\u05b8', '\u064e', '\u093f', '\u3099', '\u200d', '\u00ad', '\u200f', '’', 'ʻ'];
const between = [' ', '-', ', ', ' & ', '\u00a0', '\u3000', ' (', '·'];

/** So many different names of two words, script by script in turn; the same ones each time. */
export function namesOfEveryScript(count: number): readonly string[] {
  let state = 20_261_123;
  const below = (limit: number) => {
    // Numerical Recipes' linear congruential generator: the low bits are poor, so the high ones are taken.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const one = <Item>(list: readonly Item[]) => list[below(list.length)] as Item;
  const word = (script: readonly string[]) => {
    const signs = Array.from({ length: 5 + below(4) }, () => one(script));
    if (below(3) === 0) signs.splice(1 + below(signs.length - 1), 0, one(within));
    return signs.join('');
  };
  return Array.from({ length: count }, (_, at) => {
    const script = letters[at % letters.length] ?? [];
    return `${word(script)}${one(between)}${word(script)}`;
  });
}

/** One name as different people and keyboards type it. */
export const asTyped = (name: string) => ({
  upper: name.toUpperCase(),
  lower: name.toLowerCase(),
  composed: name.normalize('NFC'),
  decomposed: name.normalize('NFD'),
  bare: name.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'),
});
