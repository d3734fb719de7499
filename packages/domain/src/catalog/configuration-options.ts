// What a product asks on a line beyond the variant: the kinds of options and what an answer adds. Definitions stay when they are removed,
// so that a line that holds an old answer stays readable and says so. Decision records 0015 and 0021.
import type { FileDemand, FileFacts } from '../file/kinds.ts';
import type { CurrencyCode, DecimalString, MinorUnits } from '../money/money.ts';

/**
 * What an answer adds: major units for each piece (from the quantities of `breaks` on theirs), parts per million of the price of the line
 * before anything is added, and minor units once for the line.
 */
export type OptionUpcharge = {
  readonly perPiece: DecimalString;
  readonly perLine: MinorUnits;
  readonly ppm: number;
  /** Ascending by quantity; the pieces of the break group choose, as for the price. */
  readonly breaks: readonly UpchargeBreak[];
  readonly currency: CurrencyCode;
};
export type UpchargeBreak = { readonly quantity: number; readonly perPiece: DecimalString };

/** Asked only while an option before it is answered so: the id of a value, or `yes` of a checkbox. */
export type Condition = { readonly optionId: string; readonly value: string };

type AnyOption = {
  readonly id: string;
  readonly name: string;
  /** What to say below it; '' for nothing. */
  readonly help: string;
  readonly required: boolean;
  /** Lines whose answers differ here do not add up to choose a price break (cases, policy 8). */
  readonly carriesBreaks: boolean;
  readonly onlyWhen: Condition | null;
  /** No longer asked; answers given before are kept. */
  readonly removed: boolean;
};

export type ChoiceValue = OptionUpcharge & { readonly id: string; readonly name: string; readonly removed: boolean };
export type ChoiceOption = AnyOption & { readonly kind: 'choice'; readonly values: readonly ChoiceValue[] };
/** `maxLength` counts characters as people do, not code units; `pattern` is '' for any text; the upcharge is for any text at all. */
export type TextOption = AnyOption & OptionUpcharge & { readonly kind: 'text'; readonly maxLength: number; readonly pattern: string };
/** Steps count from the minimum, or from 0. */
export type NumberOption = AnyOption &
  OptionUpcharge & {
    readonly kind: 'number';
    readonly minimum: DecimalString | null;
    readonly maximum: DecimalString | null;
    readonly step: DecimalString | null;
  };
/** A calendar day, "2026-12-03". */
export type DateOption = AnyOption & OptionUpcharge & { readonly kind: 'date' };
/** Its answer is `yes`, or none; required: it has to be ticked. */
export type CheckboxOption = AnyOption & OptionUpcharge & { readonly kind: 'checkbox' };
/** Its answer is the id of a file that was sent. */
export type FileOption = AnyOption & OptionUpcharge & FileDemand & { readonly kind: 'file' };

export type ConfigurationOption = ChoiceOption | TextOption | NumberOption | DateOption | CheckboxOption | FileOption;
export type OptionKind = ConfigurationOption['kind'];

/** The answer of a checkbox that is ticked. */
export const ticked = 'yes';

/** The answers as they are entered, by option id: the id of a value or file, a number, a day, or the text. What is not answered is missing. */
export type Configuration = Readonly<Record<string, string>>;

/** Why an answer cannot stand: told by `line.configuration_invalid`. */
export type InvalidReason = 'pattern' | 'number' | 'minimum' | 'maximum' | 'step' | 'date' | 'file' | 'file_kind' | 'file_size';

/** An option as a document shows it: names as they were when the line was last read from the catalogue. `value` is '' without an answer. */
export type Answer = {
  readonly optionId: string;
  readonly name: string;
  readonly value: string;
  readonly state: 'answered' | 'missing' | 'gone' | 'too_long' | 'invalid' | 'unpriced';
  /** Of what is invalid. */
  readonly reason?: InvalidReason | undefined;
  /** The file that was answered, as it was then. */
  readonly file?: FileFacts | undefined;
};
