// What a text is found by: its words without marks, case and punctuation. The same function makes what is stored and what
// is looked for, so a search never depends on the database's locale. Every letter outside a–z becomes a group of plain
// letters of its own ("衬" is q886cz), because a trigram index only sees plain letters and digits on every server, and so
// that one Chinese character or one emoji already makes a selective pattern.

const specials: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};

// Marks; apostrophes and the letters that stand for one (Hawaiʻi, ʿAbd), stretched Arabic (tatweel), and what nobody sees: joiners, soft
// hyphens, marks of direction. Some write them, some leave them out.
const dropped = /['’‘`ʹʻʼʽʾʿ\u0640\p{Cf}\p{M}]/gu;

/**
 * The words of a text, in their order and with repetitions: lower case, marks taken off ("Ünïcode" is "unicode"),
 * apostrophes dropped ("men's" is "mens"), a final sigma a sigma, all other punctuation between words. Only a–z and 0–9 come out.
 *
 * @example searchWords('Tool - Ice 15mm Wrench') // ['tool', 'ice', '15mm', 'wrench']
 */
export function searchWords(text: string): readonly string[] {
  return (
    text
      // Alone, this accent would come apart into a space and a mark.
      .replaceAll('´', '')
      .normalize('NFKD')
      .replace(dropped, '')
      .toLowerCase()
      .replace(/[ςϲ]/g, 'σ')
      .replace(/[^a-z0-9\s]/gu, (character) => specials[character] ?? encoded(character))
      .split(/\s+/)
      .filter((word) => word !== '')
  );
}

/** The words of several texts as one text to be searched: each word once, with a space before and after it. */
export function searchText(texts: readonly string[]): string {
  const words = new Set(texts.flatMap((text) => searchWords(text)));
  return ` ${[...words].join(' ')} `;
}

/** A code without its separators ("TEE-RED-M" is "teeredm"), for people who type it without them. */
export function squeezed(code: string): string {
  return searchWords(code).join('');
}

function encoded(character: string): string {
  if (!/[\p{L}\p{N}\p{So}]/u.test(character)) return ' ';
  return `q${(character.codePointAt(0) ?? 0).toString(16)}z`;
}
