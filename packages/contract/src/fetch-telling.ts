export type Sent = { readonly bytes: number; readonly of: number };

/** `fetch`, by a request that tells how much of its body is out: fetch itself tells nothing before the answer. */
export function fetchTelling(onSent: (sent: Sent) => void): typeof fetch {
  return (address, { method = 'GET', headers, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      const stopped = () => reject(new DOMException('The request was stopped.', 'AbortError'));
      if (signal?.aborted === true) return stopped();
      const request = new XMLHttpRequest();
      request.open(method, String(address));
      new Headers(headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.responseType = 'blob';
      request.upload.onprogress = ({ loaded, total }) => onSent({ bytes: loaded, of: total });
      request.onload = () => resolve(new Response(request.response as Blob, { status: request.status }));
      request.onerror = () => reject(new TypeError('The request did not arrive.'));
      request.onabort = stopped;
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(body as XMLHttpRequestBodyInit | null | undefined);
    });
}
