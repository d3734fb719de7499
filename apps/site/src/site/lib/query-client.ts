import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, mayPass } from './problem.ts';

/** One cache for the site. `onSignedOut` runs when an answer says that this needs a sign-in. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (count, error) => count < 2 && mayPass(error), networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
