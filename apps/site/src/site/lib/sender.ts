type Send = (path: string, init: RequestInit) => Promise<Response>;

let send: Send = (path, init) => fetch(path, init);

/** How requests go out: as the browser sends them, or, where the server draws a page ahead, by its own door. */
export const sender = (path: RequestInfo | URL, init: RequestInit = {}) => send(String(path), init);

export function sendBy(other: Send): void {
  send = other;
}
