import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { keepTemplate } from '../../template/commands/keep-template.ts';
import type { TemplateContent } from '../../template/content.ts';
import type { TemplateRow } from '../../template/queries.ts';
import type { LineRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';

/** An order's lines, options, notes and validity as a template. Prices, discounts and the customer's own are not in it. */
export async function saveTemplate(
  context: CommandContext,
  orderId: string,
  { name, validDays }: { readonly name: string; readonly validDays: number | null },
): Promise<TemplateRow> {
  const order = await getOrderRecord(context.tx, context.scope, orderId);
  // What the product charges comes along with its line.
  const lines = order.lines.flatMap((line) => (line.parentLineId === null ? requestOf(line) : []));
  if (lines.length === 0) throw new Refused([{ code: 'estimate.no_lines' }]);
  const { noteCustomer, noteInternal } = order;
  return keepTemplate(context, name, { lines, noteCustomer, noteInternal, validDays: validDays ?? order.validDays });
}

function requestOf(line: LineRecord): TemplateContent['lines'] {
  const { kind, name, quantity, variantId, noteCustomer, noteInternal, unitPrice, ships, weightGrams, taxCategory } = line;
  if (kind === 'section') return [{ says: name, request: { section: { name } } }];
  const shared = {
    ...{ asNewLine: true, noteCustomer, noteInternal },
    ...(line.optional && { optional: true, chosen: line.chosen }),
    ...(line.choiceGroup !== null && { choiceGroup: line.choiceGroup }),
  };
  if (variantId !== null) return [{ says: name, request: { variantId, quantity, configuration: { ...line.configuration }, ...shared } }];
  if (kind !== 'custom' || unitPrice === null) return [];
  return [{ says: name, request: { custom: { name, unitPrice, quantity, ships, weightGrams, taxCategory }, ...shared } }];
}
