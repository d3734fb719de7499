import type { AccountScope } from '../modules/context.ts';

/**
 * Makes the scope of an account. Only to be called where it was just established that the caller belongs to it: signing
 * in, following an estimate's link, a job of that account, the first start.
 */
export function scopeTo(accountId: string): AccountScope {
  return { accountId } as AccountScope;
}
