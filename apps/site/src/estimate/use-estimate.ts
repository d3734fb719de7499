import { ApiProblem, createClient } from '@backdesk/contract/client.ts';
import { estimateRoutes } from '@backdesk/contract/estimate/routes.ts';
import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { useCallback, useEffect, useState } from 'react';

export const api = createClient(estimateRoutes);

export type EstimateState =
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly estimate: EstimatePage }
  /** gone: deleted by the shop; revoked: the shop ended this link; unknown: a broken or crossed link; unreachable: no answer, may be tried again. */
  | { readonly state: 'gone' | 'revoked' | 'unknown' | 'unreachable' };

function failureOf(error: unknown): EstimateState {
  if (!(error instanceof ApiProblem)) return { state: 'unreachable' };
  if (error.problem.status === 410) return { state: error.problem.detail?.why === 'revoked' ? 'revoked' : 'gone' };
  return error.problem.status >= 500 || error.problem.status === 429 ? { state: 'unreachable' } : { state: 'unknown' };
}

/** Reads the estimate behind a link; `retry` asks once more, `refresh` too but leaves what is shown until the answer is there. */
export function useEstimate(token: string): EstimateState & { readonly retry: () => void; readonly refresh: () => Promise<void> } {
  const [result, setResult] = useState<EstimateState>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks again
  useEffect(() => {
    const ending = new AbortController();
    setResult({ state: 'loading' });
    api
      .getEstimatePage({ params: { token } }, { signal: ending.signal })
      .then((estimate) => setResult({ state: 'shown', estimate }))
      .catch((error: unknown) => {
        if (!ending.signal.aborted) setResult(failureOf(error));
      });
    return () => ending.abort();
  }, [token, attempt]);
  const retry = useCallback(() => setAttempt((value) => value + 1), []);
  const refresh = useCallback(async () => {
    const read = await api
      .getEstimatePage({ params: { token } })
      .then((estimate): EstimateState => ({ state: 'shown', estimate }))
      .catch((error: unknown) => {
        const failure = failureOf(error);
        // What is shown stays while the shop cannot be reached.
        if (failure.state === 'unreachable') throw error;
        return failure;
      });
    setResult(read);
  }, [token]);
  return { ...result, retry, refresh };
}
