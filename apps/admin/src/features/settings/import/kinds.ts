import { breakQuantity, mapProductColumns, missingProductColumns, productTargetOf, productTargets } from '@backdesk/domain/catalog/import-columns.ts';
import { customerTargetOf, customerTargets, type Mapping, mapCustomerColumns, missingCustomerColumns } from '@backdesk/domain/customer/import-columns.ts';
import type { Targets } from './column-mapping.tsx';
import { targetText } from './target-text.ts';
import { t } from './texts.ts';

/** Breaks to choose by hand, beside the one whose quantity stands in the heading. */
const usualBreaks = [6, 12, 24, 36, 48, 72, 100, 144, 250, 288, 500, 1000].map((quantity) => `price:${quantity}`);

function productText(target: string): string {
  const quantity = breakQuantity(target);
  return quantity === undefined ? (t.productTargets[target] ?? target) : t.priceFrom(quantity);
}

/** A figure in a heading may be the quantity of a break, whatever else stands there. */
function breaksIn(heading: string): readonly string[] {
  const targets = [...heading.matchAll(/\d+/g)].map(([digits]) => `price:${Number(digits)}`);
  return targets.filter((target) => breakQuantity(target) !== undefined);
}

/** What the columns of each kind of file may be taken for. */
export const targetsOf: Readonly<Record<'products' | 'customers', Targets>> = {
  products: { all: [...productTargets, ...usualBreaks], of: productTargetOf, also: breaksIn, text: productText },
  customers: { all: customerTargets, of: customerTargetOf, also: () => [], text: targetText },
};

/** What is still to be said before a file of the kind can be read; undefined: nothing. */
export function missingIn(kind: 'products' | 'customers', headings: readonly string[], mapping: Mapping): string | undefined {
  if (kind === 'products') return missingProductColumns(mapProductColumns(headings, mapping)) === undefined ? undefined : t.needsCode();
  const missing = missingCustomerColumns(mapCustomerColumns(headings, mapping));
  return missing === undefined ? undefined : missing === 'identity' ? t.needsIdentity() : t.needsName();
}
