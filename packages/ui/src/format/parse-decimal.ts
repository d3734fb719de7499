import { separatorsOf } from './separators.ts';

export type ParsedDecimal =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly reason: 'not_a_number' | 'too_many_decimals' };

/**
 * Reads a number as people type and paste it: "1,234.50", "1.234,50", "1 234,50", "$1,234", "(12.00)", "1'234.50".
 * With both separators present the last is the decimal one. With one that stands once, the locale's decimal separator
 * decides; the locale's group separator counts as grouping only before exactly three digits. An empty text is null.
 * The answer is a plain decimal string with a point, without leading or grouping marks. More decimals than `maxDecimals`
 * is refused, never rounded: nobody's money is changed while they type.
 */
export function parseDecimal(text: string, locale: string, maxDecimals: number): ParsedDecimal {
  const compact = toLatinDigits(text.normalize('NFKC')).replace(/[\s'’]/g, '');
  if (compact === '') return { ok: true, value: null };
  const bare = compact.replace(/\p{Sc}|^[A-Za-z]{3}(?=[-\d])|(?<=\d)[A-Za-z]{3}$/gu, '');
  const bracketed = /^\((.*)\)$/.exec(bare);
  const signed = (bracketed?.[1] ?? bare).replace(/^[\u2212–]/, '-').replace(/^\+/, '');
  const negative = signed.startsWith('-') || bracketed !== null;
  const body = signed.replace(/^-/, '');
  if (!/^[\d.,]+$/.test(body) || !/\d/.test(body)) return { ok: false, reason: 'not_a_number' };
  const cut = decimalMarkAt(body, locale);
  if (cut === 'unreadable') return { ok: false, reason: 'not_a_number' };
  const whole = (cut === null ? body : body.slice(0, cut)).replace(/[.,]/g, '');
  const fraction = (cut === null ? '' : body.slice(cut + 1)).replace(/0+$/, '');
  if (fraction.length > maxDecimals) return { ok: false, reason: 'too_many_decimals' };
  const plain = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = fraction === '' ? plain : `${plain}.${fraction}`;
  return { ok: true, value: negative && value !== '0' ? `-${value}` : value };
}

/** Where the decimal mark stands, null when all marks group digits. */
function decimalMarkAt(body: string, locale: string): number | null | 'unreadable' {
  const dot = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (dot < 0 && comma < 0) return null;
  const last = Math.max(dot, comma);
  const mark = body.charAt(last);
  const marks = body.split(mark).length - 1;
  if (dot >= 0 && comma >= 0) return marks === 1 ? last : 'unreadable';
  const groups = /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(body);
  if (marks > 1) return groups ? null : 'unreadable';
  const isGroupMark = separatorsOf(locale).group === mark;
  return isGroupMark && groups && !body.startsWith('0') ? null : last;
}

/** Arabic-Indic digits and marks, as ours. */
function toLatinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
}
