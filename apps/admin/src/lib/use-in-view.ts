import { useCallback, useState } from 'react';

/** Whether an element is in view, so that what only stands in it is not asked for before. Where nothing can tell, it is. */
export function useInView(): { readonly ref: (element: Element | null) => (() => void) | undefined; readonly isInView: boolean } {
  const [isInView, setInView] = useState(typeof IntersectionObserver === 'undefined');
  const ref = useCallback((element: Element | null) => {
    if (element === null || typeof IntersectionObserver === 'undefined') return;
    const watching = new IntersectionObserver((seen) => setInView(seen.at(-1)?.isIntersecting ?? false));
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  return { ref, isInView };
}
