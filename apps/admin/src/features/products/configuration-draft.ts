import type { ConfigurationOptionJson, Product } from '@backdesk/contract/catalog/schema.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { decimalToMinor, minorToDecimal } from '@backdesk/ui/format/money.ts';

/** An upcharge as it is typed; empty is nothing. */
export type UpchargeDraft = { readonly perPiece: string | null; readonly perLine: string | null };
export type ValueDraft = UpchargeDraft & { readonly key: string; readonly id: string | null; readonly name: string };
export type OptionDraft = UpchargeDraft & {
  readonly key: string;
  readonly id: string | null;
  readonly kind: ConfigurationOptionJson['kind'];
  readonly name: string;
  readonly help: string;
  readonly required: boolean;
  readonly carriesBreaks: boolean;
  readonly maxLength: number | null;
  readonly values: readonly ValueDraft[];
};

type Upcharge = { readonly perPiece: string; readonly perLine: { readonly amount: number; readonly currency: string } };
const nothing = { perPiece: null, perLine: null };

function upchargeDraft({ perPiece, perLine: { amount, currency } }: Upcharge): UpchargeDraft {
  return { perPiece: Number(perPiece) === 0 ? null : perPiece, perLine: amount === 0 ? null : minorToDecimal(amount, currencyDigits(currency)) };
}

export function newValue(): ValueDraft {
  return { key: crypto.randomUUID(), id: null, name: '', ...nothing };
}

export function newOption(kind: OptionDraft['kind']): OptionDraft {
  const values = kind === 'choice' ? [newValue()] : [];
  return { key: crypto.randomUUID(), id: null, kind, name: '', help: '', required: false, carriesBreaks: false, maxLength: 30, values, ...nothing };
}

/** An option as the form takes it. */
export function optionDraft(option: ConfigurationOptionJson): OptionDraft {
  const { id, kind, name, help, required, carriesBreaks } = option;
  const shared = { key: id, id, kind, name, help, required, carriesBreaks };
  if (option.kind === 'text') return { ...shared, maxLength: option.maxLength, values: [], ...upchargeDraft(option) };
  const values = option.values.map((value) => ({ key: value.id, id: value.id, name: value.name, ...upchargeDraft(value) }));
  return { ...shared, ...nothing, maxLength: null, values };
}

function upchargeRequest({ perPiece, perLine }: UpchargeDraft, currency: string) {
  return { perPiece: perPiece ?? '0', perLine: { amount: perLine === null ? 0 : (decimalToMinor(perLine, currencyDigits(currency)) ?? 0), currency } };
}

/** The request of one option. */
export function optionRequest(draft: OptionDraft, currency: Product['currency']) {
  const { id, name, help, required, carriesBreaks, maxLength } = draft;
  const asked = { ...(id !== null && { id }), name, help, required, carriesBreaks };
  if (draft.kind === 'text') return { ...asked, kind: draft.kind, maxLength: maxLength ?? 30, ...upchargeRequest(draft, currency) };
  const values = draft.values.map((value) => ({ ...(value.id !== null && { id: value.id }), name: value.name, ...upchargeRequest(value, currency) }));
  return { ...asked, kind: draft.kind, values };
}
