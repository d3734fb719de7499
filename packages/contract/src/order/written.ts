// What every write of an order answers and may be refused for.
import { idParams } from '../core/primitives.ts';
import { orderChange } from './order.ts';

export const write = { audience: 'staff', permission: 'order:write', params: idParams, status: 200, answer: orderChange } as const;
export const editing = ['order.not_editable', 'order.conflict'] as const;
export const outOfRange = [
  'line.over_maximum',
  'line.not_in_increment',
  'line.below_minimum',
  'line.quantity_out_of_range',
  'line.override_out_of_range',
  'discount.exceeds_base',
] as const;
export const misconfigured = ['line.configuration_unknown', 'line.configuration_too_long', 'line.configuration_invalid'] as const;
