import type { SiteSession } from '@backdesk/contract/site/schema.ts';
import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { api } from './api.ts';

/** Whose site it is, and who is here. */
export function sessionQuery() {
  return queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => api.getSiteSession({}, { signal }), staleTime: 60_000 });
}

const SessionContext = createContext<SiteSession | null>(null);

export function SessionProvider({ session, children }: { session: SiteSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): SiteSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside the site');
  return session;
}

/** Somebody came in or went: what was read before was another's. */
export async function changeVisitor(queryClient: QueryClient, session?: SiteSession): Promise<void> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  if (session === undefined) await queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey });
  else queryClient.setQueryData(sessionQuery().queryKey, session);
}

export function useChangeVisitor(): (session?: SiteSession) => Promise<void> {
  const queryClient = useQueryClient();
  return (session) => changeVisitor(queryClient, session);
}
