// What TypeScript calls each column of the database. All that `db/tables.ts` says comes from here: a type mended by hand there is lost
// with the next migration, so it is taught here.
import type { Client } from 'pg';

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly defaulted: boolean;
  readonly check: string | null;
};

const plain: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  date: 'string',
  bytea: 'Buffer',
  'text[]': 'readonly string[]',
  'uuid[]': 'readonly string[]',
};
// JSON that is of one shape wherever it stands. What else is JSON has its type where it is read.
const shapes: Record<string, string> = { field_versions: 'Readonly<Record<string, number>>' };
// pg would send an array as a PostgreSQL array, so JSON goes in as text: the type makes every writer say JSON.stringify.
const oneWay: Record<string, { readonly read: string; readonly write: string }> = {
  jsonb: { read: 'unknown', write: 'string' },
  json: { read: 'unknown', write: 'string' },
  'timestamp with time zone': { read: 'Date', write: 'Date' },
  numeric: { read: 'string', write: 'string' },
};

/** `check (stage in ('draft', …))` becomes the union of its values. */
function unionOf(check: string | null): string | undefined {
  const values = check?.includes('= ANY (ARRAY[') ? [...check.matchAll(/'([^']*)'::text/g)].map(([, value]) => `'${value}'`) : [];
  return values.length === 0 ? undefined : values.join(' | ');
}

function typeOf(column: Column): string {
  const bare = column.type.replace(/\(.*\)/, '');
  const pair = oneWay[bare];
  const simple = column.type.endsWith('[]') ? plain[column.type] : (unionOf(column.check) ?? plain[bare]);
  const orNull = column.nullable ? ' | null' : '';
  if (pair === undefined && simple === undefined) throw new Error(`No type is set for ${column.table}.${column.column} (${column.type})`);
  const known = shapes[column.column] ?? pair?.read ?? simple;
  const read = known === 'unknown' ? known : `${known}${orNull}`;
  const write = `${pair?.write ?? simple}${orNull}`;
  if (column.defaulted || column.nullable) {
    return read === write ? `Generated<${read}>` : `ColumnType<${read}, ${write} | undefined, ${write}>`;
  }
  return read === write ? read : `ColumnType<${read}, ${write}, ${write}>`;
}

/** The text of `db/tables.ts` for the database that the client is connected to: a type for each table, by name, its columns as they were added. */
export async function writeTables(client: Client): Promise<string> {
  const columns = await readColumns(client);
  const tables = Map.groupBy(columns, (column) => column.table);
  const camel = (name: string) => name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const types = [...tables].map(
    ([table, list]) => `export type ${camel(table)}Table = {\n${list.map((column) => `  ${column.column}: ${typeOf(column)};`).join('\n')}\n};\n`,
  );
  const all = [...tables.keys()].map((table) => `  ${table}: ${camel(table)}Table;`).join('\n');
  return `// Written by scripts/tables.ts from the migrated database. Do not edit: add a migration and run it again.
import type { ColumnType, Generated } from 'kysely';

${types.join('\n')}
/** The tables as Kysely reads and writes them: bigint is a safe integer, numeric a decimal string, JSON goes in as text. */
export type Tables = {
${all}
};
`;
}

async function readColumns(client: Client): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
      (a.atthasdef or a.attidentity <> '') as defaulted,
      (select pg_get_constraintdef(k.oid) from pg_constraint k
       where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as "check"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname, a.attnum`);
  return rows;
}
