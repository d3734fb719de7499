import { extractText, getDocumentProxy } from 'unpdf';

/** All text of a PDF in one line. */
export async function wordsOfPdf(bytes: ArrayBuffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes.slice(0))), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}
