import type { Clock } from '../../src/adapters/clock/port.ts';

/** A clock that stands still until it is moved. */
export type FakeClock = Clock & {
  readonly set: (time: string) => void;
  readonly advance: (by: { readonly days?: number; readonly minutes?: number; readonly seconds?: number }) => void;
};

export function createFakeClock(start = '2026-11-23T09:00:00Z'): FakeClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (time) => {
      at = new Date(time).getTime();
    },
    advance: ({ days = 0, minutes = 0, seconds = 0 }) => {
      at += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}
