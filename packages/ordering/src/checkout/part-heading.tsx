import type { ReactNode } from 'react';
import { useCheckout } from './checkout-face.ts';

/** The heading of a part of a step: one level below the step's own. */
export function PartHeading({ children }: { children: ReactNode }) {
  const { level } = useCheckout();
  return level === 1 ? <h2>{children}</h2> : <h3>{children}</h3>;
}
