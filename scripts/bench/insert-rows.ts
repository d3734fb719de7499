// What the seeds put in, by COPY: columns as the row names them.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { copyIn, lineOf } from './copy-text.ts';

type Value = string | number | boolean | null | readonly string[];

/** So many rows are sent at a time: of a large catalogue only those are text. */
const batch = 5_000;

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
    const lines = rows.map((cells) => lineOf(columns.map((column) => textOf(cells[column] ?? null))));
    await copyIn(client, { table, columns, text: lines.map((line) => `${line}\n`).join('') });
  }
}

function textOf(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  // Within an array PostgreSQL quotes a text as JSON does.
  return typeof value === 'object' ? `{${value.map((text) => JSON.stringify(text)).join(',')}}` : String(value);
}

/** The same UUID (version 7 in shape) for the same thing in every run. */
export function benchId(noun: string, at: number): string {
  const hex = createHash('sha256').update(`${noun} ${at}`).digest('hex');
  const time = (1_760_000_000_000 + at).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
