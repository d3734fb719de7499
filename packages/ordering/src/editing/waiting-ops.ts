// Who waits for what becomes of an op: for as long as it takes, or no longer than until it cannot be sent now.
import type { Entrusted, Outcome } from './outcome.ts';

export type WaitingOps = ReturnType<typeof createWaitingOps>;

export function createWaitingOps() {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const impatient = new Map<string, () => void>();

  return {
    has: (id: string) => waiting.has(id),
    wait: (id: string, tell: (outcome: Outcome) => void) => void waiting.set(id, tell),
    waitBriefly(id: string, tell: (outcome: Entrusted) => void): void {
      waiting.set(id, tell);
      impatient.set(id, () => tell('kept'));
    },
    settle(id: string, outcome: Outcome): void {
      waiting.get(id)?.(outcome);
      waiting.delete(id);
      impatient.delete(id);
    },
    /** Nothing can be sent now. */
    sendAway(): void {
      for (const [id, goOn] of impatient) {
        waiting.delete(id);
        goOn();
      }
      impatient.clear();
    },
  };
}
