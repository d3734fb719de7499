import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { breakQuantity, mapProductColumns, missingProductColumns, productTargetOf, productTargets } from '@backdesk/domain/catalog/import-columns.ts';
import {
  customerTargetOf,
  customerTargets,
  fieldsWithoutColumn,
  type Mapping,
  mapCustomerColumns,
  missingCustomerColumns,
} from '@backdesk/domain/customer/import-columns.ts';
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

const products: Targets = { all: [...productTargets, ...usualBreaks], of: productTargetOf, also: breaksIn, text: productText };

/** What the columns of a file of the kind may be taken for; customers have the account's own fields in use besides. */
export function targetsOf(kind: 'products' | 'customers', definitions: readonly FieldDefinition[]): Targets {
  if (kind === 'products') return products;
  const fields = definitions.filter(({ active }) => active);
  const labels = new Map(fields.map(({ code, label }) => [fieldTarget(code), label]));
  return {
    all: [...customerTargets, ...labels.keys()],
    of: (heading) => customerTargetOf(heading) ?? fieldNamed(heading, fields),
    also: () => [],
    text: (target) => labels.get(target) ?? targetText(target),
  };
}

const fieldTarget = (code: string) => `field:${code}`;

function fieldNamed(heading: string, fields: readonly FieldDefinition[]): string | undefined {
  const name = heading.trim().toLowerCase();
  const field = fields.find(({ code, label }) => name === code.toLowerCase() || name === label.trim().toLowerCase());
  return field && fieldTarget(field.code);
}

/** What is sent: what a person chose, and the fields known by their labels, which the server does not know them by. */
export function mappingToSend(headings: readonly string[], targets: Targets, mapping: Mapping): Mapping {
  const known = headings.flatMap((heading) => {
    const target = targets.of(heading);
    return target?.startsWith(fieldTarget('')) ? [[heading.trim(), target] as const] : [];
  });
  return { ...Object.fromEntries(known), ...mapping };
}

/** The required fields that no column fills: rows that would make a new customer are refused. */
export function unfilledIn(
  headings: readonly string[],
  targets: Targets,
  { mapping, definitions }: { readonly mapping: Mapping; readonly definitions: readonly FieldDefinition[] },
): readonly FieldDefinition[] {
  return fieldsWithoutColumn(definitions, mapCustomerColumns(headings, mappingToSend(headings, targets, mapping)));
}

/** What is still to be said before a file of the kind can be read; undefined: nothing. */
export function missingIn(kind: 'products' | 'customers', headings: readonly string[], mapping: Mapping): string | undefined {
  if (kind === 'products') return missingProductColumns(mapProductColumns(headings, mapping)) === undefined ? undefined : t.needsCode();
  const missing = missingCustomerColumns(mapCustomerColumns(headings, mapping));
  return missing === undefined ? undefined : missing === 'identity' ? t.needsIdentity() : t.needsName();
}
