import type { Way } from '@backdesk/ui/data/use-way-keys.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useState } from 'react';
import type { Outcome } from '../editing/outcome.ts';
import { problemText } from '../lines/problem-text.ts';
import { useCheckout } from './checkout-face.ts';
import { type StepName, stepNames } from './step-name.ts';

/** To the next step, or to the end: what is empty after this step is filled in as usual. */
export type StepWay = Way;

/** Saving a step and going on from it: to the next step, or out of checkout by one of the face's ways. What was entered is kept in each case. */
export function useStepWays(step: StepName, save: () => Promise<Outcome | null>) {
  const { goTo, straightOn, words } = useCheckout();
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function saved(isLeaving: boolean): Promise<boolean> {
    setBusy(true);
    setFailed(null);
    const outcome = await save();
    setBusy(false);
    // null: nothing to save, or the form says itself what is missing. Leaving goes on with what is there.
    return outcome === null ? isLeaving : stands(outcome);
  }

  function stands(outcome: Outcome): boolean {
    if (outcome.ok) return true;
    setFailed(outcome.problem === null ? words.unreachable() : problemText(outcome.problem, format.number));
    return false;
  }

  return {
    isBusy,
    failed,
    /** Tells what is refused of a change that is saved as it is made. */
    watch: async (sent: Promise<Outcome>) => {
      setFailed(null);
      stands(await sent);
    },
    go: async (way: StepWay, isComplete: boolean) => {
      if (!(await saved(isComplete)) || !isComplete) return;
      if (way === 'next' || straightOn === null) return goTo(stepNames[stepNames.indexOf(step) + 1] ?? 'finalize');
      setBusy(true);
      const outcome = await straightOn();
      setBusy(false);
      if (outcome !== 'kept') stands(outcome);
    },
    leave: async (then: () => void) => {
      if (await saved(true)) then();
    },
  };
}
