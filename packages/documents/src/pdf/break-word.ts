// Where a word may go on in the next line. The library puts a hyphen at every place it is told, unless an empty piece stands between: that
// is a space of no width. A name, a SKU or an address is copied from paper, so no letter is ever put into one.

const longest = 24;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('ja', { granularity: 'word' });
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wide = /[MWmw@]/g;

/**
 * The pieces of what stands between two spaces, with an empty piece wherever a line may end. Scripts that write no spaces break between
 * their words; any other is broken, wherever the line is full, only when it would not fit a column.
 */
export function breakWord(word: string): string[] {
  if (withoutSpaces.test(word)) return apart(words.segment(word));
  const width = word.length + (word.match(wide)?.length ?? 0) * 0.6;
  return width <= longest ? [word] : apart(graphemes.segment(word));
}

const apart = (pieces: Intl.Segments) => [...pieces].flatMap(({ segment }, at) => (at === 0 ? [segment] : ['', segment]));
