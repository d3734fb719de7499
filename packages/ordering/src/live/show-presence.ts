// Says every five seconds, while the tab is looked at, that somebody has the order open and in which line they are.

/** How a face tells the server; nobody is told that it failed. */
export type PresenceWays = {
  readonly show: (lineId: string | null) => Promise<unknown>;
  readonly leave: () => Promise<unknown>;
};

const againMs = 5_000;
/** Who runs through lines with an arrow is not told of at each. */
const restMs = 150;

/** The line of an element is told by `data-line`, of it or around it. */
const lineOf = (target: EventTarget | null) => (target instanceof Element ? (target.closest<HTMLElement>('[data-line]')?.dataset.line ?? null) : null);

export function showPresence(ways: PresenceWays): () => void {
  let lineId: string | null = lineOf(document.activeElement);
  let rest: ReturnType<typeof setTimeout> | undefined;
  const say = (): void => {
    // Nobody is told that it failed: what is lost is a picture of a colleague.
    if (document.visibilityState === 'visible') ways.show(lineId).catch(() => undefined);
  };
  const moved = ({ target }: Event): void => {
    const next = lineOf(target);
    if (next === lineId) return;
    lineId = next;
    clearTimeout(rest);
    rest = setTimeout(say, restMs);
  };
  const leave = (): void => void ways.leave().catch(() => undefined);
  const looked = (): void => (document.visibilityState === 'visible' ? say() : leave());
  document.addEventListener('focusin', moved);
  document.addEventListener('visibilitychange', looked);
  window.addEventListener('pagehide', leave);
  const again = setInterval(say, againMs);
  say();
  return () => {
    document.removeEventListener('focusin', moved);
    document.removeEventListener('visibilitychange', looked);
    window.removeEventListener('pagehide', leave);
    clearInterval(again);
    clearTimeout(rest);
    leave();
  };
}
