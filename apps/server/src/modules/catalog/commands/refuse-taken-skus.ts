import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { listTakenSkus } from '../store/save-records.ts';

type Where = { readonly pointerOf: (at: number) => string /** Variants that may keep theirs. */; readonly but?: readonly string[] };

/** SKUs are unique in the account: those that others have are refused at their places, the first with the product that has it. */
export async function refuseTakenSkus({ tx, scope }: CommandContext, skus: readonly string[], { pointerOf, but = [] }: Where): Promise<void> {
  const taken = await listTakenSkus(tx, scope, skus, but);
  const [first] = taken;
  if (first === undefined) return;
  const { sku, productId, productName } = first;
  const errors = taken.map((each) => ({ pointer: pointerOf(each.place - 1), message: `is the SKU of ${each.productName}` }));
  throw new Problem('variant.sku_taken', { detail: { sku, productId, productName }, errors });
}
