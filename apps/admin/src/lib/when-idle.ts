/** Does it when the browser has nothing better to do (Safari: a moment later). The answer calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(act, { timeout: 2_000 });
  return () => cancelIdleCallback(waiting);
}
