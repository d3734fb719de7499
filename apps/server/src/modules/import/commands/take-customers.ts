import { readCsv } from '@backdesk/domain/csv/read-csv.ts';
import type { Acting, Services } from '../../../db/transaction.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { listFields } from '../../field/queries.ts';
import { listPriceRoles } from '../../price-role/queries.ts';
import { customerHeadingOf } from '../plan/customer-heading.ts';
import type { ParsedCustomer } from '../plan/parse-customer.ts';
import { parseCustomer } from '../plan/parse-customer.ts';
import { keyOf } from '../plan/plan-customer.ts';
import type { BatchOutcome } from './import-batch.ts';
import { importCustomers } from './import-customers.ts';
import { isClash } from './is-clash.ts';
import type { ImportTask } from './run-import.ts';

const batchRows = 500;

/** Takes in the customers of a file, or says of each row what it would do, a batch in each transaction. */
export async function* takeCustomers(services: Services, acting: Acting, task: ImportTask): AsyncGenerator<BatchOutcome> {
  let rowsBefore = task.rowsBefore;
  const store = async (rows: readonly ParsedCustomer[]) => {
    const { importId, dryRun } = task;
    const outcome = await inTransaction(services, acting, (context) => importCustomers(context, { importId, dryRun, rowsBefore, rows }));
    rowsBefore += outcome.counts.rowsRead;
    return outcome;
  };
  for await (const rows of readCustomers(services, acting, task)) {
    try {
      yield await store(rows);
    } catch (error) {
      if (!isClash(error)) throw error;
      // Something that only the database compares so spoiled the batch: one by one.
      for (const row of rows) yield await storeAlone(row, store);
    }
  }
}

async function storeAlone(row: ParsedCustomer, store: (rows: readonly ParsedCustomer[]) => Promise<BatchOutcome>): Promise<BatchOutcome> {
  try {
    return await store([row]);
  } catch (error) {
    if (!isClash(error)) throw error;
    const value = row.part.number ?? row.part.email ?? '';
    return await store([
      { ...row, notices: [{ kind: 'refused', row: row.row, column: '', value, reason: 'the number or email address is that of another already' }] },
    ]);
  }
}

async function* readCustomers(services: Services, { scope, account }: Acting, task: ImportTask): AsyncGenerator<readonly ParsedCustomer[]> {
  const records = readCsv(task.pieces);
  const first = await records.next();
  const heading = customerHeadingOf(first.done === true ? undefined : first.value, task.mapping ?? {});
  const roles = new Map((await listPriceRoles(services.db, scope)).map(({ id, name }) => [name.toLowerCase(), { id, name }]));
  const ownFields = new Map((await listFields(services.db, scope, 'customer')).map((field) => [field.code, field]));
  const facts = { heading, country: account.country, ownFields, roles };
  const claims = new Map<string, number>();
  let rows: ParsedCustomer[] = [];
  let passed = 0;
  let failure: unknown;
  try {
    for await (const record of records) {
      const row = onceInFile(parseCustomer(record, facts), claims);
      passed += 1;
      if (passed <= task.rowsBefore) continue;
      rows.push(row);
      if (rows.length < batchRows) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    failure = error;
  }
  // What was read before a file broke off comes in all the same.
  if (rows.length > 0) yield rows;
  if (failure !== undefined) throw failure;
}

/** The first row with a number or e-mail address keeps it, others that repeat it are refused: they would undo each other. */
function onceInFile(parsed: ParsedCustomer, claims: Map<string, number>): ParsedCustomer {
  if (parsed.notices.length > 0) return parsed;
  const { number, email } = parsed.part;
  const keys = [number === undefined ? [] : [`number ${keyOf(number)}`], email === undefined ? [] : [`email ${keyOf(email)}`]].flat();
  const taken = keys.find((key) => claims.has(key));
  if (taken === undefined) {
    for (const key of keys) claims.set(key, parsed.row);
    return parsed;
  }
  const [value, what] = taken.startsWith('number') ? [number, 'number'] : [email, 'email address'];
  const reason = `the ${what} stands in row ${claims.get(taken)} of this file already`;
  return { ...parsed, notices: [{ kind: 'refused', row: parsed.row, column: '', value: value ?? '', reason }] };
}
