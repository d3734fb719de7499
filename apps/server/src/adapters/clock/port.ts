/** What time it is. A port, so that tests can move it; nothing else reads the system's clock for a business date. */
export interface Clock {
  readonly now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };
