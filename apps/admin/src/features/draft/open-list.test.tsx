import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aHit, anOrder, orderId } from '../../../test/fake-desk.ts';
import { api } from '../../lib/api.ts';
import { DraftProvider } from './draft-context.tsx';
import { OpenList } from './open-list.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const lineId = '01900000-0000-7000-8000-0000000000e0';
const gone = (option: string): RefusalJson => ({
  code: 'line.configuration_unknown',
  lineId,
  pointer: `/configuration/${option}`,
  detail: { option, answer: 'Red' },
});

test('two answers of one line that are gone stand there once each, however often the list is drawn', () => {
  const line = previewLine(aHit('TEE', 'Heavy tee', [[1, '10.00']]), 12, lineId);
  const order = (...blockers: RefusalJson[]) => ({ ...anOrder([line]), blockers });
  const editor = createOrderEditor({ server: deskServer(api, orderId), storage: memoryStorage(), order: order() });
  const tools = { editor, company: createCompany({ tabId: '', person: '' }), by: 'Ana', canEdit: true, canOverride: true, openLine: () => undefined };
  const nowhere = () => undefined;
  const list = (...blockers: RefusalJson[]) => (
    <FormatProvider settings={{ locale: 'en-US', currency: 'USD', timeZone: 'UTC' }}>
      <DraftProvider value={tools}>
        <OpenList order={order(...blockers)} goToLine={nowhere} goToStep={nowhere} goToAdd={nowhere} />
      </DraftProvider>
    </FormatProvider>
  );
  // React tells of entries that it cannot tell apart, and then keeps old ones.
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { rerender } = render(list(gone('Imprint'), gone('Thread')));
  rerender(list(gone('Thread'), gone('Imprint')));
  rerender(list(gone('Imprint'), gone('Thread')));
  expect(told.mock.calls).toEqual([]);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Imprint: “Red” is no longer offered'),
    expect.stringContaining('Thread: “Red” is no longer offered'),
  ]);
});
