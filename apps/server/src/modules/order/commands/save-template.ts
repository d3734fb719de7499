import type { SaidAtPart } from '@backdesk/contract/order/requests.ts';
import type { SaveTemplate } from '@backdesk/contract/template/routes.ts';
import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { keepTemplate } from '../../template/commands/keep-template.ts';
import type { TemplateContent } from '../../template/content.ts';
import type { TemplateRow } from '../../template/queries.ts';
import type { LineRecord, OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { saidAtParts } from '../said-at-parts.ts';

type TemplateLine = TemplateContent['lines'][number];

/**
 * An order's lines with options and bounds, notes and validity as a template; with `prices` also what a person set by hand: prices with
 * their reasons, discounts of lines and of the whole. Codes are the customer's, automatic discounts come by themselves: neither is in it.
 */
export async function saveTemplate(context: CommandContext, orderId: string, { name, validDays, prices }: SaveTemplate): Promise<TemplateRow> {
  const order = await getOrderRecord(context.tx, context.scope, orderId);
  const lines = order.lines.flatMap((line) => {
    const request = requestOf(line, saidAtParts(order.lines, line));
    return request === null ? [] : [{ says: saysOf(line), request, quantityBounds: line.quantityBounds, ...(prices && setOn(order, line)) }];
  });
  if (lines.length === 0) throw new Refused([{ code: 'estimate.no_lines' }]);
  const manual = order.discounts.filter(({ source }) => prices && source === 'manual');
  const discounts = manual.map(({ label, value, reach }) => ({ label, value, reach }));
  const { currency, noteCustomer, noteInternal, deposit } = order;
  const paymentTerms = order.paymentTerms?.from === 'order' ? order.paymentTerms.terms : null;
  const terms = { validDays: validDays ?? order.validDays, paymentTerms, deposit };
  return keepTemplate(context, name, { currency, lines, discounts, noteCustomer, noteInternal, ...terms });
}

const saysOf = ({ name, options }: LineRecord) => [name, ...options.map(({ value }) => value)].join(' · ');

/** How the line is asked for; null for what comes along with another, and what nobody can ask for. */
function requestOf(line: LineRecord, parts: SaidAtPart[]): TemplateLine['request'] | null {
  const { kind, parentLineId, name, quantity, variantId, noteCustomer, noteInternal, unitPrice, ships, weightGrams, taxCategory } = line;
  if (parentLineId !== null) return null;
  if (kind === 'section') return { section: { name } };
  const shared = {
    ...{ asNewLine: true, noteCustomer, noteInternal },
    ...(line.optional && { optional: true, chosen: line.chosen }),
    ...(line.choiceGroup !== null && { choiceGroup: line.choiceGroup }),
  };
  if (variantId !== null) return { variantId, quantity, configuration: { ...line.configuration }, ...(parts.length > 0 && { parts }), ...shared };
  if (kind !== 'custom' || unitPrice === null) return null;
  return { custom: { name, unitPrice, quantity, ships, weightGrams, taxCategory }, ...shared };
}

/** What a person set on the line and on what hangs on it. */
function setOn({ lines }: OrderRecord, { id, override, discount, charges }: LineRecord): Pick<TemplateLine, 'override' | 'discount' | 'charges'> {
  const waived = charges.flatMap((charge) => (charge.waived ? [{ chargeId: charge.id, waived: true, override: null, discount: null }] : []));
  const touched = lines.flatMap((line) => {
    const { chargeId } = line;
    const isTouched = line.parentLineId === id && chargeId !== null && (line.override !== null || line.discount !== null);
    return isTouched ? [{ chargeId, waived: false, override: line.override, discount: line.discount }] : [];
  });
  return { override, discount, charges: [...waived, ...touched] };
}
