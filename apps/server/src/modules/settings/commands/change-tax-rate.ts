import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { enqueueReprice } from '../jobs.ts';
import { checkTaxRate, type TaxRateFields } from '../policy.ts';
import type { TaxRateRow } from '../queries/settings.ts';
import { getTaxRate, hasTaxRateOfCode } from '../queries/settings.ts';
import { addEvent, lockAccount, updateTaxRate } from '../store.ts';

/** Puts these fields in place of the rate's own. */
export async function changeTaxRate(context: CommandContext, id: string, rate: TaxRateFields): Promise<TaxRateRow> {
  const { tx, scope } = context;
  await lockAccount(context);
  const before = await getTaxRate(tx, scope, id, true);
  const errors = checkTaxRate(rate);
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  if (await hasTaxRateOfCode(tx, scope, rate, id)) throw invalidField('/code', 'is the code of another rate of this place');
  await updateTaxRate(context, id, rate);
  await addEvent(context, { subjectId: id, version: before.version + 1, type: 'tax_rate.changed', data: { ...rate } });
  await enqueueReprice(context, 'tax_rates');
  return getTaxRate(tx, scope, id);
}
