const isUnstorable = (text: string) => text.includes('\u0000') || !text.isWellFormed();

/**
 * Where a value holds text that PostgreSQL cannot store (NUL) or that is no text at all (half a surrogate pair), as a
 * JSON pointer. Walks without recursion: a body may be nested as deep as it is long.
 */
export function findUnstorableText(value: unknown): string | undefined {
  const open: { readonly value: unknown; readonly at: string }[] = [{ value, at: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: item, at } = next;
    if (typeof item === 'string' && isUnstorable(item)) return at;
    if (typeof item !== 'object' || item === null) continue;
    for (const [key, inner] of Object.entries(item)) {
      if (isUnstorable(key)) return at;
      open.push({ value: inner, at: `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` });
    }
  }
  return undefined;
}
