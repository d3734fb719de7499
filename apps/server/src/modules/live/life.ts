/** How long a sign of life is good for. */
const presenceMs = 15_000;

/** Since when somebody must have been seen to be there at `now`. */
export const seenSince = (now: Date): Date => new Date(now.getTime() - presenceMs);
