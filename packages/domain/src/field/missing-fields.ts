// A required order field that is empty stands against submitting, not against saving: the draft can be put aside.
import type { Refusal } from '../core/refusal.ts';
import { type FieldRule, poNumberCode } from './types.ts';
import { unfilledFields } from './unfilled-fields.ts';

/** Where a field stands in the order's JSON. */
export function pointerOfField(code: string): string {
  return code === poNumberCode ? '/poNumber' : `/fields/${code}`;
}

/** A `fields.missing` for each active, required field without a value, in the order of the definitions; `detail.label` names it. */
export function missingFields(rules: readonly FieldRule[], values: Readonly<Record<string, unknown>>, poNumber: string): readonly Refusal[] {
  return unfilledFields(rules, { ...values, [poNumberCode]: poNumber }).map(({ code, label }) => ({
    code: 'fields.missing',
    pointer: pointerOfField(code),
    step: 'finalize',
    detail: { label },
  }));
}
