// Which revision the page shows: the newest one, or an older one by "#r1" in the address, so that the way back is the browser's own.
import { useSyncExternalStore } from 'react';

export const revisionAddress = (revision: number) => `#r${revision}`;

const read = () => Number(/^#r(\d{1,9})$/.exec(location.hash)?.[1] ?? 0);

function follow(onChange: () => void) {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** The number in the address; 0: none. */
export const useAskedRevision = () => useSyncExternalStore(follow, read);
