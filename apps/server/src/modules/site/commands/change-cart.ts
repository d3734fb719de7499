import type { addCartLines as addCartLinesBody, changeCart as changeCartBody, changeCartLine as changeCartLineBody } from '@backdesk/contract/site/requests.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { addLines } from '../../order/commands/add-lines.ts';
import { changeOrder } from '../../order/commands/change-order.ts';
import { undoRemoval } from '../../order/commands/undo-removal.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { invalidField, Refused } from '../../problem.ts';
import { asksCustomers } from '../asks-customers.ts';
import { changeOwnLine, removeOwnLine } from './change-own-line.ts';
import { findOrMakeCart, getCart } from './own-cart.ts';

/** Puts products into the cart of whoever is here, at the prices that apply to them. A closed customer may not. */
export async function addCartLines(context: CommandContext, body: z.output<typeof addCartLinesBody>): Promise<void> {
  const id = await findOrMakeCart(context);
  const { customer } = await getOrderRecord(context.tx, context.scope, id);
  if (customer?.active === false) throw new Refused([{ code: 'order.customer_inactive' }]);
  await addLines(context, id, { lines: body.lines.map(({ noteCustomer, ...line }) => ({ ...line, ...(noteCustomer && { noteCustomer, asNewLine: true }) })) });
}

export async function changeLineOfCart(context: CommandContext, lineId: string, body: z.output<typeof changeCartLineBody>): Promise<void> {
  await changeOwnLine(context, await getCart(context), lineId, body);
}

export async function removeLineOfCart(context: CommandContext, lineId: string, basedOn: number | undefined): Promise<void> {
  await removeOwnLine(context, await getCart(context), lineId, basedOn);
}

export async function undoRemovalInCart(context: CommandContext, version: number): Promise<void> {
  await undoRemoval(context, await getCart(context), version);
}

/** PO number, note, and the fields that customers are asked for; one that staff keep for themselves is no field here. */
export async function changeCart(context: CommandContext, body: z.output<typeof changeCartBody>): Promise<void> {
  const id = await getCart(context);
  const { fieldRules } = await getOrderRecord(context.tx, context.scope, id);
  const asked = new Set(fieldRules.filter(asksCustomers).map(({ code }) => code));
  const stranger = Object.keys(body.fields ?? {}).find((code) => !asked.has(code));
  if (stranger !== undefined) throw invalidField(`/fields/${stranger}`, 'is not a field here');
  await changeOrder(context, id, body);
}
