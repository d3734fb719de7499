import { invalidField } from '../modules/problem.ts';

type Kind = 'uuid' | 'text' | 'time' | 'integer';
type Values<Kinds extends readonly Kind[]> = { readonly [Index in keyof Kinds]: string };

/** The place where a page ended, as callers hold it: the sort values of its last row. Not to be read by them, nor secret. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const checks: Readonly<Record<Kind, (text: string) => boolean>> = {
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  text: (text) => text.isWellFormed() && !text.includes('\u0000'),
  time: (text) => /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  integer: (text) => /^-?\d{1,15}$/.test(text),
};

/** Reads a cursor of exactly these kinds. A made-up one is refused as a field error, it never reaches a query. */
export function decodeCursor<const Kinds extends readonly Kind[]>(cursor: string, kinds: Kinds): Values<Kinds> {
  const values = parse(cursor);
  const fits =
    Array.isArray(values) && values.length === kinds.length && kinds.every((kind, index) => typeof values[index] === 'string' && checks[kind](values[index]));
  if (!fits) throw invalidField('/cursor', 'must be the nextCursor of the page before');
  return values as Values<Kinds>;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
