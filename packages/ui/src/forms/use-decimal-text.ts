import { type FocusEvent, useRef, useState } from 'react';
import { type ParsedDecimal, parseDecimal } from '../format/parse-decimal.ts';
import { selectOnFocus } from './select-on-focus.ts';
import { useHeldForm } from './use-held-form.ts';

type DecimalText = {
  /** The value as a plain decimal string; null is empty. */
  value: string | null;
  locale: string;
  maxDecimals: number;
  /** How the value reads when nobody is typing. */
  format: (value: string) => string;
  /** How the value reads while it is edited, when that differs. */
  edit?: (value: string) => string;
  onValue: (value: string | null) => void;
  /** What was typed can be read as no figure: for whom the last that could be read has gone out already. */
  onUnreadable?: (() => void) | undefined;
  /** What such a figure cannot be, though it can be read: a weight below zero. */
  isImpossible?: (value: string) => boolean;
};

/**
 * Text of a figure field. What a person types stays as typed until they leave the field (so the caret never jumps and a
 * total that moves elsewhere never rewrites it); the value goes out at each readable keystroke; leaving shows it formatted.
 * While it cannot be read it stays as it is, and its form is not sent: the last good value would be saved in its place.
 */
export function useDecimalText({ value, locale, maxDecimals, format, edit, onValue, onUnreadable, isImpossible = () => false }: DecimalText) {
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const shown = value === null ? '' : format(value);
  const read = typed === null ? null : readText(typed);
  const problem = read?.ok === false ? read.reason : null;
  useHeldForm(input, problem !== null);

  function readText(text: string): ParsedDecimal {
    const parsed = parseDecimal(text, locale, maxDecimals);
    return parsed.ok && parsed.value !== null && isImpossible(parsed.value) ? { ok: false, reason: 'not_a_number' } : parsed;
  }

  function onTextChange(text: string) {
    setTyped(text);
    const parsed = readText(text);
    if (!parsed.ok) onUnreadable?.();
    else if (parsed.value !== value) onValue(parsed.value);
  }

  function onFocus({ currentTarget }: FocusEvent<HTMLInputElement>) {
    input.current = currentTarget;
    setTyped(problem !== null ? typed : value === null ? '' : (edit ?? format)(value));
    selectOnFocus(currentTarget);
  }

  function onBlur() {
    // An unreadable text stays to be mended; it is never silently replaced by the last good value.
    if (problem === null) setTyped(null);
  }

  return { text: typed ?? shown, problem, onTextChange, onFocus, onBlur, reset: () => setTyped(null) };
}
