// Says that somebody has the order open and in which line they are: every five seconds while somebody else is there to see it.
// Who is alone says nothing, and answers as soon as somebody comes.

/** How a face tells the server; nobody is told that it failed. */
export type PresenceWays = {
  readonly show: (lineId: string | null) => Promise<unknown>;
  readonly leave: () => Promise<unknown>;
};

type PresenceOptions = {
  readonly tabId: string;
  /** Says that it is here after so long, if it was not heard to be by then: the stream may have said it. */
  readonly joinMs?: number;
  /** Whoever comes must see it at once, whether or not our stream hears of them: a customer who is about to order. */
  readonly isAlwaysSaid?: boolean;
};

export type ShownPresence = {
  /** Who is there by now, by their tabs. */
  readonly hear: (tabIds: readonly string[]) => void;
  readonly end: () => void;
};

const againMs = 5_000;
/** Who runs through lines with an arrow is not told of at each. */
const restMs = 150;
/** So long the server takes somebody to be there. */
const lifeMs = 15_000;

/** The line of an element is told by `data-line`, of it or around it. */
const lineOf = (target: EventTarget | null) => (target instanceof Element ? (target.closest<HTMLElement>('[data-line]')?.dataset.line ?? null) : null);

const isLooked = () => document.visibilityState === 'visible';

export function showPresence(ways: PresenceWays, { tabId, joinMs = 0, isAlwaysSaid = false }: PresenceOptions): ShownPresence {
  let lineId: string | null = lineOf(document.activeElement);
  let isAlone = true;
  /** Until when the server takes us to be here. */
  let knownUntil = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function say(): void {
    if (!isLooked()) return;
    knownUntil = Date.now() + lifeMs;
    // Nobody is told that it failed: what is lost is a picture of a colleague.
    ways.show(lineId).catch(() => undefined);
  }
  function leave(): void {
    clearTimeout(joining);
    if (isAlone && Date.now() > knownUntil) return;
    knownUntil = 0;
    ways.leave().catch(() => undefined);
  }
  const moved = ({ target }: Event): void => {
    const next = lineOf(target);
    if (next === lineId) return;
    lineId = next;
    clearTimeout(rest);
    if (!isAlone) rest = setTimeout(say, restMs);
  };
  const looked = (): void => (isLooked() ? say() : leave());
  const joining = setTimeout(() => {
    if (Date.now() > knownUntil) say();
  }, joinMs);
  const again = setInterval(() => {
    if (!isAlone || isAlwaysSaid) say();
  }, againMs);
  document.addEventListener('focusin', moved);
  document.addEventListener('visibilitychange', looked);
  window.addEventListener('pagehide', leave);
  return {
    hear: (tabIds) => {
      if (tabIds.includes(tabId)) knownUntil = Math.max(knownUntil, Date.now() + lifeMs);
      const wasAlone = isAlone;
      isAlone = tabIds.every((other) => other === tabId);
      if (wasAlone && !isAlone) say();
    },
    end: () => {
      document.removeEventListener('focusin', moved);
      document.removeEventListener('visibilitychange', looked);
      window.removeEventListener('pagehide', leave);
      clearInterval(again);
      clearTimeout(rest);
      leave();
    },
  };
}
