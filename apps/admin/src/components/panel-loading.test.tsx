// A page that opens by itself: what is typed on belongs to what is under it, and presses nothing.
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { renderScreen } from '../../test/answering.tsx';

afterEach(cleanup);

test('while its content is loaded a panel has the keyboard, and its Close is not pressed by what is typed', async () => {
  let closed = 0;
  renderScreen(
    <SidePanel title="Steel bottle" closeLabel="Close" onClose={() => (closed += 1)}>
      <SkeletonPage label="Loading the product" />
    </SidePanel>,
  );
  expect(document.activeElement).toBe(screen.getByRole('status', { name: '' }));
  await userEvent.keyboard('3 cap{Enter}');
  expect(closed).toBe(0);
});
