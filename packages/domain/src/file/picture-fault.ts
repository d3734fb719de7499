// Why a picture was not brought from its address, and whether it is worth trying again. Server and desk name these alike.

/** `unreachable`: no answer, or none that is of use now; `not_public`: inside a private network; `not_there`: the address has none. */
export const pictureFaults = ['unreachable', 'not_public', 'redirected', 'not_there', 'too_large', 'no_picture'] as const;
export type PictureFault = (typeof pictureFaults)[number];

/** Seconds until it is tried again, after so many tries; null: it is given up. Only what does not answer can be there later. */
export function secondsUntilNext(fault: PictureFault, tries: number): number | null {
  const waits = [300, 3_600, 43_200];
  return fault === 'unreachable' ? (waits[tries - 1] ?? null) : null;
}
