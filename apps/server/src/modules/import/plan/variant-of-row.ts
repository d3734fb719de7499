// Which variant a row of the file is. The values of its options say it; where a person changed them here, the SKU does, the one it has by now
// or one it had. So a file of before finds what was renamed in every way, and makes nothing twice.
import type { FormerSkus } from '../../catalog/queries/former-skus.ts';
import type { VariantRecord } from '../../catalog/records.ts';
import { same } from './merge-fields.ts';

/** What a row becomes: which variant that is here, and the SKU that it may have. `isBack`: it was deleted here, and is brought back. */
export type Claim = { readonly here: VariantRecord | undefined; readonly isBack: boolean; readonly sku: string };

export type Wanted = { readonly values: readonly string[] /** Empty: the row gives none. */; readonly sku: string };

export function variantOfRow(variants: readonly VariantRecord[], { values, sku }: Wanted, former: FormerSkus): VariantRecord | undefined {
  const byValues = variants.find(({ optionValues }) => same(optionValues, values));
  if (byValues !== undefined || sku === '') return byValues;
  const asked = sku.toLowerCase();
  const renamed = variants.filter(({ editedFields }) => editedFields.optionValues === true);
  return renamed.find((variant) => variant.sku.toLowerCase() === asked) ?? renamed.find(({ id }) => id === former.get(asked));
}
