import { type FocusEvent, useState } from 'react';
import { type ParsedDecimal, parseDecimal } from '../format/parse-decimal.ts';

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
  onProblem?: ((reason: Extract<ParsedDecimal, { ok: false }>['reason'] | null) => void) | undefined;
};

/**
 * Text of a figure field. What a person types stays as typed until they leave the field (so the caret never jumps and a
 * total that moves elsewhere never rewrites it); the value goes out at each readable keystroke; leaving shows it formatted.
 */
export function useDecimalText({ value, locale, maxDecimals, format, edit, onValue, onProblem }: DecimalText) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? '' : format(value);

  function onTextChange(text: string) {
    setTyped(text);
    const parsed = parseDecimal(text, locale, maxDecimals);
    onProblem?.(parsed.ok ? null : parsed.reason);
    if (parsed.ok && parsed.value !== value) onValue(parsed.value);
  }

  function onFocus(event: FocusEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    setTyped(value === null ? '' : (edit ?? format)(value));
    input.select();
    // Again in the next frame, since letting go of the pointer undoes the selection; but never under what was typed meanwhile.
    const before = value === null ? '' : (edit ?? format)(value);
    requestAnimationFrame(() => {
      if (input.ownerDocument.activeElement === input && input.value === before) input.select();
    });
  }

  function onBlur() {
    const parsed = typed === null ? null : parseDecimal(typed, locale, maxDecimals);
    // An unreadable text stays to be mended; it is never silently replaced by the last good value.
    if (parsed?.ok !== false) setTyped(null);
  }

  return { text: typed ?? shown, onTextChange, onFocus, onBlur, reset: () => setTyped(null) };
}
