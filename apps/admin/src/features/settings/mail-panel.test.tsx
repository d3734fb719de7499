import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { MailPanel } from './mail-panel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const mail = {
  ...{ id: 'm1', template: 'estimate', orderId: null, revision: 1, subject: 'Estimate 1023', recipients: ['layla@example.example'], cc: [] },
  ...{ createdAt: '2026-11-19T16:56:00.000Z', sentAt: null, attempts: 1, error: null, html: '<p>Hello</p>', text: 'Hello' },
  ...{ attachments: [], sourceSha256: null, isLinkRevoked: false, mayResend: true },
};

test('a kept mail says why; sent where there is still no mail server it stays open, and is not said to be on its way', async () => {
  let state = 'kept';
  answering(({ method }) => {
    if (method === 'POST') state = 'queued';
    const answer = { status: 200, body: { ...mail, state } };
    // The job has been: nobody took it.
    if (method === 'GET' && state === 'queued') state = 'kept';
    return answer;
  });
  const onClose = vi.fn();
  renderScreen(<MailPanel mailId="m1" onClose={onClose} />);
  await screen.findByText(/^No mail server was set/);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText(/^Waiting/);
  expect(screen.queryByText(/^No mail server was set/)).toBeNull();
  await screen.findByText(/^No mail server was set/, {}, { timeout: 10_000 });
  expect(screen.queryByText(/^On its way/)).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
});
