const keptDays = 30;

/** A company deleted after this moment can be restored. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000);
}
