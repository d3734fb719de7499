// What was agreed about paying. Neither moves a total.

import { z } from 'zod';
import { money } from '../core/primitives.ts';
import { discountValue } from './discount-value.ts';

/** In words, and who says so: this order itself, its company or the account. */
export const paymentTerms = z.strictObject({ terms: z.string(), from: z.enum(['order', 'company', 'account']) }).meta({ id: 'PaymentTerms' });

/** What is asked for on acceptance; it is a term and moves no total. */
export const deposit = z
  .strictObject({ term: discountValue, due: money.describe('of the total as it is; never more than it'), balance: money.describe('what is left of the total') })
  .meta({ id: 'Deposit' });
