// What a product may ask: the faults of its options as somebody defines them, each with where it stands.
import { longestPattern, parsePattern } from '../core/pattern.ts';
import { millionths } from '../money/rational.ts';
import { type ConfigurationOption, type OptionUpcharge, ticked } from './configuration-options.ts';

export type DefinitionFault = { readonly pointer: string; readonly message: string };

/** The first fault of each option, by its place: "/options/2/pattern". Names and ids are looked at where they are stored. */
export function definitionFaults(options: readonly ConfigurationOption[]): readonly DefinitionFault[] {
  return options.flatMap((option, at) => {
    const fault = kindFault(option) ?? conditionFault(option, options.slice(0, at)) ?? upchargeFault(option);
    return fault === null ? [] : [{ ...fault, pointer: `/options/${at}${fault.pointer}` }];
  });
}

function kindFault(option: ConfigurationOption): DefinitionFault | null {
  if (option.kind === 'text' && option.pattern !== '' && parsePattern(option.pattern) === null) {
    return {
      pointer: '/pattern',
      message: `must be a pattern of at most ${longestPattern} characters, like [A-Z]{2}-\\d{4}; no references back, no looking around, no lazy repeats`,
    };
  }
  if (option.kind !== 'number') return null;
  const { minimum, maximum, step } = option;
  if (minimum !== null && maximum !== null && millionths(maximum) < millionths(minimum)) return { pointer: '/maximum', message: 'must not be below the least' };
  return step !== null && millionths(step) <= 0n ? { pointer: '/step', message: 'must be above 0' } : null;
}

/** Of an option before it, so that what is asked never depends on what comes later. */
function conditionFault({ onlyWhen }: ConfigurationOption, before: readonly ConfigurationOption[]): DefinitionFault | null {
  if (onlyWhen === null) return null;
  const option = before.find(({ id }) => id === onlyWhen.optionId);
  if (option === undefined) return { pointer: '/onlyWhen/optionId', message: 'must be an option before this one' };
  if (option.kind === 'checkbox') return onlyWhen.value === ticked ? null : { pointer: '/onlyWhen/value', message: `must be ${ticked}` };
  if (option.kind !== 'choice') return { pointer: '/onlyWhen/optionId', message: 'must be a choice or a checkbox' };
  return option.values.some(({ id }) => id === onlyWhen.value) ? null : { pointer: '/onlyWhen/value', message: 'must be a value of that option' };
}

function upchargeFault(option: ConfigurationOption): DefinitionFault | null {
  const places: readonly (readonly [string, OptionUpcharge])[] =
    option.kind === 'choice' ? option.values.map((value, at) => [`/values/${at}`, value]) : [['', option]];
  for (const [pointer, { breaks }] of places) {
    const at = breaks.findIndex(({ quantity }, index) => quantity <= (breaks[index - 1]?.quantity ?? 1));
    if (at >= 0) return { pointer: `${pointer}/breaks/${at}/quantity`, message: 'must be above 1 and above the quantity before it' };
  }
  return null;
}
