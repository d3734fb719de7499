export type Sample = { readonly at: number; readonly rows: number };

/** How many of the last samples the rate is taken over: short enough to follow, long enough not to jump. */
const window = 12;

/** The samples with a new one. An answer that tells nothing new counts too: standing still is a rate. */
export function withSample(samples: readonly Sample[], next: Sample): readonly Sample[] {
  return [...samples, next].slice(-window);
}

/** Rows per second over the samples; null while there is only one moment. */
export function rateOf(samples: readonly Sample[]): number | null {
  const [first, last] = [samples.at(0), samples.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return null;
  return ((last.rows - first.rows) * 1000) / (last.at - first.at);
}

/** Seconds that the rest takes at this rate; null when nobody can say. */
export function secondsLeft(rate: number | null, rows: { readonly read: number; readonly total: number | null }): number | null {
  if (rate === null || rate <= 0 || rows.total === null) return null;
  return Math.ceil((rows.total - rows.read) / rate);
}
