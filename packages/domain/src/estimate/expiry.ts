// An estimate is valid through the last second of its day; `expiresAt` names that second, and all of it still counts.

/** Whether that last second is over. */
export function hasExpired(expiresAt: string | Date, now: Date): boolean {
  return now.getTime() >= new Date(expiresAt).getTime() + 1000;
}
