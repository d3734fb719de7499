import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** One polite live region for the page. A trailing no-break space makes a repeated message count as new. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');
  const announce = useCallback<Announce>((next) => setMessage((last) => (last === next ? `${next}\u00a0` : next)), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="vh" role="status" aria-live="polite" data-announcer="">
        {message}
      </div>
    </AnnounceContext>
  );
}

/** Says something to those who listen, without moving anything on the screen. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
