// Batch inserts for the seeds: one statement for a thousand rows, columns as the row names them.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';

type Value = string | number | boolean | null | readonly string[];

// PostgreSQL takes at most 65,535 parameters in a statement; the widest row here has 14 columns.
const batch = 1_000;

/** Inserts a row for each item. Every row names the same columns as the first. */
export async function insertRows<Item>(
  client: Client,
  table: string,
  items: readonly Item[],
  row: (item: Item, at: number) => Readonly<Record<string, Value>>,
): Promise<void> {
  for (let start = 0; start < items.length; start += batch) {
    const rows = items.slice(start, start + batch).map((item, at) => row(item, start + at));
    const columns = Object.keys(rows[0] ?? {});
    const values = rows.flatMap((cells) => columns.map((column) => cells[column] ?? null));
    const places = rows.map((_, at) => `(${columns.map((__, column) => `$${at * columns.length + column + 1}`).join(', ')})`);
    await client.query(`insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`, values);
  }
}

/** The same UUID (version 7 in shape) for the same thing in every run. */
export function benchId(noun: string, at: number): string {
  const hex = createHash('sha256').update(`${noun} ${at}`).digest('hex');
  const time = (1_760_000_000_000 + at).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
