// Whether an answer is one that its option takes. The same for who types it, who sends it and who reads it again.
import { isDay } from '../core/is-day.ts';
import { matchesPattern, parsePattern } from '../core/pattern.ts';
import type { Refusal } from '../core/refusal.ts';
import { type FileFacts, fileFault, fileKinds } from '../file/kinds.ts';
import { decimalOfMillionths, millionths } from '../money/rational.ts';
import type { ConfigurationOption, InvalidReason, NumberOption } from './configuration-options.ts';
import { ticked } from './configuration-options.ts';

/** `unknown`: a value, or a file, that the option does not offer. */
export type AnswerFault = 'unknown' | 'too_long' | InvalidReason;

/** Characters as people count them: an emoji is one. */
export function textLength(text: string): number {
  return [...text].length;
}

/** What is wrong with an answer (trimmed, not empty), or null. `files`: what is known of those it may name. */
export function answerFault(option: ConfigurationOption, answer: string, files: readonly FileFacts[]): AnswerFault | null {
  switch (option.kind) {
    case 'choice':
      return option.values.some((value) => value.id === answer && !value.removed) ? null : 'unknown';
    case 'text':
      if (textLength(answer) > option.maxLength) return 'too_long';
      return option.pattern === '' || fits(option.pattern, answer) ? null : 'pattern';
    case 'number':
      return numberFault(option, answer);
    case 'date':
      return isDay(answer) ? null : 'date';
    case 'checkbox':
      return answer === ticked ? null : 'unknown';
    case 'file': {
      const file = files.find(({ id }) => id === answer);
      if (file === undefined) return 'file';
      const fault = fileFault(file, option);
      return fault === null ? null : `file_${fault}`;
    }
  }
}

/** A pattern that cannot be read (of a later version) keeps nobody from ordering. */
function fits(source: string, text: string): boolean {
  const pattern = parsePattern(source);
  return pattern === null || matchesPattern(pattern, text);
}

const numberPattern = /^-?\d{1,9}(\.\d{1,6})?$/;

/** A number as it is kept: "05.50" is "5.5". What is no number stays as it was typed. */
export function normalNumber(answer: string): string {
  return numberPattern.test(answer) ? decimalOfMillionths(millionths(answer)) : answer;
}

function numberFault({ minimum, maximum, step }: NumberOption, answer: string): AnswerFault | null {
  if (!numberPattern.test(answer)) return 'number';
  const value = millionths(answer);
  if (minimum !== null && value < millionths(minimum)) return 'minimum';
  if (maximum !== null && value > millionths(maximum)) return 'maximum';
  return step !== null && (value - millionths(minimum ?? '0')) % millionths(step) !== 0n ? 'step' : null;
}

/** The refusal of a fault, with what the person needs to put it right. */
export function faultRefusal(option: ConfigurationOption, answer: string, fault: AnswerFault): Refusal {
  if (fault === 'unknown') return { code: 'line.configuration_unknown', detail: { option: option.name, answer } };
  if (fault === 'too_long') {
    const maximum = option.kind === 'text' ? option.maxLength : 0;
    return { code: 'line.configuration_too_long', detail: { option: option.name, maximum, length: textLength(answer) } };
  }
  return { code: 'line.configuration_invalid', detail: { option: option.name, reason: fault, ...boundOf(option, fault) } };
}

function boundOf(option: ConfigurationOption, fault: InvalidReason): Readonly<Record<string, string | number | null>> {
  if (option.kind === 'number' && (fault === 'minimum' || fault === 'maximum' || fault === 'step')) return { [fault]: option[fault] };
  if (option.kind === 'file' && fault === 'file_kind') return { kinds: option.kinds.map((kind) => fileKinds[kind].label).join(', ') };
  if (option.kind === 'file' && fault === 'file_size') return { largestBytes: option.largestBytes };
  return {};
}
