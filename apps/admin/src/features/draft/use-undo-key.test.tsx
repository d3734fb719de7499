import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { AnnouncerProvider } from '@backdesk/ui/text/announcer.tsx';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { useUndoKey } from './use-undo-key.ts';

afterEach(cleanup);

function Page({ editor }: { editor: OrderEditor }) {
  useUndoKey(editor, true);
  return (
    <>
      <input aria-label="Quantity" data-cell="quantity" />
      <input aria-label="Search" />
    </>
  );
}

function open() {
  const undoLast = vi.fn(async () => true);
  render(
    <AnnouncerProvider>
      <Page editor={{ undoLast } as unknown as OrderEditor} />
    </AnnouncerProvider>,
  );
  return { undoLast, user: userEvent.setup() };
}

test.each([['{Escape}'], ['{Alt>}{ArrowUp}{/Alt}']])('after %s in a cell of a line Ctrl+Z is the order’s, though it was typed in', async (key) => {
  const { undoLast, user } = open();
  await user.click(screen.getByLabelText('Quantity'));
  await user.keyboard('99{Control>}z{/Control}');
  expect(undoLast).not.toHaveBeenCalled();
  await user.keyboard(key);
  await waitFor(async () => {
    await user.keyboard('{Control>}z{/Control}');
    expect(undoLast).toHaveBeenCalled();
  });
});

test('in any other field Ctrl+Z stays the field’s after Escape', async () => {
  const { undoLast, user } = open();
  await user.click(screen.getByLabelText('Search'));
  await user.keyboard('99{Escape}');
  await new Promise((resolve) => setTimeout(resolve));
  await user.keyboard('{Control>}z{/Control}');
  expect(undoLast).not.toHaveBeenCalled();
});
