import type { changeCompanyTerms as changeCompanyTermsBody } from '@backdesk/contract/company/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { enqueueRepriceOfCompany } from '../jobs.ts';
import { findRole, lockCompany } from '../store/save-company.ts';
import { mergeChanges } from './merge-changes.ts';

/** Changes what was agreed with a company. Another role or exemption prices its open drafts anew. */
export async function changeCompanyTerms(context: CommandContext, id: string, body: z.output<typeof changeCompanyTermsBody>): Promise<void> {
  const { basedOn, terms, roleId, taxExemption, creditLimit } = body;
  const company = await lockCompany(context, id);
  const role = roleId === undefined ? undefined : roleId === null ? null : await findRole(context, roleId);
  if (roleId != null && role === undefined) throw invalidField('/roleId', 'must be a price role of the account');
  if (creditLimit != null) assertCreditLimit(context, creditLimit);
  const given = {
    ...(terms !== undefined && { terms }),
    ...(role !== undefined && { role }),
    ...(taxExemption !== undefined && { taxExemption: taxExemption || null }),
    ...(creditLimit !== undefined && { creditLimitAmount: creditLimit === null ? null : creditLimit.amount }),
  };
  const changed = await mergeChanges(context, company, { basedOn, given });
  const movesPrices = changed !== null && (changed.role?.id !== company.role?.id || changed.taxExemption !== company.taxExemption);
  if (movesPrices) await enqueueRepriceOfCompany(context, id);
}

function assertCreditLimit({ account }: CommandContext, { amount, currency }: { readonly amount: number; readonly currency: string }): void {
  if (currency !== account.currency) throw invalidField('/creditLimit/currency', `must be ${account.currency}, the currency of the account`);
  if (amount < 0) throw invalidField('/creditLimit/amount', 'must not be negative');
}
