// What an actor may do with an order: permission and stage together. Pure; commands ask it, and every answer carries it, so
// that no screen works out rights of its own.
import { isEditable, nextStage } from '@backdesk/domain/order/lifecycle.ts';
import type { OrderAction } from '@backdesk/domain/order/types.ts';
import type { Actor } from '../context.ts';
import { Problem, Refused } from '../problem.ts';
import type { OrderRecord } from './order-record.ts';

/** Throws `order.not_editable`. */
export function assertEditable(record: Pick<OrderRecord, 'stage'>): void {
  if (!isEditable(record.stage)) throw new Refused([{ code: 'order.not_editable', detail: { stage: record.stage } }]);
}

const handedIn: ReadonlySet<OrderRecord['stage']> = new Set(['pending', 'submitted']);

/** Whether the PO number and the account's own fields may change: also after submission, since they move no amount. */
export function areFieldsEditable({ stage }: Pick<OrderRecord, 'stage'>): boolean {
  return isEditable(stage) || handedIn.has(stage);
}

export function assertFieldsEditable(record: Pick<OrderRecord, 'stage'>): void {
  if (!areFieldsEditable(record)) assertEditable(record);
}

export function assertMayOverride(actor: Actor): void {
  if (!actor.permissions.has('price:override')) throw new Problem('request.forbidden', { detail: { permission: 'price:override' } });
}

/** A typed price for shipping has a permission of its own. */
export function assertMayOverrideShipping(actor: Actor): void {
  if (!actor.permissions.has('shipping:override')) throw new Problem('request.forbidden', { detail: { permission: 'shipping:override' } });
}

export type Abilities = {
  readonly edit: boolean;
  readonly setFields: boolean;
  readonly overridePrice: boolean;
  readonly overrideShipping: boolean;
  readonly convert: boolean;
  readonly send: boolean;
  readonly withdraw: boolean;
  readonly saveAsCart: boolean;
  readonly takeBack: boolean;
  readonly submit: boolean;
  readonly approve: boolean;
  readonly reopen: boolean;
  readonly cancel: boolean;
  readonly ship: boolean;
  readonly delete: boolean;
};

export function abilitiesOn({ permissions }: Actor, record: Pick<OrderRecord, 'stage'>): Abilities {
  const can = (action: OrderAction) => nextStage(record.stage, action).ok;
  const edit = permissions.has('order:write') && isEditable(record.stage);
  return {
    edit,
    setFields: permissions.has('order:write') && areFieldsEditable(record),
    overridePrice: edit && permissions.has('price:override'),
    overrideShipping: edit && permissions.has('shipping:override'),
    convert: permissions.has('estimate:send') && can('convert'),
    send: permissions.has('estimate:send') && record.stage === 'estimate',
    withdraw: permissions.has('estimate:send') && can('withdraw'),
    saveAsCart: permissions.has('order:write') && can('save_as_cart'),
    takeBack: permissions.has('order:write') && can('take_back'),
    submit: permissions.has('order:submit') && can('submit'),
    approve: permissions.has('order:approve') && can('approve'),
    reopen: permissions.has('order:write') && can('reopen'),
    cancel: permissions.has('order:cancel') && can('cancel'),
    ship: permissions.has('order:ship') && record.stage === 'submitted',
    delete: permissions.has('order:delete'),
  };
}
