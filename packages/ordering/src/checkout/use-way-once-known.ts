import { useEffect, useState } from 'react';
import type { StepWay } from './use-step-ways.ts';

/** Goes on from a form; where what it starts with is still on its way, as soon as that is there. */
export function useWayOnceKnown(isLooking: boolean, go: (way: StepWay) => void) {
  const [asked, setAsked] = useState<StepWay | null>(null);
  useEffect(() => {
    if (asked === null || isLooking) return;
    setAsked(null);
    go(asked);
  }, [asked, isLooking, go]);
  return { isWaiting: asked !== null, go: (way: StepWay) => (isLooking ? setAsked(way) : go(way)) };
}
