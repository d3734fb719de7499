// The customer's choices on a line beyond the variant: a value chosen, a text typed, each with what it adds to the price. Definitions
// stay when they are removed, so that a line that holds an old answer stays readable and says so. Decision record 0015.
import type { Refusal } from '../core/refusal.ts';
import type { CurrencyCode, DecimalString, MinorUnits } from '../money/money.ts';
import { millionths } from '../money/rational.ts';
import type { Upcharge } from '../pricing/types.ts';

/** What an answer adds: major units for each piece, minor units once for the line. */
export type OptionUpcharge = { readonly perPiece: DecimalString; readonly perLine: MinorUnits; readonly currency: CurrencyCode };

type AnyOption = {
  readonly id: string;
  readonly name: string;
  /** What to say below it; '' for nothing. */
  readonly help: string;
  readonly required: boolean;
  /** Lines whose answers differ here do not add up to choose a price break (cases, policy 8). */
  readonly carriesBreaks: boolean;
  /** No longer asked; answers given before are kept. */
  readonly removed: boolean;
};

export type ChoiceValue = OptionUpcharge & { readonly id: string; readonly name: string; readonly removed: boolean };
export type ChoiceOption = AnyOption & { readonly kind: 'choice'; readonly values: readonly ChoiceValue[] };
/** `maxLength` counts characters as people do, not code units; the upcharge is for any text at all. */
export type TextOption = AnyOption & OptionUpcharge & { readonly kind: 'text'; readonly maxLength: number };
export type ConfigurationOption = ChoiceOption | TextOption;

/** The answers as they are entered, by option id: the id of a value, or the text. What is not answered is missing. */
export type Configuration = Readonly<Record<string, string>>;

/** An option as a document shows it: names as they were when the line was last read from the catalogue. `value` is '' without an answer. */
export type Answer = {
  readonly optionId: string;
  readonly name: string;
  readonly value: string;
  readonly state: 'answered' | 'missing' | 'gone' | 'too_long' | 'unpriced';
};

/** Characters as people count them: an emoji is one. */
export function textLength(text: string): number {
  return [...text].length;
}

/** Answers trimmed, empty ones left out, by id: equal configurations are equal JSON. */
export function normalConfiguration(configuration: Configuration): Configuration {
  const entries = Object.entries(configuration).map(([id, answer]): readonly [string, string] => [id, answer.trim()]);
  return Object.fromEntries(entries.filter(([, answer]) => answer !== '').toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** One text for equal configurations, to merge lines by (cases, policy 10). */
export function configurationKey(configuration: Configuration): string {
  return JSON.stringify(Object.entries(normalConfiguration(configuration)));
}

/**
 * What cannot be entered: an option that this product does not ask for, a value it does not offer, a text that is too long. A required
 * option without an answer is no refusal here: the line can be saved, and says what it still lacks.
 */
export function checkConfiguration(options: readonly ConfigurationOption[], configuration: Configuration): readonly Refusal[] {
  const offered = new Map(options.filter((option) => !option.removed).map((option) => [option.id, option]));
  return Object.entries(normalConfiguration(configuration)).flatMap(([id, answer]): readonly Refusal[] => {
    const pointer = `/configuration/${id}`;
    const option = offered.get(id);
    if (option === undefined) return [{ code: 'line.configuration_unknown', pointer, detail: { option: '', answer } }];
    if (option.kind === 'text') {
      const length = textLength(answer);
      return length <= option.maxLength
        ? []
        : [{ code: 'line.configuration_too_long', pointer, detail: { option: option.name, maximum: option.maxLength, length } }];
    }
    const isOffered = option.values.some((value) => value.id === answer && !value.removed);
    return isOffered ? [] : [{ code: 'line.configuration_unknown', pointer, detail: { option: option.name, answer } }];
  });
}

/** The first required option that has no answer, in the order in which they are asked. */
export function missingOptions(options: readonly ConfigurationOption[], configuration: Configuration): readonly ConfigurationOption[] {
  const given = normalConfiguration(configuration);
  return options.filter((option) => option.required && !option.removed && given[option.id] === undefined);
}

export type Configured = {
  /** In the order in which they are asked; without an answer only what is required. */
  readonly answers: readonly Answer[];
  readonly upcharges: readonly Upcharge[];
};

/**
 * What a configuration says and adds. `currency` is the order's: an upcharge in another one is not converted, the answer is then
 * `unpriced`. An answer that is gone keeps what it added until somebody chooses again.
 */
export function configure(options: readonly ConfigurationOption[], configuration: Configuration, currency: CurrencyCode): Configured {
  const given = normalConfiguration(configuration);
  const answers: Answer[] = [];
  const upcharges: Upcharge[] = [];
  for (const option of options) {
    const entered = given[option.id];
    if (entered === undefined) {
      if (option.required && !option.removed) answers.push({ optionId: option.id, name: option.name, value: '', state: 'missing' });
      continue;
    }
    const { value, upcharge, state } = answerOf(option, entered);
    const isPriced = upcharge === null || upcharge.currency === currency || !addsAnything(upcharge);
    answers.push({ optionId: option.id, name: option.name, value, state: isPriced ? state : 'unpriced' });
    if (upcharge === null || !isPriced || !addsAnything(upcharge)) continue;
    const label = option.kind === 'choice' ? `${option.name}: ${value}` : option.name;
    upcharges.push({ label, perPiece: upcharge.perPiece, perLine: upcharge.perLine });
  }
  return { answers, upcharges };
}

type Read = { readonly value: string; readonly upcharge: OptionUpcharge | null; readonly state: Answer['state'] };

function answerOf(option: ConfigurationOption, entered: string): Read {
  if (option.kind === 'text') {
    const state = option.removed ? 'gone' : textLength(entered) > option.maxLength ? 'too_long' : 'answered';
    return { value: entered, upcharge: option, state };
  }
  const value = option.values.find((offered) => offered.id === entered);
  if (value === undefined) return { value: entered, upcharge: null, state: 'gone' };
  return { value: value.name, upcharge: value, state: option.removed || value.removed ? 'gone' : 'answered' };
}

function addsAnything({ perPiece, perLine }: OptionUpcharge): boolean {
  return perLine !== 0 || millionths(perPiece) !== 0n;
}

/**
 * The break group of a configured line: that of the product, told apart by the answers that carry breaks. null stays null: the product
 * groups nothing.
 */
export function configuredBreakGroup(group: string | null, options: readonly ConfigurationOption[], configuration: Configuration): string | null {
  if (group === null) return null;
  const given = normalConfiguration(configuration);
  const carried = options.flatMap(({ id, carriesBreaks }) => (carriesBreaks && given[id] !== undefined ? [[id, given[id]]] : []));
  return carried.length === 0 ? group : `${group} ${JSON.stringify(carried)}`;
}

/** What stands against submitting a line with these answers, each pointing to its option. */
export function answerBlockers(answers: readonly Answer[], lineId: string): readonly Refusal[] {
  return answers.flatMap((answer) => answerBlocker(answer, lineId) ?? []);
}

function answerBlocker({ optionId, name, value, state }: Answer, lineId: string): Refusal | null {
  const at = { lineId, pointer: `/configuration/${optionId}` };
  switch (state) {
    case 'answered':
      return null;
    case 'missing':
      return { code: 'line.configuration_missing', ...at, detail: { option: name } };
    case 'gone':
      return { code: 'line.configuration_unknown', ...at, detail: { option: name, answer: value } };
    case 'too_long':
      return { code: 'line.configuration_too_long', ...at, detail: { option: name, length: textLength(value) } };
    case 'unpriced':
      return { code: 'line.no_price', ...at, detail: { option: name } };
  }
}
