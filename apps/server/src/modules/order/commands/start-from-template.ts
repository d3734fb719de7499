import type { TemplateChange } from '@backdesk/contract/template/routes.ts';
import { namedFiles } from '@backdesk/domain/catalog/configuration.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { listLineSnapshots } from '../../catalog/queries/line-snapshots.ts';
import { findRoleOf } from '../../catalog/queries/price-rows.ts';
import type { CommandContext } from '../../context.ts';
import { listReadable } from '../../file/commands/list-readable.ts';
import { Problem } from '../../problem.ts';
import { type ReadTemplate, templateContent } from '../../template/content.ts';
import { findTemplate } from '../../template/queries.ts';
import { type HandSetLine, setByHand } from '../hand-set.ts';
import { offeredAnswers } from '../offered-answers.ts';
import type { OrderRecord } from '../order-record.ts';
import { filesAtParts, offeredAtParts } from '../said-at-parts.ts';
import { createOrder } from './create-order.ts';

export type FromTemplate = { readonly record: OrderRecord; readonly changes: readonly TemplateChange[] };

/**
 * A draft for a customer from a template. Prices are those of now, but for what was set by hand, which stands again where it may. What is
 * no longer sold, or not to this customer, stays behind; that and what else could not be kept is told. What the rules of the catalogue no
 * longer allow (an increment) stands on the draft as a blocker.
 */
export async function startFromTemplate(context: CommandContext, templateId: string, customerId: string): Promise<FromTemplate> {
  const row = await findTemplate(context.tx, context.scope, templateId);
  if (row === undefined) throw new Problem('not_found');
  const content = templateContent.parse(row.content);
  const isForeign = content.currency !== null && content.currency !== context.account.currency;
  const { lines, changes } = await offeredLines(context, content, { customerId, isForeign });
  const hand = setByHand(context, lines, isForeign ? [] : content.discounts);
  const { noteCustomer, noteInternal, validDays, paymentTerms } = content;
  const deposit = depositOf(content, isForeign);
  const texts = { noteCustomer, noteInternal, validDays, paymentTerms: paymentTerms === null ? null : { terms: paymentTerms, from: 'order' as const } };
  const record = await createOrder(
    context,
    { customerId, name: row.name, lines: lines.map(({ id, request }) => ({ ...request, lineId: id })) },
    { texts: { ...texts, ...(deposit.kept !== undefined && { deposit: deposit.kept }) }, ...hand },
  );
  const foreign = isForeign ? content.discounts.map(({ label }) => ({ label, code: 'other_currency' as const })) : [];
  return { record, changes: [...changes, ...hand.changes(), ...foreign, ...deposit.changes] };
}

/** An amount is of its currency: in another one the account's own deposit stands. */
function depositOf({ deposit }: ReadTemplate, isForeign: boolean): { readonly kept: OrderRecord['deposit'] | undefined; readonly changes: TemplateChange[] } {
  if (deposit?.kind !== 'fixed') return { kept: deposit, changes: [] };
  if (isForeign) return { kept: undefined, changes: [{ label: 'Deposit', code: 'other_currency' }] };
  return { kept: { kind: 'fixed', amount: minor(deposit.amount) }, changes: [] };
}

type Line = ReadTemplate['lines'][number];
type Taker = { readonly customerId: string; readonly isForeign: boolean };

/** The lines that can be had, under new ids, with the answers that are still offered. */
async function offeredLines(context: CommandContext, { lines }: ReadTemplate, { customerId, isForeign }: Taker) {
  const { tx, scope, account } = context;
  const roleId = await findRoleOf(tx, scope, customerId);
  const variantIds = lines.flatMap(({ request }) => ('variantId' in request && request.variantId !== undefined ? [request.variantId] : []));
  const snapshots = await listLineSnapshots(tx, scope, { variantIds, skus: [], roleId, currency: account.currency });
  const sold = new Map(snapshots.flatMap((snapshot) => (whyNotSold(snapshot, roleId) === null ? [[snapshot.variantId, snapshot] as const] : [])));
  const snapshotOf = ({ request }: Line) => ('variantId' in request && request.variantId !== undefined ? sold.get(request.variantId) : undefined);
  const files = await listReadable(
    context,
    lines.flatMap((line) =>
      'variantId' in line.request
        ? [
            ...namedFiles(snapshotOf(line)?.configurationOptions ?? [], line.request.configuration ?? {}),
            ...filesAtParts(snapshotOf(line), line.request.parts ?? []),
          ]
        : [],
    ),
  );
  const offered = lines.map((line) => {
    const told = (code: TemplateChange['code']): TemplateChange => ({ label: line.says, code });
    const { request } = line;
    if ('section' in request) return { kept: line, changes: [] };
    if ('custom' in request) return isForeign ? { kept: null, changes: [told('other_currency')] } : { kept: line, changes: [] };
    const snapshot = snapshotOf(line);
    if (snapshot === undefined) return { kept: null, changes: [told('not_sold')] };
    const { configuration, isLess } = offeredAnswers(snapshot.configurationOptions, request.configuration ?? {}, files);
    const below = offeredAtParts(snapshot, request.parts ?? [], files);
    const isPriced = isForeign && (line.override !== null || line.discount?.kind === 'fixed' || line.charges.some(({ waived }) => !waived));
    const kept = {
      ...line,
      ...(isForeign && inOtherCurrency(line)),
      request: { ...request, configuration, ...(request.parts !== undefined && { parts: below.parts }) },
    };
    return { kept, changes: [...(isLess || below.isLess ? [told('answer_gone')] : []), ...(isPriced ? [told('other_currency')] : [])] };
  });
  return {
    lines: offered.flatMap(({ kept }): HandSetLine[] => (kept === null ? [] : [{ ...kept, id: context.newId() }])),
    changes: offered.flatMap(({ changes }) => changes),
  };
}

/** What of a line is of no currency. */
function inOtherCurrency({ discount, charges }: Line): Pick<Line, 'override' | 'discount' | 'charges'> {
  return { override: null, discount: discount?.kind === 'percentage' ? discount : null, charges: charges.filter(({ waived }) => waived) };
}
