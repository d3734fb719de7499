import type { StaffMember } from '@backdesk/contract/staff/schema.ts';
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { ResetSecondFactor } from './reset-second-factor.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const vera: StaffMember = {
  id: 'vera',
  name: 'Vera Quist',
  email: 'vera@shop.example',
  roles: ['sales'],
  active: true,
  lastSeenAt: null,
  hasSecondFactor: true,
  abilities: { resetSecondFactor: true, change: true, leave: true, endSessions: true },
};

function ask(answer: Parameters<typeof answering>[0]) {
  const asked = answering(answer);
  const onClose = vi.fn();
  renderScreen(
    <ToastProvider closeLabel="Close">
      <ResetSecondFactor member={vera} onClose={onClose} />
    </ToastProvider>,
  );
  return { asked: () => asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path), onClose };
}

test('it names the person and what it costs, and nothing is done until it is said once more', async () => {
  const { asked, onClose } = ask(() => ({ body: { ...vera, hasSecondFactor: false } }));
  const dialog = screen.getByRole('dialog', { name: 'Reset the second factor of Vera Quist?' });
  expect(dialog.textContent).toMatch(/backup codes of vera@shop\.example stop working.*signed out.*cannot be undone/);
  expect(asked()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  await screen.findByText(/^Vera Quist signs in with the password alone now/);
  expect(asked()).toEqual(['/api/v1/staff/vera/second-factor']);
  expect(onClose).toHaveBeenCalled();
});

test('of somebody who works for another store too it says where it can be done, and stays open', async () => {
  const { onClose } = ask(() => ({ status: 409, body: { type: 'about:blank', title: 'No', status: 409, code: 'staff.works_elsewhere', requestId: 'r' } }));
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/Vera Quist also works for another store/);
  expect(onClose).not.toHaveBeenCalled();
});
