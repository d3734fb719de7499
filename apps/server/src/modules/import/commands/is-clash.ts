import { uniqueViolation } from '../../../db/failures.ts';
import { Problem } from '../../problem.ts';

const taken: readonly string[] = ['product.code_taken', 'variant.sku_taken', 'customer.email_taken', 'customer.number_taken'];

/** Something of the batch is that of another already, by the database's own comparison. */
export const isClash = (error: unknown) => uniqueViolation(error) !== undefined || (error instanceof Problem && taken.includes(error.code));
