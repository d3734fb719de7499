import type { ConfigurationOptionJson, SetConfiguration } from '@backdesk/contract/catalog/configuration.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { Condition } from '@backdesk/domain/catalog/configuration-options.ts';
import { type FileKindName, pictureKinds } from '@backdesk/domain/file/kinds.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import { decimalToMinor, minorToDecimal } from '@backdesk/ui/format/money.ts';

/** An upcharge as it is typed; empty is nothing. */
export type UpchargeDraft = {
  readonly perPiece: string | null;
  readonly perLine: string | null;
  /** "10" is 10 %. */
  readonly percent: string;
  readonly breaks: readonly BreakDraft[];
};
export type BreakDraft = { readonly key: string; readonly quantity: number | null; readonly perPiece: string | null };
export type ValueDraft = UpchargeDraft & { readonly id: string; readonly name: string };
export type OptionKind = ConfigurationOptionJson['kind'];

/** An option of any kind: what its kind has no use for lies there untouched. */
export type OptionDraft = UpchargeDraft & {
  readonly id: string;
  readonly kind: OptionKind;
  readonly name: string;
  readonly help: string;
  readonly required: boolean;
  readonly carriesBreaks: boolean;
  readonly onlyWhen: Condition | null;
  readonly maxLength: number | null;
  readonly pattern: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly step: string;
  readonly kinds: readonly FileKindName[];
  /** Millions of bytes. */
  readonly largest: number | null;
  readonly values: readonly ValueDraft[];
};

type Upcharge = Pick<Extract<ConfigurationOptionJson, { kind: 'text' }>, 'perPiece' | 'perLine' | 'ppm' | 'breaks'>;
const nothing: UpchargeDraft = { perPiece: null, perLine: null, percent: '', breaks: [] };
const million = 1_000_000;

function upchargeDraft({ perPiece, perLine: { amount, currency }, ppm, breaks }: Upcharge): UpchargeDraft {
  return {
    perPiece: Number(perPiece) === 0 ? null : perPiece,
    perLine: amount === 0 ? null : minorToDecimal(amount, currencyDigits(currency)),
    percent: ppm === 0 ? '' : String(ppm / 10_000),
    breaks: breaks.map((each) => ({ key: newId(), ...each })),
  };
}

export function newValue(): ValueDraft {
  return { id: newId(), name: '', ...nothing };
}

export function newBreak(): BreakDraft {
  return { key: newId(), quantity: null, perPiece: null };
}

export function newOption(kind: OptionKind): OptionDraft {
  return {
    id: newId(),
    kind,
    name: '',
    help: '',
    required: false,
    carriesBreaks: false,
    onlyWhen: null,
    maxLength: 30,
    pattern: '',
    minimum: '',
    maximum: '',
    step: '',
    kinds: [...pictureKinds, 'pdf', 'svg'],
    largest: 10,
    values: kind === 'choice' ? [newValue()] : [],
    ...nothing,
  };
}

/** An option as the form takes it. */
export function optionDraft(option: ConfigurationOptionJson): OptionDraft {
  const { id, kind, name, help, required, carriesBreaks, onlyWhen } = option;
  const asked = { ...newOption(kind), id, name, help, required, carriesBreaks, onlyWhen };
  if (option.kind === 'choice') return { ...asked, values: option.values.map((value) => ({ id: value.id, name: value.name, ...upchargeDraft(value) })) };
  return { ...asked, ...upchargeDraft(option), ...ofKind(option) };
}

function ofKind(option: Exclude<ConfigurationOptionJson, { kind: 'choice' }>): Partial<OptionDraft> {
  if (option.kind === 'text') return { maxLength: option.maxLength, pattern: option.pattern };
  if (option.kind === 'file') return { kinds: option.kinds, largest: option.largestBytes / million };
  return option.kind === 'number' ? { minimum: option.minimum ?? '', maximum: option.maximum ?? '', step: option.step ?? '' } : {};
}

function upchargeRequest({ perPiece, perLine, percent, breaks }: UpchargeDraft, currency: string) {
  return {
    perPiece: perPiece ?? '0',
    perLine: { amount: perLine === null ? 0 : (decimalToMinor(perLine, currencyDigits(currency)) ?? 0), currency },
    ppm: percent.trim() === '' ? 0 : (decimalToMinor(percent.trim(), 4) ?? -1),
    breaks: breaks.map(({ quantity, perPiece: each }) => ({ quantity: quantity ?? 0, perPiece: each ?? '0' })),
  };
}

/** The request of one option. */
export function optionRequest(draft: OptionDraft, currency: Product['currency']): SetConfiguration['options'][number] {
  const { id, name, help, required, carriesBreaks, onlyWhen } = draft;
  const asked = { id, name, help, required, carriesBreaks, onlyWhen };
  const answered = { ...asked, ...upchargeRequest(draft, currency) };
  const figure = (text: string) => (text.trim() === '' ? null : text.trim());
  switch (draft.kind) {
    case 'choice':
      return { ...asked, kind: 'choice', values: draft.values.map((value) => ({ id: value.id, name: value.name, ...upchargeRequest(value, currency) })) };
    case 'text':
      return { ...answered, kind: 'text', maxLength: draft.maxLength ?? 30, pattern: draft.pattern };
    case 'number':
      return { ...answered, kind: 'number', minimum: figure(draft.minimum), maximum: figure(draft.maximum), step: figure(draft.step) };
    case 'file':
      return { ...answered, kind: 'file', kinds: [...draft.kinds], largestBytes: Math.round((draft.largest ?? 10) * million) };
    case 'date':
      return { ...answered, kind: 'date' };
    case 'checkbox':
      return { ...answered, kind: 'checkbox' };
  }
}
