import type { CommandContext } from '../context.ts';

/** Asks for the job that prices a company's open orders anew, as the system, after the commit (design "Prices in time"). */
export async function enqueueRepriceOfCompany({ enqueue, scope }: CommandContext, companyId: string): Promise<void> {
  await enqueue('order.reprice', { accountId: scope.accountId, companyIds: [companyId], cause: 'company_terms' });
}
