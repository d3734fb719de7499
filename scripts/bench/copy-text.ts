// Rows as PostgreSQL's COPY reads and writes them: text, one line a row. The quickest way in, and nothing is turned into numbers and back.
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** A value as PostgreSQL writes it. */
export type Cell = string | null;
export type Cells = ReadonlyMap<string, Cell>;
/** Cells escaped, with tabs between them. */
export type CopyText = string;

export type TableCells = {
  readonly columns: readonly string[];
  /** By the value of the key. */
  readonly rows: ReadonlyMap<string, readonly Cells[]>;
};

const asText = { getTypeParser: () => (value: string) => value } as never;

/** The rows of a table whose key is one of the ids. */
export async function readCells(
  client: Client,
  { table, accountId, key, ids }: { readonly table: string; readonly accountId: string; readonly key: string; readonly ids: readonly string[] },
): Promise<TableCells> {
  const { fields, rows } = await client.query<Record<string, Cell>>({
    text: `select * from ${table} where account_id = $1 and ${key} = any($2)`,
    values: [accountId, ids],
    types: asText,
  });
  const columns = fields.map(({ name }) => name);
  const cells = rows.map((row) => new Map(columns.map((column) => [column, row[column] ?? null])));
  return { columns, rows: Map.groupBy(cells, (row) => row.get(key) ?? '') };
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export function lineOf(cells: readonly Cell[]): CopyText {
  return cells.map((cell) => (cell === null ? '\\N' : cell.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character))).join('\t');
}

/** Adds rows, given as lines that each end with a newline. */
export async function copyIn(
  client: Client,
  { table, columns, text }: { readonly table: string; readonly columns: readonly string[]; readonly text: CopyText },
): Promise<void> {
  if (text === '') return;
  await pipeline([Buffer.from(text)], client.query(from(`copy ${table} (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`)));
}
