// A screen by itself: its providers, and a server that answers by method and path with what the test says.
import type { Session } from '@backdesk/contract/session/schema.ts';
import { permissions } from '@backdesk/domain/staff/permissions.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { SessionProvider } from '../src/lib/session.tsx';

// A machine that is busy with other tests takes its time to draw.
configure({ asyncUtilTimeout: 15_000 });

export type Asked = { readonly method: string; readonly path: string; readonly body: unknown };
export type Answer = { readonly status?: number; readonly body: unknown };

/** Answers every request by `answer`, and remembers what was asked. Undo it by `vi.unstubAllGlobals`. */
export function answering(answer: (asked: Asked) => Answer): readonly Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    const { pathname, search } = new URL(String(input), 'http://desk');
    const request = { method: init?.method ?? 'GET', path: `${pathname}${search}`, body: typeof init?.body === 'string' ? JSON.parse(init.body) : null };
    asked.push(request);
    const { status = 200, body } = answer(request);
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  vi.stubGlobal('XMLHttpRequest', AnsweredRequest);
  return asked;
}

/** A request that is answered as fetch is, when all of its body is out. */
class AnsweredRequest {
  readonly upload: { onprogress?: (sent: { readonly loaded: number; readonly total: number }) => void } = {};
  onload?: () => void;
  status = 0;
  response: unknown;
  #asked: readonly [string, RequestInit] = ['', {}];

  open(method: string, address: string): void {
    this.#asked = [address, { method }];
  }

  setRequestHeader(): void {}

  /** Of what is answered already, nothing. */
  abort(): void {}

  async send(body: Blob): Promise<void> {
    this.upload.onprogress?.({ loaded: body.size, total: body.size });
    const answer = await fetch(...this.#asked);
    [this.status, this.response] = [answer.status, await answer.text()];
    this.onload?.();
  }
}

const session: Session = {
  staff: { id: 'me', name: 'Jonas Berg', email: 'jonas@shop.example' },
  account: {
    id: '01900000-0000-7000-8000-0000000000f0',
    name: 'Ridgeline Print',
    locale: 'en-US',
    timeZone: 'America/New_York',
    currency: 'USD',
    country: 'US',
    priceMode: 'tax_excluded',
    paper: 'letter',
    accent: '#0d5c68',
  },
  roles: ['owner'],
  permissions: [...permissions],
  secondFactor: { isOn: false, isRequired: false },
};

// jsdom has no modal dialogs; that a browser opens them is the journeys' to see.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

export function renderScreen(screen: ReactNode, may: Session['permissions'] = session.permissions) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <SessionProvider session={{ ...session, permissions: may }}>{screen}</SessionProvider>
    </QueryClientProvider>,
  );
}
