import { createClient } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderScreen } from '../../../test/answering.tsx';
import { anOrder, orderId } from '../../../test/fake-desk.ts';
import { DraftProvider } from './draft-context.tsx';
import { OrderHistory } from './order-history.tsx';

afterEach(cleanup);

test.each([
  ['just made', new Date(), true],
  ['made an hour ago', new Date(Date.now() - 3_600_000), false],
])('of a draft %s its history says so, or is read', (_, createdAt, isSaid) => {
  const order = anOrder([], { version: 1, createdAt: createdAt.toISOString() });
  const editor = createOrderEditor({ server: deskServer(createClient(routes), orderId), storage: memoryStorage(), order });
  const tools = { editor, company: createCompany({ tabId: '', person: '' }), by: 'Ana', canEdit: true, canOverride: true, openLine: () => undefined };
  renderScreen(
    <DraftProvider value={tools}>
      <OrderHistory state={editor.getState()} />
    </DraftProvider>,
  );
  expect(screen.queryByText(/^Just made/) !== null).toBe(isSaid);
});
