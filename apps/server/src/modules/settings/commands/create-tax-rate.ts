import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { enqueueReprice } from '../jobs.ts';
import { checkTaxRate, type TaxRateFields } from '../policy.ts';
import type { TaxRateRow } from '../queries/settings.ts';
import { getTaxRate, hasTaxRateOfCode } from '../queries/settings.ts';
import { addEvent, insertTaxRate, lockAccount } from '../store.ts';

/** Adds a rate; with the others of its place it adds up. */
export async function createTaxRate(context: CommandContext, rate: TaxRateFields): Promise<TaxRateRow> {
  const { tx, scope } = context;
  await lockAccount(context);
  const errors = checkTaxRate(rate);
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  if (await hasTaxRateOfCode(tx, scope, rate, null)) throw invalidField('/code', 'is the code of another rate of this place');
  const id = context.newId();
  await insertTaxRate(context, id, rate);
  await addEvent(context, { subjectId: id, version: 1, type: 'tax_rate.created', data: { ...rate } });
  await enqueueReprice(context, 'tax_rates');
  return getTaxRate(tx, scope, id);
}
