import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor, type OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderScreen } from '../../../test/answering.tsx';
import { aHit, anOrder, fakeDesk, orderId } from '../../../test/fake-desk.ts';
import { api } from '../../lib/api.ts';
import { DraftProvider } from './draft-context.tsx';
import { LineGrid } from './line-grid.tsx';
import { OrderStockProvider } from './order-stock.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Grid({ editor }: { editor: OrderEditor }) {
  const state = useSyncExternalStore(editor.subscribe, editor.getState);
  return (
    <OrderStockProvider order={state.shown} saved={state.confirmed}>
      <LineGrid state={state} goToAdd={() => undefined} />
    </OrderStockProvider>
  );
}

function open(stock: Record<string, unknown>) {
  const tee = aHit('TEE', 'Heavy tee', [[1, '10.00']]);
  const lines = [previewLine(tee, 12, '01900000-0000-7000-8000-0000000000e0'), previewLine(tee, 20, '01900000-0000-7000-8000-0000000000e1')];
  const desk = fakeDesk(anOrder(lines));
  const items = [{ variantId: tee.id, incoming: null, ...stock }];
  desk.world.refuse = ({ path }) => (path.endsWith('/stock') ? { status: 200, body: { items } } : null);
  vi.stubGlobal('fetch', desk.fetch);
  const editor = createOrderEditor({ server: deskServer(api, orderId), storage: memoryStorage(), order: desk.order() });
  renderScreen(
    <DraftProvider
      value={{ editor, company: createCompany({ tabId: '', person: '' }), by: 'Jonas Berg', canEdit: true, canOverride: true, openLine: () => undefined }}
    >
      <Grid editor={editor} />
    </DraftProvider>,
  );
  return { asked: desk.calls, user: userEvent.setup() };
}

test('the line that wants more than there is says how many are short and when more comes, as they are typed', async () => {
  const { user, asked } = open({ available: 38, backorder: false, incoming: { quantity: 100, expectedOn: '2099-12-03' } });
  await user.click(screen.getByLabelText('Line 2 quantity'));
  await user.keyboard('38');
  expect(await screen.findByText(/^12 short: 38 in stock, 100 more .*2099$/)).toBeTruthy();
  await user.keyboard('{Backspace}{Backspace}26');
  expect(screen.queryByText(/short/)).toBeNull();
  expect(asked.filter(({ path }) => path.endsWith('/stock'))).toHaveLength(1);
});

test('on back-order it is told quietly; sold out is told as none', async () => {
  open({ available: -4, backorder: true });
  expect(await screen.findByText('12 on back-order: none in stock')).toBeTruthy();
  expect(screen.getByText('20 on back-order: none in stock')).toBeTruthy();
});
