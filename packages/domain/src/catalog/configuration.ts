// The customer's choices on a line beyond the variant: what is asked, what may be answered, and what the answers say and add. One set of
// rules for desk, site and server. Decision records 0015 and 0021.
import type { Refusal } from '../core/refusal.ts';
import type { FileFacts } from '../file/kinds.ts';
import type { CurrencyCode } from '../money/money.ts';
import { millionths } from '../money/rational.ts';
import type { Upcharge } from '../pricing/types.ts';
import { answerFault, faultRefusal, normalNumber, textLength } from './check-answer.ts';
import { type Answer, type Configuration, type ConfigurationOption, type OptionUpcharge, ticked } from './configuration-options.ts';

/** Answers trimmed, empty ones left out, by id: equal configurations are equal JSON. */
export function normalConfiguration(configuration: Configuration): Configuration {
  const entries = Object.entries(configuration).map(([id, answer]): readonly [string, string] => [id, answer.trim()]);
  return Object.fromEntries(entries.filter(([, answer]) => answer !== '').toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** One text for equal configurations, to merge lines by (cases, policy 10). */
export function configurationKey(configuration: Configuration): string {
  return JSON.stringify(Object.entries(normalConfiguration(configuration)));
}

/** The options that are asked with these answers: those whose condition holds, and whose own question is asked. */
export function askedOptions(options: readonly ConfigurationOption[], configuration: Configuration): readonly ConfigurationOption[] {
  const given = normalConfiguration(configuration);
  const asked = new Set<string>();
  return options.filter(({ id, onlyWhen }) => {
    if (onlyWhen !== null && !(asked.has(onlyWhen.optionId) && given[onlyWhen.optionId] === onlyWhen.value)) return false;
    asked.add(id);
    return true;
  });
}

/** The answers as a line keeps them: normal, numbers in one writing, without those to options that are not asked with the others. */
export function enteredConfiguration(options: readonly ConfigurationOption[], configuration: Configuration): Configuration {
  const given = normalConfiguration(configuration);
  const asked = new Set(askedOptions(options, given));
  const dropped = new Set(options.filter((option) => !asked.has(option)).map(({ id }) => id));
  const numbers = new Set(options.filter(({ kind }) => kind === 'number').map(({ id }) => id));
  const kept = Object.entries(given).filter(([id]) => !dropped.has(id));
  return Object.fromEntries(kept.map(([id, answer]) => [id, numbers.has(id) ? normalNumber(answer) : answer]));
}

/** The ids of files that the answers name. */
export function namedFiles(options: readonly ConfigurationOption[], configuration: Configuration): readonly string[] {
  return options.flatMap(({ id, kind }) => (kind === 'file' ? (configuration[id] ?? []) : []));
}

/**
 * What cannot be entered: an option that this product does not ask for, a value it does not offer, and what an option does not take. A
 * required option without an answer is no refusal here: the line can be saved, and says what it still lacks.
 */
export function checkConfiguration(
  options: readonly ConfigurationOption[],
  configuration: Configuration,
  files: readonly FileFacts[] = [],
): readonly Refusal[] {
  const offered = new Map(options.filter((option) => !option.removed).map((option) => [option.id, option]));
  return Object.entries(enteredConfiguration(options, configuration)).flatMap(([id, answer]): readonly Refusal[] => {
    const pointer = `/configuration/${id}`;
    const option = offered.get(id);
    if (option === undefined) return [{ code: 'line.configuration_unknown', pointer, detail: { option: '', answer } }];
    const fault = answerFault(option, answer, files);
    return fault === null ? [] : [{ ...faultRefusal(option, answer, fault), pointer }];
  });
}

/** The required options without an answer, in the order in which they are asked. */
export function missingOptions(options: readonly ConfigurationOption[], configuration: Configuration): readonly ConfigurationOption[] {
  const given = normalConfiguration(configuration);
  return askedOptions(options, given).filter((option) => option.required && !option.removed && given[option.id] === undefined);
}

export type Configured = {
  /** In the order in which they are asked; without an answer only what is required. */
  readonly answers: readonly Answer[];
  readonly upcharges: readonly Upcharge[];
};

/**
 * What a configuration says and adds. `currency` is the order's: an upcharge in another one is not converted, the answer is then
 * `unpriced`. An answer that is gone keeps what it added until somebody chooses again. `files`: what is known of those it names.
 */
export function configure(
  options: readonly ConfigurationOption[],
  configuration: Configuration,
  currency: CurrencyCode,
  files: readonly FileFacts[] = [],
): Configured {
  const given = normalConfiguration(configuration);
  const answers: Answer[] = [];
  const upcharges: Upcharge[] = [];
  for (const option of askedOptions(options, given)) {
    const entered = given[option.id];
    if (entered === undefined) {
      if (option.required && !option.removed) answers.push({ optionId: option.id, name: option.name, value: '', state: 'missing' });
      continue;
    }
    const { upcharge, ...says } = answerOf(option, entered, files);
    const isPriced = upcharge === null || upcharge.currency === currency || !addsMoney(upcharge);
    const answer = { optionId: option.id, name: option.name, ...says };
    answers.push(isPriced ? answer : { ...answer, state: 'unpriced' });
    if (upcharge === null || !isPriced || !(addsMoney(upcharge) || upcharge.ppm !== 0)) continue;
    upcharges.push(lineUpcharge(option.kind === 'choice' ? `${option.name}: ${says.value}` : option.name, upcharge));
  }
  return { answers, upcharges };
}

/** Without what adds nothing: most lines are of plain upcharges, and documents hold thousands of them. */
function lineUpcharge(label: string, { perPiece, perLine, ppm, breaks }: OptionUpcharge): Upcharge {
  return { label, perPiece, perLine, ...(ppm !== 0 && { ppm }), ...(breaks.length > 0 && { breaks }) };
}

type Read = Pick<Answer, 'value' | 'state' | 'reason' | 'file'> & { readonly upcharge: OptionUpcharge | null };

function answerOf(option: ConfigurationOption, entered: string, files: readonly FileFacts[]): Read {
  const fault = answerFault(option, entered, files);
  if (option.kind === 'choice') {
    const value = option.values.find((offered) => offered.id === entered);
    if (value === undefined) return { value: entered, upcharge: null, state: 'gone' };
    return { value: value.name, upcharge: value, state: option.removed || fault !== null ? 'gone' : 'answered' };
  }
  const file = option.kind === 'file' ? files.find(({ id }) => id === entered) : undefined;
  const value = option.kind === 'checkbox' ? (entered === ticked ? 'Yes' : entered) : (file?.name ?? entered);
  return { value, ...(file !== undefined && { file }), upcharge: option, ...stateOf(option, fault) };
}

function stateOf({ removed }: ConfigurationOption, fault: ReturnType<typeof answerFault>): Pick<Answer, 'state' | 'reason'> {
  if (removed || fault === 'unknown') return { state: 'gone' };
  if (fault === null || fault === 'too_long') return { state: fault ?? 'answered' };
  return { state: 'invalid', reason: fault };
}

function addsMoney({ perPiece, perLine, breaks }: OptionUpcharge): boolean {
  return perLine !== 0 || millionths(perPiece) !== 0n || breaks.length > 0;
}

/**
 * The break group of a configured line: that of the product, told apart by the answers that carry breaks. null stays null: the product
 * groups nothing.
 */
export function configuredBreakGroup(group: string | null, options: readonly ConfigurationOption[], configuration: Configuration): string | null {
  if (group === null) return null;
  const given = normalConfiguration(configuration);
  const carried = askedOptions(options, given).flatMap(({ id, carriesBreaks }) => (carriesBreaks && given[id] !== undefined ? [[id, given[id]]] : []));
  return carried.length === 0 ? group : `${group} ${JSON.stringify(carried)}`;
}

/** What stands against submitting a line with these answers, each pointing to its option. */
export function answerBlockers(answers: readonly Answer[], lineId: string): readonly Refusal[] {
  return answers.flatMap((answer) => answerBlocker(answer, lineId) ?? []);
}

function answerBlocker({ optionId, name, value, state, reason }: Answer, lineId: string): Refusal | null {
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
    case 'invalid':
      return { code: 'line.configuration_invalid', ...at, detail: { option: name, answer: value, reason: reason ?? null } };
    case 'unpriced':
      return { code: 'line.no_price', ...at, detail: { option: name } };
  }
}
