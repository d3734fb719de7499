import type { EstimateLink } from '@backdesk/contract/estimate/link-routes.ts';
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { anOrder, orderId } from '../../../test/fake-desk.ts';
import { EstimateLinksDialog } from './estimate-links-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const dana = '01900000-0000-7000-8000-0000000000d1';
const copied = '01900000-0000-7000-8000-0000000000d2';
const unused = { createdAt: '2026-11-23T09:00:00.000Z', revokedAt: null, revokedBy: null, endedCount: 0, lastViewedAt: null, lastViewedRevision: null };

function open() {
  const links = new Map<string, EstimateLink>([
    [dana, { ...unused, id: dana, kind: 'person', recipient: 'dana@acme.example', viewCount: 0 }],
    [copied, { ...unused, id: copied, kind: 'copied', recipient: '', viewCount: 0 }],
  ]);
  const asked = answering(({ method, path }) => {
    if (method === 'DELETE') {
      const link = links.get(path.split('/').at(-1) ?? '');
      if (link !== undefined) links.set(link.id, { ...link, revokedAt: '2026-11-23T10:00:00.000Z', revokedBy: 'Jonas Berg', endedCount: 1 });
      return { body: { done: true } };
    }
    return { body: path.endsWith('/link') ? { url: 'https://shop.example/e/new' } : { items: [...links.values()] } };
  });
  const abilities = { ...anOrder().abilities, send: true };
  const estimate = { revision: 2 } as NonNullable<Parameters<typeof EstimateLinksDialog>[0]['order']['estimate']>;
  renderScreen(
    <ToastProvider closeLabel="Close">
      <EstimateLinksDialog order={{ id: orderId, abilities, estimate }} onClose={() => undefined} />
    </ToastProvider>,
  );
  return { asked, user: userEvent.setup() };
}

const writes = (asked: ReturnType<typeof open>['asked']) => asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

test('revoking asks first, and keeping it changes nothing', async () => {
  const { asked, user } = open();
  await user.click(await screen.findByRole('button', { name: 'Revoke: dana@acme.example' }));
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  expect(writes(asked)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Revoke: dana@acme.example' }));
  await user.click(screen.getByRole('button', { name: 'Revoke' }));
  expect(await screen.findByText(/by Jonas Berg · sending again makes a new one/)).toBeTruthy();
  expect(writes(asked)).toEqual([`DELETE /api/v1/estimate-links/${dana}`]);
});

test('the copied link that was revoked is copied anew from here', async () => {
  const { asked, user } = open();
  await user.click(await screen.findByRole('button', { name: 'Revoke: Copied link' }));
  await user.click(screen.getByRole('button', { name: 'Revoke' }));
  await user.click(await screen.findByRole('button', { name: 'Copy a new link' }));
  await expect
    .poll(() => writes(asked), { timeout: 15_000 })
    .toEqual([`DELETE /api/v1/estimate-links/${copied}`, `POST /api/v1/orders/${orderId}/estimates/2/link`]);
});
