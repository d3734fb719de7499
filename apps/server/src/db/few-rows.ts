// Lists go into a statement as JSON, because the planner guesses an array's length from its value and would plan every time. But it takes
// any such list for a hundred rows, and then reads a whole table of some ten thousand rather than look up three. The bound on the
// rows' numbers holds for every list there can be, and says to the planner that there are few.
import { type RawBuilder, sql } from 'kysely';

const all = sql.raw('x.ordinality between 1 and 1000000');

/** Rows as a table to join with, to be given a name; `columns` as in a definition: `"variantId" uuid, quantity integer`. */
export const fewRows = (rows: readonly object[], columns: string): RawBuilder<unknown> =>
  sql`(select * from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (${sql.raw(columns)})) with ordinality x where ${all})`;

/** The same of texts, as the one column `text`. */
export const fewTexts = (texts: readonly string[]): RawBuilder<unknown> =>
  sql`(select x.text from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality x (text, ordinality) where ${all})`;
