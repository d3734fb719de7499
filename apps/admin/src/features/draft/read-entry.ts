import { type EntryReading, readEntry as readTyped } from '@backdesk/domain/entry/read-rows.ts';
import { largestQuantity } from '@backdesk/domain/pricing/bounds.ts';

export type Entry = EntryReading & { readonly text: string };

/** What is typed in Add Product, read by the rule that reads pasted rows. */
export function readEntry(text: string): Entry {
  return { text, ...readTyped(text, largestQuantity) };
}
