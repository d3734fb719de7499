export type Entry = { readonly text: string; readonly words: string; readonly quantity: number | null };

/** What is typed in Add Product: "24 bot" is 24 of what "bot" finds, and so is "24 x bot". */
export function readEntry(text: string): Entry {
  const match = /^\s*(\d{1,3}(?:[,.\s]\d{3})+|\d{1,7})(?:\s*[x×*]\s*|\s+)(\S.*)$/iu.exec(text);
  if (match === null) return { text, words: text.trim(), quantity: null };
  const [, figure = '', words = ''] = match;
  const quantity = Number(figure.replace(/\D/g, ''));
  return quantity >= 1 ? { text, words: words.trim(), quantity } : { text, words: text.trim(), quantity: null };
}
