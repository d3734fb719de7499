const keptDays = 30;

/** Who was deleted after this moment can be restored. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - keptDays * 24 * 3600 * 1000);
}
